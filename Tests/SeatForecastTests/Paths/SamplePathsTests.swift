import SeatForecast
import Testing
import TwinModel

@Suite("Sample paths")
struct SamplePathsTests {
  private func model(_ years: Int = 10) throws -> DemandModel {
    try DemandModel(
      enrolment: World.enrolment(years: years, noise: 6), births: World.births(),
      stages: World.stages, entryLag: 2, horizon: 4)
  }

  @Test("begin with the last roll and are the same bytes each time")
  func deterministic() throws {
    let model = try model()
    let paths = try SamplePaths(model, seed: 7)
    let path = try paths.path(3)
    #expect(path == (try SamplePaths(model, seed: 7).path(3)))
    #expect(try path != paths.path(4))
    #expect(path != (try SamplePaths(model, seed: 8).path(3)))
    let forecast = model.forecast()
    for (row, school) in forecast.schools.enumerated() {
      #expect(paths.schools[row] == school.subject)
      for grade in 0..<3 { #expect(path[row, 0, grade] == school.years[0].grades[grade].value) }
    }
  }

  @Test("have the same shocks under all assumptions")
  func commonRandomNumbers() throws {
    let model = try model()
    let base = try SamplePaths(model, seed: 1)
    let more = try SamplePaths(
      model, assumptions: ForecastAssumptions(birthRate: 1, inMigration: 0.05), seed: 1)
    let plain = model.forecast()
    let grown = model.forecast(try ForecastAssumptions(birthRate: 1, inMigration: 0.05))
    let (first, second) = (try base.path(5), try more.path(5))
    for (row, school) in plain.schools.enumerated() {
      let ratio = second[row, 1, 1] / first[row, 1, 1]
      let wanted = grown.schools[row].years[1].grades[1].value / school.years[1].grades[1].value
      #expect(abs(ratio - wanted) < 1e-9)
    }
  }

  @Test("spread as far as the intervals of each cell")
  func spread() throws {
    let model = try model()
    let paths = try SamplePaths(model, seed: 11)
    let cell = try #require(model.forecast().schools[0].years[2].grades[1].interval)
    let count = 4000
    let inside = try (0..<count).count {
      let value = try paths.path($0)[0, 2, 1]
      return value >= cell.low && value <= cell.high
    }
    // Five standard deviations of a share of 0.8 of 4,000.
    #expect(abs(Double(inside) / Double(count) - 0.8) < 0.032)
  }

  @Test("are summed up by school, district and region, stage and year")
  func summary() throws {
    let paths = try SamplePaths(model(), seed: 1)
    let rows = try PathSummary(paths, count: 60).rows
    // Six schools with one stage each; two districts and the region with stage and total.
    #expect(rows.count == (6 + 2 * 2 + 2) * 4)
    for row in rows {
      #expect(row.quantiles == row.quantiles.sorted())
      #expect(row.mean > 0 && row.year >= 2020 && row.year <= 2023)
    }
    #expect(throws: ForecastError.self) { try PathSummary(paths, count: 0) }
  }

  @Test("are refused where too few errors are known")
  func short() throws {
    let model = try model(3)
    #expect(throws: ForecastError.self) { try SamplePaths(model, seed: 1) }
  }
}
