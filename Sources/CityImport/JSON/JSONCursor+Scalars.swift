import Foundation

extension JSONCursor {
  /// The number at the cursor.
  mutating func number() throws(JSONSyntaxError) -> Double {
    _ = peek()
    let start = position
    var mantissa: UInt64 = 0
    var scale = 0
    var isExact = true
    let isNegative = position < end && bytes[position] == UInt8(ascii: "-")
    if isNegative { position += 1 }
    let first = position
    while position < end, bytes[position] &- 48 < 10 {
      if mantissa < 100_000_000_000_000_000 {
        mantissa = mantissa * 10 + UInt64(bytes[position] &- 48)
      } else {
        isExact = false
      }
      position += 1
    }
    guard position > first else { throw failure("expected a number") }
    if position < end, bytes[position] == UInt8(ascii: ".") {
      position += 1
      while position < end, bytes[position] &- 48 < 10 {
        if mantissa < 100_000_000_000_000_000 {
          mantissa = mantissa * 10 + UInt64(bytes[position] &- 48)
          scale += 1
        } else {
          isExact = false
        }
        position += 1
      }
    }
    let hasExponent = position < end && bytes[position] | 32 == UInt8(ascii: "e")
    // Both are exact below these bounds, so that one division rounds once (Clinger 1990).
    if isExact, !hasExponent, mantissa < 1 << 53, scale <= 22 {
      let value = Double(mantissa) / Self.powersOfTen[scale]
      return isNegative ? -value : value
    }
    position = start
    try skipNumber()
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let value = Double(text) else { throw failure("expected a number") }
    return value
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// The string at the cursor, its escapes resolved; half a surrogate pair becomes U+FFFD.
  mutating func string() throws(JSONSyntaxError) -> String {
    _ = peek()
    let start = position + 1
    try skipString()
    let inside = bytes[start..<(position - 1)]
    guard inside.contains(UInt8(ascii: "\\")) else {
      return String(decoding: inside, as: UTF8.self)
    }
    return try unescape(start, position - 1)
  }

  private func unescape(_ start: Int, _ stop: Int) throws(JSONSyntaxError) -> String {
    var units: [UInt8] = []
    var at = start
    while at < stop {
      guard bytes[at] == UInt8(ascii: "\\") else {
        units.append(bytes[at])
        at += 1
        continue
      }
      let escape = at + 1 < stop ? bytes[at + 1] : 0
      at += 2
      switch escape {
      case UInt8(ascii: "n"): units.append(0x0A)
      case UInt8(ascii: "r"): units.append(0x0D)
      case UInt8(ascii: "t"): units.append(0x09)
      case UInt8(ascii: "b"): units.append(0x08)
      case UInt8(ascii: "f"): units.append(0x0C)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): units.append(escape)
      case UInt8(ascii: "u"):
        let scalar = scalar(&at, stop) ?? "\u{FFFD}"
        units.append(contentsOf: String(Character(scalar)).utf8)
      default:
        throw JSONSyntaxError(position: at - 1, reason: "a string holds an unknown escape")
      }
    }
    return String(decoding: units, as: UTF8.self)
  }

  /// The character of `\uXXXX`, of a pair of them when it is a surrogate; `at` stands behind the u.
  private func scalar(_ at: inout Int, _ stop: Int) -> Unicode.Scalar? {
    guard let high = hexadecimal(at, stop) else { return nil }
    at += 4
    guard (0xD800..<0xDC00).contains(high) else { return Unicode.Scalar(high) }
    guard at + 1 < stop, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u"),
      let low = hexadecimal(at + 2, stop), (0xDC00..<0xE000).contains(low)
    else { return nil }
    at += 6
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
  }

  private func hexadecimal(_ at: Int, _ stop: Int) -> UInt32? {
    guard at + 4 <= stop else { return nil }
    return UInt32(String(decoding: bytes[at..<(at + 4)], as: UTF8.self), radix: 16)
  }
}
