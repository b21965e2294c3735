import Foundation
import TwinModel

extension Estimate {
  /// The probability that demand exceeds `supply` (%); nil when no interval is known.
  ///
  /// Demand is taken as two half normal distributions that meet at the estimate, each as wide as its
  /// side of the 80 % interval: `P = 1 − Φ((supply − value) / σ)`, `σ` the side's width / 1.2816.
  package func shortageProbability(supply: Int) -> Double? {
    guard let interval else { return nil }
    let distance = Double(supply) - value
    let side = distance >= 0 ? interval.high - value : value - interval.low
    guard side > 0 else { return distance >= 0 ? 0 : 100 }
    let deviations = distance / (side / StudentFactor.normal)
    return 100 * 0.5 * erfc(deviations / 2.0.squareRoot())
  }
}
