import Foundation

/// 80 % bands around a forecast, from past out-of-sample errors of the same method and horizon.
///
/// The errors are `log(actual / forecast)` at earlier origins whose target year was known at the
/// origin, in classes of like size where a class has at least 30 of them. Where no earlier origin
/// reaches as far ahead, the farthest that is known stands in, scaled with the square root of the
/// years ahead. The classical methods of a backtest have these bands; ``VolatilityBands`` are ours.
struct ErrorBands {
  /// How errors become a band.
  enum Rule: Hashable, Sendable {
    /// The quantiles at 10 % and 90 % as they are.
    case quantiles
    /// The same, held around the forecast and widened by a Student factor for the few origins: all
    /// units of a year share its shock, so that years count, not cells.
    case yearShocks
  }

  private let edges: [Double]
  /// What a forecast is multiplied with, by size class, for each rule.
  private let plain: [(low: Double, high: Double)]
  private let widened: [(low: Double, high: Double)]

  /// Collects the errors known at `origin`; nil when there are none.
  init?(_ past: PastErrors, origin: Int, ahead: Int) {
    guard let reach = past.reach(at: origin, ahead: ahead) else { return nil }
    let samples = past.knownBySize(at: origin, ahead: reach)
    let scale = (Double(ahead) / Double(reach)).squareRoot()
    var errors = [[Double]](repeating: [], count: past.edges.count + 1)
    for place in errors.indices {
      errors[place].reserveCapacity(samples.reduce(0) { $0 + $1[place].count })
      for sample in samples {
        let found = sample[place]
        errors[place] += scale == 1 ? found : found.map { $0 * scale }
      }
    }
    guard errors.contains(where: { !$0.isEmpty }) else { return nil }
    var whole: (low: Double, high: Double)?
    let classes: [(low: Double, high: Double)] = errors.map { sample in
      guard sample.count >= 30 else {
        if let whole { return whole }
        var all = Quantile(of: errors.flatMap(\.self))
        let bounds = (low: all.value(selecting: 0.1), high: all.value(selecting: 0.9))
        whole = bounds
        return bounds
      }
      var quantile = Quantile(of: sample)
      return (quantile.value(selecting: 0.1), quantile.value(selecting: 0.9))
    }
    edges = past.edges
    let factor = StudentFactor.factor(.eighty, periods: samples.count)
    plain = classes.map { (exp($0.low), exp($0.high)) }
    widened = classes.map { (exp(min($0.low, 0) * factor), exp(max($0.high, 0) * factor)) }
  }

  /// The band around a forecast number of pupils.
  func band(_ forecast: Double, _ rule: Rule) -> (low: Double, high: Double) {
    let (low, high) = (rule == .yearShocks ? widened : plain)[PastErrors.place(forecast, edges)]
    return (forecast * low, forecast * high)
  }
}
