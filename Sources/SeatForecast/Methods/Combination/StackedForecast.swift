/// `stack`: a mix of `ebgpr`, `gprew`, `ets` and `naive` with weights in fifths, learnt apart for
/// schools and districts and for each number of years ahead on what they missed at earlier origins.
package struct StackedForecast: CombinedMethod {
  package let name = "stack"

  /// Weights where nothing is known yet.
  private static let untaught = [0.6, 0, 0.2, 0.2]
  /// Observed years that an origin to learn from must have behind it.
  private static let observedYears = 4

  package init() {}

  package var core: any ForecastMethod { PooledProgression() }

  package var ingredients: [any ForecastMethod] {
    [core, GradeProgression.exponential, ExponentialSmoothing(), LastValue()]
  }

  package func combined(_ run: inout ForecastRun) -> [OriginForecast] {
    var made: [[OriginForecast]] = []
    for part in ingredients { made.append(run.forecasts(part)) }
    let school = weights(made, .school, run)
    let district = weights(made, .district, run)
    return run.origins.indices.map { index in
      let here = made.map { $0[index] }
      return OriginForecast(
        origin: run.origins[index],
        school: Cube.mixed(here.map(\.school), school[index]),
        district: Cube.mixed(here.map(\.district), district[index]))
    }
  }

  /// Weights by origin and years ahead, from 0.
  private func weights(
    _ made: [[OriginForecast]], _ level: ForecastLevel, _ run: ForecastRun
  ) -> [[[Double]]] {
    let misses = PastMisses(
      made, level: level, measure: .grade, panel: run.panel, horizon: run.horizon,
      observed: Self.observedYears)
    var sums: [[Int]: [Double]] = [:]
    return run.origins.map { origin in
      (0...run.horizon).map { ahead in
        let samples = misses.known(at: origin, ahead: ahead)
        let found = samples.map { sample in
          let key = [sample.origin, sample.ahead]
          let sum = sums[key] ?? MixWeights.sums(of: sample)
          sums[key] = sum
          return sum
        }
        return MixWeights.best(of: found) ?? Self.untaught
      }
    }
  }
}

extension Cube {
  /// The sum of cubes of one shape, times the weights of each year: `weights[year][cube]`.
  ///
  /// Year 0 is the origin, which all of them repeat as it was counted.
  static func mixed(_ cubes: [Cube], _ weights: [[Double]]) -> Cube {
    var weights = weights
    weights[0] = cubes.indices.map { $0 == 0 ? 1 : 0 }
    var result = Cube(units: cubes[0].units, years: cubes[0].years, grades: cubes[0].grades)
    for (index, cube) in cubes.enumerated() {
      for unit in 0..<cube.units {
        for year in 0..<cube.years {
          let weight = weights[year][index]
          guard weight != 0 else { continue }
          cube.withRow(unit, year) { row in
            result.withMutableRow(unit, year) { sum in
              for grade in row.indices { sum[grade] += weight * row[grade] }
            }
          }
        }
      }
    }
    return result
  }
}
