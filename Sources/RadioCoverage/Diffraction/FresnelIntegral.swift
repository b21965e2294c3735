import Foundation

/// C(x) = ∫₀ˣ cos(π/2·t²) dt and S(x) = ∫₀ˣ sin(π/2·t²) dt, within 1e-13 for |x| ≤ 50.
///
/// Up to 1.6 by their power series; beyond by C + jS = (1 + j)/2 − f·e^{jπx²/2}, with f from the
/// continued fraction of erfc.
///
/// Source: Abramowitz and Stegun, 7.3.11, 7.3.13, 7.3.22 and 7.1.14.
struct FresnelIntegral: Hashable, Sendable {
  /// C(x).
  let cosine: Double
  /// S(x).
  let sine: Double

  init(_ x: Double) {
    let value = abs(x) <= 1.6 ? Self.series(abs(x)) : Self.fraction(abs(x))
    cosine = x < 0 ? -value.re : value.re
    sine = x < 0 ? -value.im : value.im
  }

  /// Σ (jπ/2)ⁿ·x^(2n+1)/(n!·(2n+1)).
  private static func series(_ x: Double) -> Complex {
    var sum = Complex(x)
    var power = Complex(x)
    for n in 1..<60 {
      power = power * Complex.i * (Double.pi / 2 * x * x / Double(n))
      sum = sum + power * (1 / Double(2 * n + 1))
    }
    return sum
  }

  /// (1 + j)/2·(1 − erfc(z)) with z = √π/2·(1 − j)·x and
  /// erfc(z) = e^{−z²}/√π · 1/(z + (1/2)/(z + 1/(z + (3/2)/(z + …)))).
  private static func fraction(_ x: Double) -> Complex {
    let half = Double.pi.squareRoot() / 2 * x
    let z = Complex(half, -half)
    var tail = z
    for n in stride(from: 200, through: 1, by: -1) {
      tail = z + Complex(Double(n) / 2) / tail
    }
    // −z² = jπx²/2.
    let complement =
      Complex.unit(Double.pi / 2 * x * x) * (1 / Double.pi.squareRoot()) / tail
    return Complex(0.5, 0.5) * (Complex(1) - complement)
  }
}
