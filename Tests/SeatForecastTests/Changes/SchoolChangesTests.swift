import SeatForecast
import Testing
import TwinModel

/// One district of primary schools A, B and C on a line at 0, 1,000 and 3,000 m, with 100, 80 and 60
/// pupils in 2026 and 10 % of room for error to both sides.
@Suite struct SchoolChangesTests {
  static func forecast(to last: Int = 2026) -> ForecastResult {
    func year(_ year: Int, _ value: Double) -> YearForecast {
      func estimate(_ value: Double) -> Estimate {
        Estimate(
          value,
          interval: year == 2025 ? nil : Fact.Interval(low: 0.9 * value, high: 1.1 * value))
      }
      return YearForecast(
        year: year, isObserved: year == 2025,
        grades: [estimate(0.6 * value), estimate(0.4 * value)], stages: [estimate(value)],
        total: estimate(value))
    }
    func unit(_ subject: Subject, _ value: Double) -> UnitForecast {
      UnitForecast(
        subject: subject, district: "d", name: "", years: (2025...last).map { year($0, value) })
    }
    return ForecastResult(
      method: "test", originYear: 2025, grades: ["1", "2"],
      stages: [StageDefinition(.primary, grades: ["1", "2"])],
      schools: [("A", 100.0), ("B", 80), ("C", 60)].map { unit(Subject(.campus, $0.0), $0.1) },
      districts: [unit(Subject(.district, "d"), 240)],
      region: unit(Subject(.programme, "region"), 240))
  }

  static func site(_ school: String, _ seats: Int?, _ x: Double) -> SchoolSite {
    SchoolSite(school: school, stage: .primary, seats: seats, position: Point2(x, 0))
  }

  static let sites = [site("A", 100, 0), site("B", 110, 1000), site("C", 200, 3000)]

  private func pupils(_ forecast: ForecastResult, _ school: String) throws -> Double {
    let unit = try #require(forecast.schools.first { $0.subject.id == school })
    return try #require(unit[2026]).total.value
  }

  @Test func pupilsOfAClosedSchoolGoToTheNearestFreeSeats() throws {
    let (after, moves) = try Self.forecast().applying(
      [SchoolChange(year: 2026, school: "A", kind: .close)], sites: Self.sites)
    // B has 30 free seats at 1,000 m, C 140 at 3,000 m.
    #expect(moves.map(\.to) == ["B", "C"])
    #expect(moves.map(\.pupils) == [30, 70])
    #expect(try pupils(after, "A") == 0)
    #expect(try pupils(after, "B") == 110)
    #expect(try pupils(after, "C") == 130)
    #expect(after.districts == Self.forecast().districts)
  }

  @Test func gradesAndIntervalsMoveWithTheirPupils() throws {
    let (after, _) = try Self.forecast().applying(
      [SchoolChange(year: 2026, school: "A", kind: .merge(into: "C"))], sites: [])
    let year = try #require(after.schools.first { $0.subject.id == "C" }?[2026])
    // 60 and 100 pupils, 60 % of them in grade 1; bounds 54 + 90 and 66 + 110.
    #expect(year.grades.map(\.value) == [96, 64])
    let interval = try #require(year.total.interval)
    #expect(abs(interval.low - 144) < 1e-9)
    #expect(abs(interval.high - 176) < 1e-9)
  }

  @Test func withoutFreeSeatsTheNearestTakesAllAndItIsSaid() throws {
    let full = [Self.site("A", 100, 0), Self.site("B", 80, 1000), Self.site("C", 60, 3000)]
    let (after, moves) = try Self.forecast().applying(
      [SchoolChange(year: 2026, school: "A", kind: .close)], sites: full)
    #expect(moves.map(\.reason) == [.crowded])
    #expect(try pupils(after, "B") == 180)
    #expect(after.findings.contains { $0.code == "forecast.change.crowded" })
  }

  @Test func aNewSchoolTakesTheSurplusNearIt() throws {
    let tight = [Self.site("A", 70, 0), Self.site("B", 60, 1000), Self.site("C", 60, 3000)]
    let opening = SchoolChange(
      year: 2026, school: "N",
      kind: .open(.primary, seats: 40, district: "d", position: Point2(900, 0)))
    let (after, moves) = try Self.forecast().applying([opening], sites: tight)
    // The surplus is 30 at 900 m and 20 at 100 m: the 40 seats go to all of B's and 20 of A's.
    #expect(moves.map(\.from) == ["A", "B"])
    #expect(moves.map(\.pupils) == [20, 20])
    #expect(try pupils(after, "N") == 40)
    #expect(try pupils(after, "C") == 60)
  }

  @Test func anExpansionDrawsNobodyWhereSeatsSuffice() throws {
    let (after, moves) = try Self.forecast().applying(
      [SchoolChange(year: 2026, school: "C", kind: .expand(.primary, seats: 50))],
      sites: Self.sites)
    #expect(moves.isEmpty)
    #expect(after.schools == Self.forecast().schools)
  }

  @Test func balancesCountSeatsAsTheChangesLeaveThem() throws {
    let changes = [
      SchoolChange(year: 2026, school: "A", kind: .close),
      SchoolChange(year: 2026, school: "B", kind: .expand(.primary, seats: 50)),
      SchoolChange(
        year: 2026, school: "N",
        kind: .open(.primary, seats: 40, district: "d", position: Point2(10, 0))),
    ]
    let (after, _) = try Self.forecast().applying(changes, sites: Self.sites)
    let thresholds = try WarningThresholds(
      yellowProbability: 20, redProbability: 50, yellowUtilisation: 85, redUtilisation: 100)
    let balances = try after.balances(
      stage: .primary, year: 2026, sites: Self.sites, changes: changes, thresholds: thresholds)
    // A's 100 pupils: 40 to N at 10 m, then 60 to B at 1,000 m, which has 160 − 80 free.
    #expect(balances.map(\.school) == ["B", "C", "N"])
    #expect(balances.map(\.seats) == [160, 200, 40])
    #expect(balances.map(\.demand.value) == [140, 60, 40])
    #expect(balances.map(\.level) == [.yellow, .green, .red])
    #expect(throws: ForecastError.self) {
      try after.balances(stage: .senior, year: 2026, sites: [], thresholds: thresholds)
    }
  }

  @Test func yearsBeforeTheChangeStay() throws {
    let (after, moves) = try Self.forecast().applying(
      [SchoolChange(year: 2027, school: "A", kind: .close)], sites: Self.sites)
    #expect(moves.isEmpty)
    #expect(after.schools == Self.forecast().schools)
  }

  @Test(arguments: [
    SchoolChange(year: 2025, school: "A", kind: .close),
    SchoolChange(year: 2026, school: "Z", kind: .close),
    SchoolChange(year: 2026, school: "A", kind: .merge(into: "A")),
    SchoolChange(year: 2026, school: "A", kind: .merge(into: "Z")),
    SchoolChange(year: 2026, school: "A", kind: .close),
    SchoolChange(year: 2026, school: "A", kind: .expand(.primary, seats: 5)),
    SchoolChange(
      year: 2026, school: "A",
      kind: .open(.primary, seats: 5, district: "d", position: Point2(0, 0))),
  ])
  func whatCannotBeIsSaid(_ change: SchoolChange) {
    #expect(throws: ForecastError.self) {
      try Self.forecast().applying([change], sites: [])
    }
  }

  @Test func aSiteOfNoSchoolIsSaid() throws {
    let error = #expect(throws: ForecastError.self) {
      try Self.forecast().applying(
        [SchoolChange(year: 2026, school: "A", kind: .merge(into: "B"))],
        sites: [Self.site("Z", 5, 0)])
    }
    #expect(error?.reason.contains("Z") == true)
  }
}
