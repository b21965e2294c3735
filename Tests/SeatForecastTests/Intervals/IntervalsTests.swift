import Foundation
import SeatForecast
import Testing
import TwinModel

@Suite("Intervals")
struct IntervalsTests {
  /// A town of one district whose grade 3 wobbles by a third every year, and the others by a little.
  private func model(horizon: Int = 3) throws -> DemandModel {
    var rows: [EnrolmentHistory.Row] = []
    for school in 0..<12 {
      var random = SeededRandom(3, stream: "school/\(school)")
      for year in 2008..<2020 {
        let wobble = [0.02, 0.02, 0.3].map { 100 * (1 + $0 * (2 * random.unit() - 1)) }
        rows.append(
          .init(year: year, district: "D", school: "S\(school)", pupils: wobble))
      }
    }
    return try DemandModel(
      enrolment: EnrolmentHistory(grades: ["1", "2", "3"], rows: rows), stages: World.stages,
      horizon: horizon)
  }

  @Test("are alike up and down, as factors, and hold one another by confidence")
  func symmetry() throws {
    for school in try model().forecast().schools {
      for year in school.years.dropFirst() {
        for estimate in year.grades + year.stages + [year.total] {
          let bounds = try [estimate.narrow, estimate.interval, estimate.wide].map {
            try #require($0)
          }
          for bound in bounds {
            #expect(abs(bound.low * bound.high / (estimate.value * estimate.value) - 1) < 1e-9)
          }
          #expect(bounds[0].high < bounds[1].high && bounds[1].high < bounds[2].high)
        }
      }
    }
  }

  @Test("are wider in a grade that was harder to foretell")
  func grades() throws {
    for school in try model().forecast().schools {
      let next = school.years[1].grades
      let spreads = try next.map { log(try #require($0.interval).high / $0.value) }
      // The wobble is 15 times as large; shrinkage towards all grades leaves a part of that.
      #expect(spreads[2] > 2 * max(spreads[0], spreads[1]), "\(spreads)")
    }
  }

  @Test("hold about four times in five where chance is all that there is")
  func coverage() throws {
    let rows = try Backtest(horizons: [1], methods: ["twin"]).rows(
      enrolment: World.enrolment(years: 24, noise: 15, districts: 12, schools: 8),
      births: World.births(through: 2031), stages: World.stages, entryLag: 2)
    // Bounds are rounded outwards to whole pupils, which adds a few per cent.
    for row in rows where row.level != "region" && ["grade", "total"].contains(row.unit) {
      let coverage = try #require(row.coverage)
      #expect((75...88).contains(coverage), "\(row.csv)")
    }
  }
}
