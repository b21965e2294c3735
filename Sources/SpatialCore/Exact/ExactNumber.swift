/// A fraction of whole numbers of any size, with the double nearest to it at hand.
package struct ExactNumber: Sendable {
  package let numerator: BigInteger
  /// Positive.
  package let denominator: BigInteger
  /// The value, off by less than 2⁻⁵¹ of itself.
  package let approximate: Double

  /// Creates numerator / denominator.
  package init(_ numerator: BigInteger, _ denominator: BigInteger = BigInteger(1)) {
    precondition(denominator.sign != 0, "a fraction over 0")
    let flips = denominator.sign < 0
    self.numerator = flips ? -numerator : numerator
    self.denominator = flips ? -denominator : denominator
    let (a, b) = (self.numerator.scaled, self.denominator.scaled)
    approximate = Double(
      sign: .plus, exponent: a.exponent - b.exponent, significand: a.mantissa / b.mantissa)
  }

  /// Creates the number that a double is; the double must be finite.
  package init(_ value: Double) {
    guard value != 0 else {
      self.init(BigInteger(0))
      return
    }
    // m · 2ᵉ with a whole m of 53 bits.
    let whole = BigInteger(Int(value.significand * 0x1p52) * (value < 0 ? -1 : 1))
    let shift = Int(value.exponent) - 52
    if shift >= 0 {
      self.init(whole * BigInteger(powerOfTwo: shift))
    } else {
      self.init(whole, BigInteger(powerOfTwo: -shift))
    }
  }

  /// The middle of two numbers.
  package static func middle(_ a: ExactNumber, _ b: ExactNumber) -> ExactNumber {
    ExactNumber(
      a.numerator * b.denominator + b.numerator * a.denominator,
      a.denominator * b.denominator * BigInteger(2))
  }

  /// −1, 0 or 1 as `a` is below, equal to or above `b`.
  package static func order(_ a: ExactNumber, _ b: ExactNumber) -> Int {
    let difference = a.approximate - b.approximate
    if abs(difference) > 0x1p-49 * max(abs(a.approximate), abs(b.approximate)) {
      return difference < 0 ? -1 : 1
    }
    return (a.numerator * b.denominator - b.numerator * a.denominator).sign
  }
}
