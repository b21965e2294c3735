import Foundation
import TwinModel

extension Estimate {
  /// What demand stays below with a certainty from a half on; the estimate itself without interval.
  ///
  /// The upper half of the distribution of ``shortageProbability(supply:)``.
  package func quantile(below certainty: Double) -> Double {
    guard let interval, certainty > 0.5 else { return value }
    let deviation = (interval.high - value) / StudentFactor.normal
    return value + deviation * Self.normalQuantile(certainty)
  }

  /// The normal quantile by bisection of its distribution, to a billionth.
  private static func normalQuantile(_ share: Double) -> Double {
    var (low, high) = (0.0, 10.0)
    for _ in 0..<40 {
      let middle = (low + high) / 2
      if 0.5 * erfc(-middle / 2.0.squareRoot()) < share { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
