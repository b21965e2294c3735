/// `twin`: the program's own choice, whose schools add up to their districts.
///
/// Six methods are mixed, for schools and districts apart and for each number of years ahead, with
/// weights learnt on what they missed at earlier origins: two that follow cohorts (`hier`, `ebgpr`),
/// three that know a school's size (`ets`, `naive`, `mean3`), and one between (`sized`). A district's size is its population's, so
/// its total is a mix of cohort methods alone, and its grades are scaled to it. At last schools and
/// districts are reconciled.
package struct TwinForecast: CombinedMethod {
  package let name = "twin"

  package init() {}

  package var core: any ForecastMethod { HierarchicalProgression() }

  package var ingredients: [any ForecastMethod] { Self.parts + Self.totalParts }

  /// The methods that grades are mixed of, in the order of weights.
  static var parts: [any ForecastMethod] {
    [
      HierarchicalProgression(), PooledProgression(), ExponentialSmoothing(), LastValue(),
      RecentMean(), SizedCohorts(),
    ]
  }

  /// The methods that totals of districts are mixed of, in the order of weights.
  static var totalParts: [any ForecastMethod] {
    [HierarchicalProgression(), PooledProgression(), GradeProgression.lastThreeYears]
  }

  /// Weights before any miss is known: most on cohorts, the rest on sizes, alike within each.
  private static let prior = [0.3, 0.3, 0.1, 0.1, 0.1, 0.1]
  private static let totalPrior = [Double](repeating: 1.0 / 3, count: 3)
  /// Observed years that an origin to learn from must have behind it.
  private static let observedYears = 3

  package func combined(_ run: inout ForecastRun) -> [OriginForecast] {
    mixes(&run).map(\.forecast)
  }

  /// What was mixed, and how.
  struct Mix {
    var forecast: OriginForecast
    var recipe: MixRecipe
  }

  /// The mixes of a run, by origin.
  func mixes(_ run: inout ForecastRun) -> [Mix] {
    var parts: [[OriginForecast]] = []
    for part in Self.parts { parts.append(run.forecasts(part)) }
    var totalParts: [[OriginForecast]] = []
    for part in Self.totalParts { totalParts.append(run.forecasts(part)) }
    let hier = parts[0]
    for (index, origin) in run.origins.enumerated() {
      let partial = PartialDistricts(run.panel, origin: origin)
      for part in Self.parts.indices where Self.parts[part] is PooledProgression {
        parts[part][index] = partial.filled(parts[part][index], from: hier[index])
      }
      for part in totalParts.indices {
        totalParts[part][index] = partial.filled(totalParts[part][index], from: hier[index])
      }
    }
    let (known, knownTotals, done) = (parts, totalParts, run)
    let weights = Parallel.map(3) { piece in
      switch piece {
      case 0: Self.weights(known, .school, .grade, Self.prior, done)
      case 1: Self.weights(known, .district, .grade, Self.prior, done)
      default: Self.weights(knownTotals, .district, .total, Self.totalPrior, done)
      }
    }
    let (school, district, total) = (weights[0], weights[1], weights[2])

    var reconciliation = Reconciliation(run.panel, horizon: run.horizon)
    return run.origins.indices.map { index in
      let here = parts.map { $0[index] }
      let schools = Cube.mixed(here.map(\.school), school[index])
      let shape = Cube.mixed(here.map(\.district), district[index])
      let size = Cube.mixed(totalParts.map { $0[index].district }, total[index])
      let raw = OriginForecast(
        origin: run.origins[index], school: schools, district: shape.scaled(toTotalsOf: size))
      let (forecast, lean) = reconciliation.reconciled(raw)
      return Mix(
        forecast: forecast,
        recipe: MixRecipe(
          school: school[index], district: district[index], total: total[index], lean: lean))
    }
  }

  private static func weights(
    _ parts: [[OriginForecast]], _ level: ForecastLevel, _ measure: PastMisses.Measure,
    _ prior: [Double], _ run: ForecastRun
  ) -> [[[Double]]] {
    let misses = PastMisses(
      parts, level: level, measure: measure, panel: run.panel, horizon: run.horizon,
      observed: observedYears)
    return run.origins.map { origin in
      // Years ahead that nothing is known of yet share the samples, and so the weights, of fewer.
      var last: (reach: Int, weights: [Double])?
      return (0...run.horizon).map { ahead in
        guard ahead > 0 else { return prior }
        let samples = misses.known(at: origin, ahead: ahead)
        let reach = samples.first?.ahead ?? 0
        if let last, last.reach == reach { return last.weights }
        let weights = MixWeights.descended(from: prior, over: samples)
        last = (reach, weights)
        return weights
      }
    }
  }
}

/// The weights of a mix from one origin, by years ahead from 0.
struct MixRecipe: Hashable, Sendable {
  /// Of ``TwinForecast/parts`` in schools' grades.
  var school: [[Double]]
  /// Of ``TwinForecast/parts`` in districts' grades.
  var district: [[Double]]
  /// Of ``TwinForecast/totalParts`` in districts' totals.
  var total: [[Double]]
  /// How far districts lean towards the sum of their schools.
  var lean: [Double]
}

extension Cube {
  /// The cube with every unit and year scaled to the total that another cube has.
  func scaled(toTotalsOf other: Cube) -> Cube {
    var result = self
    for unit in 0..<units {
      for year in 1..<years {
        let (own, wanted) = (total(unit, year), other.total(unit, year))
        guard own > 0 else { continue }
        for grade in 0..<grades { result[unit, year, grade] *= wanted / own }
      }
    }
    return result
  }
}
