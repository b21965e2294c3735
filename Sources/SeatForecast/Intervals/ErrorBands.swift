import Foundation

/// 80 % bands around a forecast, from past out-of-sample errors of the same method and horizon.
///
/// The errors are `log(actual / forecast)` at earlier origins whose target year was known at the
/// origin, in classes of like size where a class has at least 30 of them. Where no earlier origin
/// reaches as far ahead, the farthest that is known stands in, scaled with a power of the years
/// ahead.
struct ErrorBands {
  /// How errors become a band.
  enum Rule: Hashable, Sendable {
    /// The quantiles at 10 % and 90 % as they are.
    case quantiles
    /// The same, held around the forecast and widened by a Student factor for the few origins: all
    /// units of a year share its shock, so that years count, not cells.
    case yearShocks
  }

  /// Origins that the errors come from.
  let origins: Int
  /// Years ahead that the errors were observed at.
  let observedAhead: Int
  private let edges: [Double]
  private let classes: [(low: Double, high: Double)]

  /// Collects the errors known at `origin`; nil when there are none.
  ///
  /// Errors that must stand in for
  /// those farther ahead grow with `growth` as the power of the years.
  init?(
    _ past: PastForecasts, unit: ForecastUnit, origin: Int, ahead: Int, growth: Double = 0.5
  ) {
    let stages = past.panel.stages
    var used: (ahead: Int, origins: [(origin: Int, cube: Cube)])?
    for years in stride(from: min(ahead, past.horizon), through: 1, by: -1) {
      let known = past.forecasts.filter {
        $0.origin + years <= origin && past.hasTarget($0.origin, ahead: years)
      }
      if !known.isEmpty {
        used = (years, known)
        break
      }
    }
    guard let used else { return nil }
    let scale = pow(Double(ahead) / Double(used.ahead), growth)
    edges = unit.sizeClasses(past.level)
    var errors = [[Double]](repeating: [], count: edges.count + 1)
    let actual = past.actual
    for (made, cube) in used.origins {
      for place in past.living(made, ahead: used.ahead) {
        let said = unit.sums(cube, place, used.ahead, stages)
        let came = unit.sums(actual, place, made + used.ahead, stages)
        for (forecast, value) in zip(said, came) where forecast > 1 && value > 0 {
          errors[Self.place(forecast, edges)].append(log(value / forecast) * scale)
        }
      }
    }
    let all = Quantile(of: errors.flatMap(\.self))
    guard all.count > 0 else { return nil }
    classes = errors.map { sample in
      let quantile = sample.count >= 30 ? Quantile(of: sample) : all
      return (quantile.value(at: 0.1), quantile.value(at: 0.9))
    }
    origins = used.origins.count
    observedAhead = used.ahead
  }

  /// The band around a forecast number of pupils.
  func band(_ forecast: Double, _ rule: Rule) -> (low: Double, high: Double) {
    let (low, high) = logs(rule)[Self.place(forecast, edges)]
    return (forecast * exp(low), forecast * exp(high))
  }

  /// Bounds of `log(actual / forecast)`, by size class.
  func logs(_ rule: Rule) -> [(low: Double, high: Double)] {
    guard rule == .yearShocks else { return classes }
    let factor = StudentFactor.factor(origins: origins)
    return classes.map { (min($0.low, 0) * factor, max($0.high, 0) * factor) }
  }

  /// The size class of a number of pupils, given the bounds between classes.
  static func place(_ value: Double, _ edges: [Double]) -> Int {
    edges.firstIndex { value < $0 } ?? edges.count
  }
}

/// How much wider an 80 % interval is for resting on few independent years.
enum StudentFactor {
  /// The 90 % quantile of Student's t with 1 to 8 degrees of freedom.
  ///
  /// Source: any table of Student's t, such as Abramowitz and Stegun table 26.10.
  private static let quantiles = [3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397]
  /// The same for nine years and more, where it changes little.
  private static let many = 1.38
  /// The 90 % quantile of the normal distribution.
  static let normal = 1.2816

  /// The quantile for as many degrees of freedom as there are origins, against the normal's.
  static func factor(origins: Int) -> Double {
    (quantiles.indices.contains(origins - 1) ? quantiles[origins - 1] : many) / normal
  }
}
