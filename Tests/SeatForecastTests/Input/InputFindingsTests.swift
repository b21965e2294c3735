import SeatForecast
import Testing
import TwinModel

@Suite("The findings of inputs")
struct InputFindingsTests {
  /// Two years, 2020 and 2021, of one school in each of `districts`, whose entrants were born four years
  /// before.
  private func findings(
    _ districts: [String], births: [String: ClosedRange<Int>],
    stages: [StageDefinition] = [.init(.primary, grades: ["1", "2"])]
  ) throws -> [Finding] {
    let rows = districts.flatMap { district in
      [2020, 2021].map {
        EnrolmentHistory.Row(year: $0, district: district, school: district, pupils: [9, 9])
      }
    }
    let enrolment = try EnrolmentHistory(grades: ["1", "2"], rows: rows)
    let births = try BirthHistory(
      births: births.mapValues { years in
        Dictionary(uniqueKeysWithValues: years.map { ($0, 10) })
      })
    return InputFindings.of(
      enrolment, births,
      try EnrolmentPanel(enrolment, births: births, stages: stages, entryLag: 4))
  }

  @Test("name the areas that do not fit on both sides, once")
  func areas() throws {
    let found = try findings(
      ["a", "b", "c"], births: ["A": 2010...2018, "B": 2010...2018, "c": 2010...2018])
    #expect(
      found.map(\.message) == [
        "there are no births of 2 areas (a, b): the entry grades of 2 districts (a, b) follow the "
          + "births of the region; there are births of 2 areas (A, B), which no district has"
      ])
    #expect(try findings(["a", "b"], births: [:]).map(\.code) == ["births.missing"])
    let many = (1...120).map { "d\($0)" }
    let message = try #require(try findings(many, births: ["x": 2010...2018]).first?.message)
    #expect(message.contains("no births of 120 areas (d1, d10, d100, d101, d102, …)"))
    #expect(
      try findings(["a"], births: ["a": 2010...2018, "b": 2010...2018]).map(\.message)
        == ["no district has births of area b; they are not used"])
  }

  @Test("say that births begin after they are needed, or after the last roll")
  func lateBirths() throws {
    // The first entrants counted, those of 2020, were born in 2016.
    #expect(try findings(["a"], births: ["a": 2016...2018]) == [])
    let late = try findings(["a", "b"], births: ["a": 2017...2018, "b": 2010...2018])
    #expect(late.map(\.code) == ["births.late"])
    #expect(
      late[0].message.hasPrefix(
        "births of area a begin in 2017, but the first entrants counted were born in 2016"))
    #expect(try findings(["a"], births: ["a": 2021...2021]).map(\.code) == ["births.late"])
    #expect(try findings(["a"], births: ["a": 2022...2023]).map(\.code) == ["births.future"])
  }

  @Test("name grades in no stage, and the option")
  func grades() throws {
    func message(_ grades: [String]) throws -> String? {
      try findings(
        ["a"], births: ["a": 2010...2018], stages: [.init(.primary, grades: grades)]
      ).first?.message
    }
    #expect(
      try message(["2"])
        == "grade 1 is in no stage, so in nothing that is said by stage; name the grades of all stages "
        + "with --stage, such as --stage primary=1,2")
    #expect(try message(["1"])?.hasSuffix("--stage primary=1,2") == true)
    #expect(try message(["1", "2"]) == nil)
  }
}
