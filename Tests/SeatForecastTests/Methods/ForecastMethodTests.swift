import SeatForecast
import Testing
import TwinModel

@Suite("A forecast method")
struct ForecastMethodTests {
  static let progressions: [any ForecastMethod] = [
    GradeProgression.lastThreeYears, GradeProgression.exponential, PooledProgression(),
    HierarchicalProgression(),
  ]
  static let others: [any ForecastMethod] = [
    LastValue(), RecentMean(), ExponentialSmoothing(), SizedCohorts(), StackedForecast(),
    TwinForecast(),
  ]

  private func forecast(
    _ method: any ForecastMethod, _ panel: EnrolmentPanel, origin: Int, horizon: Int = 4,
    _ assumptions: ForecastAssumptions = .unchanged
  ) throws -> OriginForecast {
    try #require(
      method.forecasts(
        of: panel, origins: [origin], horizon: horizon, assumptions: assumptions
      ).first)
  }

  @Test("follows cohorts exactly where all keep the same ratio", arguments: progressions)
  func exact(_ method: any ForecastMethod) throws {
    // The first six of ten years are known; births reach two years ahead of entry.
    let panel = try World.panel(World.enrolment())
    let forecast = try forecast(method, panel, origin: 5, horizon: 2)
    for school in panel.schools.indices {
      for (ahead, grade) in [(1, 1), (1, 2), (2, 2)] {
        let actual = panel.school[school, 5 + ahead, grade]
        #expect(abs(forecast.school[school, ahead, grade] - actual) < 1e-9, "grade \(grade)")
      }
    }
    // Births are proportional to the district's entrants.
    for ahead in 1...2 {
      #expect(abs(forecast.district[0, ahead, 0] - panel.district[0, 5 + ahead, 0]) < 1e-9)
    }
  }

  @Test("repeats the last value when it is naive")
  func naive() throws {
    let panel = try World.panel(World.enrolment())
    let forecast = try forecast(LastValue(), panel, origin: 9)
    #expect((0...4).map { forecast.school[0, $0, 0] } == [58, 58, 58, 58, 58])
  }

  @Test("takes the birth rate for births not known yet, and for those alone")
  func birthRate() throws {
    // Births are known to 2017; the entrants of 2020 and later were born after it.
    let panel = try World.panel(World.enrolment())
    let method = GradeProgression.lastThreeYears
    let base = try forecast(method, panel, origin: 9)
    let fewer = try forecast(
      method, panel, origin: 9, ForecastAssumptions(birthRate: 0.8, inMigration: 0))
    #expect(fewer.district[0, 1, 0] == 0.8 * base.district[0, 1, 0])
    #expect(fewer.district[0, 1, 1] == base.district[0, 1, 1])
    #expect(abs(fewer.district[0, 3, 1] - 0.8 * base.district[0, 3, 1]) < 1e-9)
  }

  @Test("adds in-migration to every ratio, and compounds it on entrants up to their age")
  func inMigration() throws {
    let panel = try World.panel(World.enrolment())
    let method = GradeProgression.lastThreeYears
    let base = try forecast(method, panel, origin: 9)
    let more = try forecast(
      method, panel, origin: 9, ForecastAssumptions(birthRate: 1, inMigration: 0.1))
    // Ratio 0.9 becomes 1.0; entrants live two years with it at most.
    #expect(abs(more.district[0, 1, 1] - base.district[0, 1, 1] / 0.9) < 1e-9)
    #expect(abs(more.district[0, 1, 0] - base.district[0, 1, 0] * 1.1) < 1e-9)
    #expect(abs(more.district[0, 4, 0] - base.district[0, 4, 0] * 1.21) < 1e-9)
  }

  @Test("pools schools that differ by chance alone, to smaller errors than their own ratios make")
  func pooling() throws {
    // 30 schools of one district with the same ratio and noise of ±8 pupils on about 60.
    let history = try World.enrolment(years: 6, noise: 8, districts: 1, schools: 30)
    let panel = try World.panel(history)
    let own = try forecast(GradeProgression.exponential, panel, origin: 5, horizon: 1)
    let pooled = try forecast(PooledProgression(), panel, origin: 5, horizon: 1)
    func error(_ forecast: OriginForecast) -> Double {
      panel.schools.indices.reduce(0) { sum, school in
        let truth = 0.9 * panel.school[school, 5, 0]
        return sum + abs(forecast.school[school, 1, 1] - truth)
      }
    }
    #expect(error(pooled) < 0.75 * error(own))
  }

  @Test(
    "knows nothing of later years: scrambled, they change no earlier forecast by a bit",
    arguments: others + progressions)
  func leak(_ method: any ForecastMethod) throws {
    let history = try World.enrolment(noise: 5)
    var random = SeededRandom(3, stream: "scramble")
    let scrambled = try EnrolmentHistory(
      grades: history.grades,
      rows: history.rows.map { row in
        guard row.year > 2015 else { return row }
        var row = row
        row.pupils = row.pupils.map { _ in 300 * random.unit() }
        return row
      })
    var births = try World.births().births
    for year in 2016...2017 { births["D0"]?[year] = 1e6 * random.unit() }
    let panels = try [
      World.panel(history), World.panel(scrambled, births: BirthHistory(births: births)),
    ]
    let forecasts = panels.map {
      method.forecasts(of: $0, origins: [1, 2, 3, 4, 5], horizon: 5, assumptions: .unchanged)
    }
    #expect(forecasts[0].count == 5)
    #expect(forecasts[0] == forecasts[1])
  }

  @Test("takes one year of enrolment for what it is: every grade stays", arguments: progressions)
  func oneYear(_ method: any ForecastMethod) throws {
    let panel = try World.panel(World.enrolment(years: 1, ratio: 1))
    let forecast = try forecast(method, panel, origin: 0, horizon: 2)
    #expect(forecast.school[0, 2, 2] == 40)
  }

  @Test("goes by its name; others are refused with the list")
  func names() throws {
    #expect(
      ForecastMethods.names == [
        "naive", "mean3", "gpr3", "gprew", "ets", "ebgpr", "hier", "sized", "stack", "twin",
      ])
    #expect(try ForecastMethods.method("twin").name == ForecastMethods.standard)
    let error = #expect(throws: ForecastError.self) { try ForecastMethods.method("magic") }
    #expect(
      error?.description
        == "there is no forecast method “magic”; expected one of "
        + ForecastMethods.names.joined(separator: ", "))
  }
}
