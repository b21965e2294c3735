import SeatForecast
import Testing
import TwinModel

@Suite("The names of campuses")
struct CampusNamesTests {
  /// A model of schools `(district, id, last year)` that began in 2020; the last roll is of 2021.
  private func model(_ schools: [(String, String, Int)]) throws -> DemandModel {
    try DemandModel(
      enrolment: EnrolmentHistory(
        grades: ["1", "2"],
        rows: schools.flatMap { district, school, last in
          (2020...last).map {
            EnrolmentHistory.Row(year: $0, district: district, school: school, pupils: [9, 9])
          }
        }), stages: [.init(.primary, grades: ["1", "2"])], horizon: 1)
  }

  private func ids(_ schools: [(String, String)]) throws -> [String] {
    try model(schools.map { ($0, $1, 2021) }).forecast().schools.map(\.subject.id)
  }

  @Test("keep the dash wherever it tells all schools apart")
  func separators() throws {
    #expect(try ids([("1", "7"), ("2", "7"), ("2", "8")]) == ["1-7", "2-7", "8"])
    // “1” with “2-3” and “1-2” with “3” are both 1-2-3, and there is such a school, too.
    #expect(
      try ids([("1", "2-3"), ("9", "2-3"), ("1-2", "3"), ("9", "3"), ("9", "1-2-3")])
        == ["1_2-3", "1-2_3", "1-2-3", "9_2-3", "9_3"])
    // Each of the three separators makes one name of two schools.
    let parts = ["-", "_", "."].flatMap { [("a", "b\($0)c"), ("a\($0)b", "c"), ("z", "b\($0)c")] }
    let names = try ids(parts)
    #expect(names.count == 9 && Set(names).count == 9)
    #expect(names.contains("a-_-b-c") && names.contains("a-b-_-c"))
  }

  @Test("are found by id, or by district and id")
  func found() throws {
    let names = try model([("1", "7", 2021), ("2", "7", 2021), ("2", "8", 2021)]).campuses
    for (name, id) in [("8", "8"), ("2-8", "8"), ("1-7", "1-7")] {
      #expect(try names.id(of: name) == id)
    }
    #expect(names.school(called: "1-7")?.district == "1")
    #expect(names.school(called: "1-8") == nil)
  }

  @Test(
    "say what is wrong with others",
    arguments: [
      ("7", "7 is the id of 2 schools: say 1-7, 2-7"),
      ("6", "6 is the id of 2 schools: say 1-6, 3-6 (closed since 2021)"),
      (
        "5",
        "school 5 of district 1 has no pupils in the last roll: closed since 2021, it is not forecast"
      ),
      ("1-8", "there is no school 1-8 in the enrolment; its schools are called 1-6, 1-7, 2-7, 8"),
    ])
  func errors(_ name: String, _ reason: String) throws {
    let names = try model([
      ("1", "5", 2020), ("1", "6", 2021), ("1", "7", 2021), ("2", "7", 2021), ("2", "8", 2021),
      ("3", "6", 2020),
    ]).campuses
    let error = #expect(throws: ForecastError.self) { try names.id(of: name) }
    #expect(error?.reason == reason)
  }

  @Test("are understood in sites, changes and developments")
  func plans() throws {
    let forecast = try model([("1", "7", 2021), ("2", "7", 2021), ("2", "8", 2021)]).forecast()
    func site(_ school: String) -> SchoolSite {
      SchoolSite(school: school, stage: .primary, seats: 20, position: Point2(0, 0))
    }
    func changes(_ school: String, _ target: String) -> [SchoolChange] {
      [SchoolChange(year: 2022, school: school, kind: .merge(into: target))]
    }
    let short = try forecast.applying(changes("8", "2-7"), sites: [site("8")])
    let long = try forecast.applying(changes("2-8", "2-7"), sites: [site("2-8")])
    #expect(short.moves.map(\.from) == ["8"])
    #expect(long.moves == short.moves && long.forecast == short.forecast)
    let error = #expect(throws: ForecastError.self) {
      try forecast.applying(changes("8", "7"), sites: [])
    }
    #expect(
      error?.reason == "change of 2022 to school 8: 7 is the id of 2 schools: say 1-7, 2-7")
    let unknown = #expect(throws: ForecastError.self) {
      try forecast.applying(changes("8", "2-7"), sites: [site("x")])
    }
    #expect(unknown?.reason.hasPrefix("there is a site of school “x”, which has no") == true)
    let thresholds = try WarningThresholds(
      yellowProbability: 20, redProbability: 50, yellowUtilisation: 85, redUtilisation: 100)
    let balances = try forecast.balances(
      stage: .primary, year: 2022, sites: [site("2-8")], thresholds: thresholds)
    #expect(balances.map(\.school) == ["8"])
    #expect(
      try forecast.campuses.named([Subject(.campus, "2-8"): [.primary: 3]])
        == [Subject(.campus, "8"): [.primary: 3]])
  }

  @Test("lead an explanation to the school")
  func explanation() throws {
    let model = try DemandModel(
      enrolment: World.enrolment(noise: 4), births: World.births(), stages: World.stages,
      entryLag: 2, horizon: 3)
    #expect(
      try model.explanation(school: "D1-10", grade: "2", year: 2021)
        == model.explanation(school: "10", grade: "2", year: 2021))
  }
}
