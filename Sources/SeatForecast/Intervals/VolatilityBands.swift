import Foundation

/// Bands of a forecast some years ahead from all past errors up to there.
///
/// Errors of fewer years ahead count, too, grown with a power of the years that is fitted to them. They
/// are measured in steps of their size class, and every school or district has its own volatility, shrunk
/// to that of all. What is left are the quantiles. As far as all units of a year erred together, the
/// years count and not the units: that share of the variance is widened by Student's factor for the
/// periods that do not overlap.
struct VolatilityBands {
  /// Errors that the shrinkage of a unit's volatility weighs as much as.
  private static let priorErrors = 10.0
  /// The least errors that a size class has a scale of its own with.
  private static let classErrors = 30
  /// Squared errors count to this many steps.
  private static let cap = 9.0

  /// Years ahead that errors were known of.
  let reach: Int
  /// Origins that errors so far ahead come from.
  let origins: Int
  private let edges: [Double]
  private let scales: [Double]
  private let volatility: [Double]
  /// By the place of each confidence in ``Confidence/allCases``.
  private let quantiles: [(low: Double, high: Double)]

  /// Collects the errors known at `origin`; nil when there are none.
  ///
  /// `confidences` are those that will be asked for.
  init?(
    _ past: PastErrors, origin: Int, ahead: Int,
    confidences: [Confidence] = Confidence.allCases
  ) {
    guard let reach = past.reach(at: origin, ahead: ahead) else { return nil }
    let growth = ahead == 1 ? 1 : ErrorGrowth(past, origin: origin).power
    var grown: [Double] = []
    var classes: [Int] = []
    var places: [Int] = []
    var origins = 0
    var common = 0.0
    var all = 0.0
    let samples = (1...reach).map { past.known(at: origin, ahead: $0) }
    let count = samples.reduce(0) { $0 + $1.reduce(0) { $0 + $1.count } }
    grown.reserveCapacity(count)
    classes.reserveCapacity(count)
    places.reserveCapacity(count)
    for years in 1...reach {
      let factor = pow(Double(ahead) / Double(years), growth)
      let known = samples[years - 1]
      if years == reach { origins = known.count }
      for sample in known where !sample.isEmpty {
        var sum = 0.0
        var squares = 0.0
        for miss in sample {
          grown.append(miss.error * factor)
          classes.append(miss.size)
          places.append(miss.place)
          sum += miss.error
          squares += miss.error * miss.error
        }
        let count = Double(sample.count)
        // Independent errors have a mean, too: what chance makes of it is no common shock.
        common +=
          count > 1 ? max(0, (sum * sum - squares) / (count * (count - 1))) : squares
        all += squares / count
      }
    }
    guard !grown.isEmpty else { return nil }
    self.reach = reach
    self.origins = origins
    edges = past.edges
    scales = Self.scales(grown, classes, past.edges.count + 1)
    for index in grown.indices { grown[index] /= scales[classes[index]] }
    volatility = Self.volatility(grown, places, past.units)
    for index in grown.indices { grown[index] /= volatility[places[index]] }

    let share = all > 0 ? min(1, common / all) : 0
    let periods = max(1, Int((Double(origins) / Double(reach)).rounded()))
    var sample = Quantile(of: grown)
    quantiles = Confidence.allCases.map { confidence in
      guard confidences.contains(confidence) else { return (0, 0) }
      let student = StudentFactor.factor(confidence, periods: periods)
      let wider = (1 - share + share * student * student).squareRoot()
      return (
        min(0, sample.value(selecting: confidence.tail)) * wider,
        max(0, sample.value(selecting: 1 - confidence.tail)) * wider
      )
    }
  }

  /// Bounds of `log(actual / forecast)` of one school or district.
  func logs(
    _ forecast: Double, place: Int, _ confidence: Confidence
  ) -> (low: Double, high: Double) {
    let (low, high) = quantiles[confidence.place]
    let step = scales[PastErrors.place(forecast, edges)] * volatility[place]
    return (low * step, high * step)
  }

  /// The band around a forecast number of pupils of one school or district.
  func band(
    _ forecast: Double, place: Int, _ confidence: Confidence
  ) -> (low: Double, high: Double) {
    let (low, high) = logs(forecast, place: place, confidence)
    return (forecast * exp(low), forecast * exp(high))
  }

  // MARK: - Parts

  /// What four errors in five stay below, by size class.
  private static func scales(_ errors: [Double], _ classes: [Int], _ count: Int) -> [Double] {
    var sizes = [[Double]](repeating: [], count: count)
    for (error, place) in zip(errors, classes) { sizes[place].append(abs(error)) }
    var whole: Double?
    return sizes.map { sample in
      guard sample.count >= classErrors else {
        if let whole { return whole }
        var all = Quantile(of: errors.map(abs))
        let scale = max(all.value(selecting: 0.8), 1e-9)
        whole = scale
        return scale
      }
      var quantile = Quantile(of: sample)
      return max(quantile.value(selecting: 0.8), 1e-9)
    }
  }

  /// Each unit's standard deviation against that of all, shrunk.
  private static func volatility(
    _ errors: [Double], _ places: [Int], _ units: Int
  ) -> [Double] {
    var squares = [Double](repeating: 0, count: units)
    var counts = squares
    for (error, place) in zip(errors, places) {
      squares[place] += min(error * error, cap)
      counts[place] += 1
    }
    let mean = squares.reduce(0, +) / max(counts.reduce(0, +), 1)
    guard mean > 0 else { return [Double](repeating: 1, count: units) }
    return zip(squares, counts).map {
      (($0 + priorErrors * mean) / ($1 + priorErrors) / mean).squareRoot()
    }
  }
}

/// The power of the years ahead that errors grow with: the slope of the logarithm of their mean size,
/// drawn towards 0.75, between the 0.5 of independent years and the 1 of a steady drift.
struct ErrorGrowth {
  private static let prior = 0.75
  private static let bounds = 0.5...1.0
  /// Spread of the logarithms that the prior weighs as much as.
  private static let priorWeight = 0.5

  let power: Double

  init(_ past: PastErrors, origin: Int) {
    var points: [(x: Double, y: Double, weight: Double)] = []
    for years in stride(from: 1, through: past.horizon, by: 1) {
      let known = past.known(at: origin, ahead: years)
      let count = known.reduce(0) { $0 + $1.count }
      let sum = known.reduce(0) { $0 + $1.reduce(0) { $0 + abs($1.error) } }
      if count > 0, sum > 0 {
        points.append((log(Double(years)), log(sum / Double(count)), Double(known.count)))
      }
    }
    guard points.count >= 2 else {
      power = Self.prior
      return
    }
    let weight = points.reduce(0) { $0 + $1.weight }
    let x = points.reduce(0) { $0 + $1.weight * $1.x } / weight
    let y = points.reduce(0) { $0 + $1.weight * $1.y } / weight
    let xy = points.reduce(0) { $0 + $1.weight * ($1.x - x) * ($1.y - y) }
    let xx = points.reduce(0) { $0 + $1.weight * ($1.x - x) * ($1.x - x) }
    let slope = (xy + Self.priorWeight * Self.prior) / (xx + Self.priorWeight)
    power = min(max(slope, Self.bounds.lowerBound), Self.bounds.upperBound)
  }
}
