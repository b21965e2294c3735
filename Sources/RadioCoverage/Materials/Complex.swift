import Foundation

/// A complex number, with just what slabs of lossy material need.
struct Complex: Hashable, Sendable {
  var re: Double
  var im: Double

  init(_ re: Double, _ im: Double = 0) {
    self.re = re
    self.im = im
  }

  static let i = Complex(0, 1)

  /// |z|².
  var power: Double { re * re + im * im }

  static func + (a: Self, b: Self) -> Self { Self(a.re + b.re, a.im + b.im) }
  static func - (a: Self, b: Self) -> Self { Self(a.re - b.re, a.im - b.im) }
  static func * (a: Self, b: Self) -> Self {
    Self(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re)
  }
  static func * (a: Self, b: Double) -> Self { Self(a.re * b, a.im * b) }
  static func / (a: Self, b: Self) -> Self {
    let scale = 1 / b.power
    return Self((a.re * b.re + a.im * b.im) * scale, (a.im * b.re - a.re * b.im) * scale)
  }

  /// The root with non-negative real part; its imaginary part has the sign of `im`, so that a lossy
  /// material (im ≤ 0 under e^{+jωt}) gives a wave that decays.
  var squareRoot: Complex {
    let modulus = power.squareRoot()
    // Half-angle by the larger part, the other from their product: no cancellation.
    if re >= 0 {
      let a = ((modulus + re) / 2).squareRoot()
      return Complex(a, a == 0 ? 0 : im / (2 * a))
    }
    let b = ((modulus - re) / 2).squareRoot()
    return Complex(abs(im) / (2 * b), im < 0 ? -b : b)
  }

  /// e^{j·angle}.
  static func unit(_ angle: Double) -> Complex { Complex(cos(angle), sin(angle)) }
}
