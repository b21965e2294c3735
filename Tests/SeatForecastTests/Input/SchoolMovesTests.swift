import SeatForecast
import Testing
import TwinModel

@Suite("Schools that change their district")
struct SchoolMovesTests {
  private typealias Row = EnrolmentHistory.Row

  private func row(
    _ year: Int, _ district: String, _ school: String, _ pupils: Double, area: String? = nil
  ) -> Row {
    Row(year: year, district: district, school: school, area: area, pupils: [pupils, pupils])
  }

  private func followed(_ rows: [Row]) throws -> EnrolmentHistory {
    try EnrolmentHistory(grades: ["1", "2"], rows: rows).followingMoves()
  }

  @Test("count with their past where they are last, and it is said")
  func follows() throws {
    let history = try followed([
      row(2018, "A", "1", 10), row(2019, "A", "1", 20), row(2020, "B", "1", 10, area: "x"),
      row(2021, "C", "1", 20, area: "y"), row(2018, "A", "2", 7), row(2021, "A", "2", 7),
      row(2020, "A", "3", 5), row(2021, "C", "3", 5),
    ])
    #expect(
      history.rows == [
        row(2018, "A", "2", 7), row(2021, "A", "2", 7), row(2018, "C", "1", 10, area: "y"),
        row(2019, "C", "1", 20, area: "y"), row(2020, "C", "1", 10, area: "y"),
        row(2021, "C", "1", 20, area: "y"), row(2020, "C", "3", 5), row(2021, "C", "3", 5),
      ])
    #expect(
      history.findings == [
        Finding(
          .info, code: "enrolment.school.moved",
          message: "2 schools changed the district and count with all the past to the last one: "
            + "1 from A to B since 2020, 1 from A to C since 2021, 1 from B to C since 2021")
      ])
    #expect(try history.followingMoves() == history)
  }

  @Test("are others where two districts have the id, it pauses, or the pupils do not fit")
  func others() throws {
    for rows in [
      // Both districts have the id in 2019.
      [
        row(2018, "A", "1", 10), row(2019, "A", "1", 10), row(2019, "B", "1", 10),
        row(2020, "B", "1", 10),
      ],
      // 2019 was observed, and the id is not there.
      [row(2018, "A", "1", 10), row(2019, "A", "2", 10), row(2020, "B", "1", 10)],
      [row(2018, "A", "1", 10), row(2019, "B", "1", 20.5)],
      [row(2018, "A", "1", 10), row(2019, "B", "1", 4.9)],
    ] {
      let history = try EnrolmentHistory(grades: ["1", "2"], rows: rows)
      #expect(try history.followingMoves() == history)
    }
    // A year that nobody has rows of is no pause; twice and half the pupils are within the bounds.
    for pupils in [20.0, 5] {
      let history = try followed([row(2018, "A", "1", 10), row(2020, "B", "1", pupils)])
      #expect(history.rows.map(\.district) == ["B", "B"])
    }
  }

  @Test("leave what was before a break, and rows of nobody, where they are")
  func breaks() throws {
    let history = try followed([
      row(2016, "A", "1", 90), row(2017, "B", "1", 10), row(2018, "C", "1", 10),
      row(2018, "B", "1", 0), row(2017, "C", "1", 0), row(2019, "B", "1", 0),
      row(2019, "C", "1", 10),
    ])
    #expect(
      history.rows == [
        row(2016, "A", "1", 90), row(2018, "B", "1", 0), row(2019, "B", "1", 0),
        row(2017, "C", "1", 10), row(2018, "C", "1", 10), row(2019, "C", "1", 10),
      ])
  }

  @Test("make no difference to a forecast but the district's name")
  func renamed() throws {
    let base = try World.enrolment(noise: 4)
    let last = try #require(base.rows.map(\.year).max())
    func name(_ district: String) -> String { district == "D1" ? "E1" : district }
    let renamed = try EnrolmentHistory(
      grades: base.grades,
      rows: base.rows.map { row in
        var row = row
        row.area = row.district
        if row.year == last { row.district = name(row.district) }
        return row
      })
    func forecast(_ enrolment: EnrolmentHistory) throws -> ForecastResult {
      try DemandModel(
        enrolment: enrolment, births: World.births(), stages: World.stages, entryLag: 2, horizon: 3
      ).forecast()
    }
    let (before, after) = (try forecast(base), try forecast(renamed))
    #expect(after.schools.map(\.years) == before.schools.map(\.years))
    #expect(after.districts.map(\.years) == before.districts.map(\.years))
    #expect(after.districts.map(\.district) == ["D0", "E1"])
    #expect(
      after.findings.filter { $0.code == "enrolment.school.moved" }.map(\.message) == [
        "3 schools changed the district and count with all the past to the last one: "
          + "3 from D1 to E1 since \(last)"
      ])
  }
}
