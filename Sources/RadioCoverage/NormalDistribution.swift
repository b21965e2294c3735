import Foundation

/// The standard normal distribution.
enum NormalDistribution {
  /// Φ⁻¹(p): the value that a standard normal variable stays below with probability `p`, 0 < p < 1.
  ///
  /// A first guess by Hastings' formula (Abramowitz and Stegun, 26.2.22), made exact by Halley's steps
  /// on erfc; the error is below 1e-14 for 1e-12 < p < 1 − 1e-12.
  static func quantile(_ p: Double) -> Double {
    let tail = min(p, 1 - p)
    let t = (-2 * log(tail)).squareRoot()
    var x = (2.30753 + 0.27061 * t) / (1 + t * (0.99229 + 0.04481 * t)) - t
    for _ in 0..<3 {
      let error = 0.5 * erfc(-x / 2.0.squareRoot()) - tail
      let step = error * (2 * Double.pi).squareRoot() * exp(x * x / 2)
      x -= step / (1 + x * step / 2)
    }
    return p < 0.5 ? x : -x
  }
}
