/// Reads one integer or real number from bytes.
struct STEPNumber {
  private let bytes: UnsafePointer<UInt8>
  private(set) var position: Int
  private let end: Int

  init(_ bytes: UnsafePointer<UInt8>, _ position: Int, _ end: Int) {
    self.bytes = bytes
    self.position = position
    self.end = end
  }

  /// The number at the position; `invalid` when there is none.
  ///
  /// Accepts `1.`, `.5` and `1.E-3`, as files have them.
  mutating func read() -> STEPValue {
    let start = position
    var isNegative = false
    if position < end, bytes[position] == 45 || bytes[position] == 43 {
      isNegative = bytes[position] == 45
      position += 1
    }
    var mantissa: UInt64 = 0
    var digits = 0
    var scale = 0
    var isReal = false
    var isExact = true
    func take(_ digit: UInt8) {
      digits += 1
      if mantissa < 1_000_000_000_000_000_000 {
        mantissa = mantissa * 10 + UInt64(digit)
        if isReal { scale -= 1 }
      } else {
        isExact = false
        if !isReal { scale += 1 }
      }
    }
    while position < end, bytes[position] &- 48 < 10 {
      take(bytes[position] &- 48)
      position += 1
    }
    if position < end, bytes[position] == UInt8(ascii: ".") {
      isReal = true
      position += 1
      while position < end, bytes[position] &- 48 < 10 {
        take(bytes[position] &- 48)
        position += 1
      }
    }
    guard digits > 0 else { return .invalid(start) }
    if position < end, bytes[position] | 32 == UInt8(ascii: "e") {
      isReal = true
      var at = position + 1
      var isDown = false
      if at < end, bytes[at] == 45 || bytes[at] == 43 {
        isDown = bytes[at] == 45
        at += 1
      }
      let firstDigit = at
      var exponent = 0
      while at < end, bytes[at] &- 48 < 10 {
        exponent = min(exponent * 10 + Int(bytes[at] &- 48), 100_000)
        at += 1
      }
      guard at > firstDigit else { return .invalid(start) }
      scale += isDown ? -exponent : exponent
      position = at
    }
    if !isReal {
      guard isExact, mantissa <= UInt64(Int.max) else { return .invalid(start) }
      return .integer(isNegative ? -Int(mantissa) : Int(mantissa))
    }
    guard let value = STEPNumber.value(mantissa, scale), value.isFinite else {
      return .invalid(start)
    }
    return .real(isNegative ? -value : value)
  }

  /// `mantissa · 10^scale`, correctly rounded (but for the last half unit of numbers with more than
  /// 19 digits).
  private static func value(_ mantissa: UInt64, _ scale: Int) -> Double? {
    if scale == 0 { return Double(mantissa) }
    guard mantissa != 0 else { return 0 }
    // Both factors are exact, so the one rounding is the right one.
    if mantissa < 1 << 53, -22...22 ~= scale {
      return scale < 0
        ? Double(mantissa) / powers[-scale] : Double(mantissa) * powers[scale]
    }
    return Double("\(mantissa)e\(scale)")
  }

  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
