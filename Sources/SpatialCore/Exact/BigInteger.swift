/// A whole number of any size, as sign and 64-bit digits, for predicates that must not round.
///
/// Only what the geometry needs: sums, products, comparison, decimal digits. Products are by the
/// schoolbook rule, which is the fastest for the few digits that occur.
package struct BigInteger: Hashable, Sendable {
  private(set) var isNegative: Bool
  /// Digits to the base 2⁶⁴, lowest first, without zeros at the top; empty for 0.
  private(set) var digits: [UInt64]

  /// Creates the number `value`.
  package init(_ value: Int) {
    isNegative = value < 0
    digits = value == 0 ? [] : [UInt64(value.magnitude)]
  }

  /// Creates 2 to the power `exponent`, which is not negative.
  package init(powerOfTwo exponent: Int) {
    isNegative = false
    digits = [UInt64](repeating: 0, count: exponent / 64) + [1 << UInt64(exponent % 64)]
  }

  private init(isNegative: Bool, digits: [UInt64]) {
    var digits = digits
    while digits.last == 0 { digits.removeLast() }
    self.digits = digits
    self.isNegative = isNegative && !digits.isEmpty
  }

  /// Reads decimal digits with an optional sign; nil when there is anything else.
  package init?(decimal text: some StringProtocol) {
    var bytes = Array(text.utf8)[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
    guard !bytes.isEmpty else { return nil }
    var digits: [UInt64] = []
    for byte in bytes {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      var carry = UInt64(byte - UInt8(ascii: "0"))
      for place in digits.indices {
        let (high, low) = digits[place].multipliedFullWidth(by: 10)
        let (sum, overflow) = low.addingReportingOverflow(carry)
        digits[place] = sum
        carry = high + (overflow ? 1 : 0)
      }
      if carry > 0 { digits.append(carry) }
    }
    self.init(isNegative: isNegative, digits: digits)
  }

  /// −1, 0 or 1.
  package var sign: Int { digits.isEmpty ? 0 : isNegative ? -1 : 1 }

  /// The number as 0.5 ≤ |m| < 1 times 2ᵉ, with m off by less than 2⁻⁶² of itself before rounding.
  package var scaled: (mantissa: Double, exponent: Int) {
    guard let top = digits.last else { return (0, 0) }
    let shift = top.leadingZeroBitCount
    var head = top << UInt64(shift)
    if shift > 0, digits.count > 1 {
      head |= digits[digits.count - 2] >> UInt64(64 - shift)
    }
    let mantissa = Double(head) * 0x1p-64
    return (isNegative ? -mantissa : mantissa, digits.count * 64 - shift)
  }

  /// Decimal digits.
  package var decimal: String {
    var rest = digits
    var groups: [String] = []
    while !rest.isEmpty {
      var remainder: UInt64 = 0
      for place in rest.indices.reversed() {
        let (quotient, left) = UInt64(1_000_000_000_000_000_000)
          .dividingFullWidth((remainder, rest[place]))
        rest[place] = quotient
        remainder = left
      }
      while rest.last == 0 { rest.removeLast() }
      let group = String(remainder)
      groups.append(
        rest.isEmpty ? group : String(repeating: "0", count: 18 - group.count) + group)
    }
    if groups.isEmpty { return "0" }
    return (isNegative ? "-" : "") + groups.reversed().joined()
  }

  package static prefix func - (value: BigInteger) -> BigInteger {
    BigInteger(isNegative: !value.isNegative, digits: value.digits)
  }

  package static func + (a: BigInteger, b: BigInteger) -> BigInteger {
    if a.isNegative == b.isNegative {
      return BigInteger(isNegative: a.isNegative, digits: sum(a.digits, b.digits))
    }
    return isLess(a.digits, b.digits)
      ? BigInteger(isNegative: b.isNegative, digits: difference(b.digits, a.digits))
      : BigInteger(isNegative: a.isNegative, digits: difference(a.digits, b.digits))
  }

  package static func - (a: BigInteger, b: BigInteger) -> BigInteger { a + -b }

  package static func * (a: BigInteger, b: BigInteger) -> BigInteger {
    if a.digits.isEmpty || b.digits.isEmpty { return BigInteger(0) }
    var product = [UInt64](repeating: 0, count: a.digits.count + b.digits.count)
    for (i, x) in a.digits.enumerated() {
      var carry: UInt64 = 0
      for (j, y) in b.digits.enumerated() {
        let (high, low) = x.multipliedFullWidth(by: y)
        let (first, over) = low.addingReportingOverflow(product[i + j])
        let (second, again) = first.addingReportingOverflow(carry)
        product[i + j] = second
        carry = high &+ (over ? 1 : 0) &+ (again ? 1 : 0)
      }
      product[i + b.digits.count] = carry
    }
    return BigInteger(isNegative: a.isNegative != b.isNegative, digits: product)
  }

  // MARK: - Digits

  private static func sum(_ a: [UInt64], _ b: [UInt64]) -> [UInt64] {
    var result = a.count >= b.count ? a : b
    let other = a.count >= b.count ? b : a
    var carry: UInt64 = 0
    for place in result.indices {
      if place >= other.count, carry == 0 { break }
      let (first, over) = result[place].addingReportingOverflow(
        place < other.count ? other[place] : 0)
      let (second, again) = first.addingReportingOverflow(carry)
      result[place] = second
      carry = (over ? 1 : 0) + (again ? 1 : 0)
    }
    if carry > 0 { result.append(carry) }
    return result
  }

  /// a − b for a ≥ b.
  private static func difference(_ a: [UInt64], _ b: [UInt64]) -> [UInt64] {
    var result = a
    var borrow: UInt64 = 0
    for place in result.indices {
      if place >= b.count, borrow == 0 { break }
      let (first, over) = result[place].subtractingReportingOverflow(
        place < b.count ? b[place] : 0)
      let (second, again) = first.subtractingReportingOverflow(borrow)
      result[place] = second
      borrow = (over ? 1 : 0) + (again ? 1 : 0)
    }
    return result
  }

  private static func isLess(_ a: [UInt64], _ b: [UInt64]) -> Bool {
    if a.count != b.count { return a.count < b.count }
    for place in a.indices.reversed() where a[place] != b[place] { return a[place] < b[place] }
    return false
  }
}
