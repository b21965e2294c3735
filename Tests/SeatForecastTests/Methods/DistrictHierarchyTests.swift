import SeatForecast
import Testing
import TwinModel

@Suite("Districts in a hierarchy")
struct DistrictHierarchyTests {
  private let grades = ["1", "2", "3"]

  /// Rows of a school by year from 2008, in the grades that `pupils` has.
  private func rows(
    _ district: String, _ years: Int, _ pupils: (Int) -> [Double]
  ) -> [EnrolmentHistory.Row] {
    (0..<years).map {
      .init(
        year: 2008 + $0, district: district, school: "s\(district)", area: "A", pupils: pupils($0))
    }
  }

  private func panel(
    _ rows: [EnrolmentHistory.Row], births: (Int) -> Double
  ) throws -> EnrolmentPanel {
    var counts: [Int: Double] = [:]
    for year in 2000...2020 { counts[year] = births(year) }
    return try EnrolmentPanel(
      EnrolmentHistory(grades: grades, rows: rows), births: BirthHistory(births: ["A": counts]),
      stages: [StageDefinition(.primary, grades: grades)], entryLag: 2)
  }

  private func forecast(
    _ method: any ForecastMethod, _ panel: EnrolmentPanel, horizon: Int
  ) throws -> OriginForecast {
    try #require(
      method.forecasts(
        of: panel, origins: [panel.yearCount - 1], horizon: horizon, assumptions: .unchanged
      ).first)
  }

  @Test(
    "fill a district of upper grades from the region's lower ones, and empty none",
    arguments: [HierarchicalProgression(), TwinForecast()] as [any ForecastMethod])
  func upperGrades(_ method: any ForecastMethod) throws {
    // 10 pupils more every year; all of grade 2 in L go on to grade 3 in U.
    func entrants(_ year: Int) -> Double { Double(100 + 10 * year) }
    let panel = try panel(
      rows("L", 10) { [entrants($0), entrants($0 - 1), 0] }
        + rows("U", 10) { [0, 0, entrants($0 - 2)] },
      births: { Double(100 + 10 * ($0 - 2006)) })
    let found = try forecast(method, panel, horizon: 2)
    // The grade 2 of the last year is next year's grade 3; naive methods would say 10 less.
    #expect(abs(found.district[1, 1, 2] - entrants(8)) < 3)
    #expect(found.district[0, 1, 2] == 0 && found.district[0, 2, 2] == 0)
    #expect(abs(found.school[1, 1, 2] - found.district[1, 1, 2]) < 1e-9)
  }

  @Test("keep a district of all grades that is one year old, instead of a tenth of it")
  func firstYear() throws {
    // 100 in each grade of L for ten years; N opens with 50 in each in the tenth.
    let panel = try panel(
      rows("L", 10) { _ in [100, 100, 100] }
        + rows("N", 10) { $0 < 9 ? [0, 0, 0] : [50, 50, 50] }, births: { _ in 120 })
    let found = try forecast(HierarchicalProgression(), panel, horizon: 1)
    // A third of the region's entrants is N's; the region's entrants for a birth forget 0.4 of the years
    // before, so that 40 of the 50 are certain. Grades follow ratios that saw the opening once.
    for grade in 0..<3 {
      #expect(found.district[1, 1, grade] > 40 && found.district[1, 1, grade] < 75)
    }
  }

  @Test("have no entrants where they never had any")
  func noEntrants() throws {
    let panel = try panel(
      rows("L", 10) { _ in [100, 100, 100] } + rows("U", 10) { _ in [0, 40, 40] },
      births: { _ in 120 })
    let found = try forecast(HierarchicalProgression(), panel, horizon: 2)
    #expect(found.district[1, 1, 0] == 0 && found.district[1, 2, 0] == 0)
  }

  @Test("leave no phantom pupils above the last grade that a district teaches")
  func noPhantoms() throws {
    let panel = try panel(
      rows("L", 10) { _ in [100, 100, 100] } + rows("P", 10) { _ in [40, 40, 0] },
      births: { _ in 120 })
    for method in [GradeProgression.lastThreeYears, PooledProgression(), HierarchicalProgression()]
      as [any ForecastMethod]
    {
      #expect(try forecast(method, panel, horizon: 1).district[1, 1, 2] == 0)
    }
  }

  @Test("do not follow births that have never told entrants")
  func deafToBirths() throws {
    let panel = try panel(
      rows("L", 12) { _ in [100, 100, 100] }, births: { $0.isMultiple(of: 2) ? 60 : 140 })
    let found = try forecast(HierarchicalProgression(), panel, horizon: 3)
    for ahead in 1...3 { #expect(abs(found.district[0, ahead, 0] - 100) < 1) }
  }

  @Test("follow births that have told entrants")
  func followBirths() throws {
    func births(_ year: Int) -> Double { year.isMultiple(of: 2) ? 60 : 140 }
    let panel = try panel(
      rows("L", 12) { [births(2006 + $0), births(2005 + $0), births(2004 + $0)] }, births: births)
    let found = try forecast(HierarchicalProgression(), panel, horizon: 2)
    #expect(abs(found.district[0, 1, 0] - births(2018)) < 1)
    #expect(abs(found.district[0, 2, 0] - births(2019)) < 1)
  }
}
