/// Decodes the inside of a STEP string.
///
/// Understands doubled apostrophes and backslashes, `\S\`, `\P.\`, `\X\hh`, `\X2\…\X0\`, `\X4\…\X0\`
/// and `\N\`. Bytes above 127 should not occur; where they do they are UTF-8, else ISO 8859-1. A
/// broken escape stays as it was written.
///
/// Source: ISO 10303-21 §6.4.3.
enum STEPText {
  /// The text that `bytes` stand for.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let plain = bytes.allSatisfy { $0 < 128 && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "'") }
    if plain { return String(decoding: bytes, as: UTF8.self) }
    var reader = Reader(bytes)
    return reader.read()
  }

  private struct Reader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var result = String.UnicodeScalarView()
    /// The part of ISO 8859 that `\S\` means, chosen by `\PA\`.
    private var page = UInt8(ascii: "A")

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func read() -> String {
      let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
      while position < bytes.count {
        let byte = bytes[position]
        if byte == UInt8(ascii: "'") {
          result.append("'")
          position += at(1) == UInt8(ascii: "'") ? 2 : 1
        } else if byte == UInt8(ascii: "\\") {
          if !escape() {
            result.append("\\")
            position += 1
          }
        } else if byte < 128 || !isUTF8 {
          result.append(Unicode.Scalar(byte))
          position += 1
        } else {
          wideCharacter()
        }
      }
      return String(result)
    }

    private func at(_ offset: Int) -> UInt8? {
      position + offset < bytes.count ? bytes[position + offset] : nil
    }

    /// Copies one character of valid UTF-8.
    private mutating func wideCharacter() {
      var end = position + 1
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      result.append(
        contentsOf: String(decoding: bytes[position..<end], as: UTF8.self).unicodeScalars)
      position = end
    }

    private mutating func escape() -> Bool {
      switch (at(1), at(2)) {
      case (UInt8(ascii: "\\"), _):
        result.append("\\")
        position += 2
        return true
      case (UInt8(ascii: "S"), UInt8(ascii: "\\")):
        guard let low = at(3) else { return false }
        result.append(ISO8859.scalar(low | 128, page: page))
        position += 4
        return true
      case (UInt8(ascii: "P"), .some(let letter)) where at(3) == UInt8(ascii: "\\"):
        page = letter
        position += 4
        return true
      case (UInt8(ascii: "N"), UInt8(ascii: "\\")):
        result.append("\n")
        position += 3
        return true
      case (UInt8(ascii: "X"), UInt8(ascii: "\\")):
        guard let code = hex(from: position + 3, digits: 2), let scalar = Unicode.Scalar(code)
        else { return false }
        result.append(scalar)
        position += 5
        return true
      case (UInt8(ascii: "X"), UInt8(ascii: "2")) where at(3) == UInt8(ascii: "\\"):
        return wide(digits: 4)
      case (UInt8(ascii: "X"), UInt8(ascii: "4")) where at(3) == UInt8(ascii: "\\"):
        return wide(digits: 8)
      default: return false
      }
    }

    /// Reads groups of hexadecimal digits up to `\X0\`.
    private mutating func wide(digits: Int) -> Bool {
      var index = position + 4
      var units: [UInt32] = []
      while let unit = hex(from: index, digits: digits) {
        units.append(unit)
        index += digits
      }
      let close = Array("\\X0\\".utf8)
      guard index + 4 <= bytes.count, (0..<4).allSatisfy({ bytes[index + $0] == close[$0] }) else {
        return false
      }
      if digits == 4 {
        let words = units.map { UInt16(truncatingIfNeeded: $0) }
        result.append(contentsOf: String(decoding: words, as: UTF16.self).unicodeScalars)
      } else {
        result.append(contentsOf: units.map { Unicode.Scalar($0) ?? "\u{FFFD}" })
      }
      position = index + 4
      return true
    }

    private func hex(from start: Int, digits: Int) -> UInt32? {
      guard start + digits <= bytes.count else { return nil }
      var value: UInt32 = 0
      for index in start..<start + digits {
        guard let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue else { return nil }
        value = value << 4 | UInt32(digit)
      }
      return value
    }
  }
}

/// The upper halves of ISO 8859 that `\S\` escapes may mean.
private enum ISO8859 {
  /// The character at `byte`, 128 to 255, of the part `page` (`A` is 8859-1).
  ///
  /// Parts other than 1, 5 (Cyrillic), 7 (Greek) and 9 (Turkish) were not seen in files; their
  /// characters read as of part 1.
  static func scalar(_ byte: UInt8, page: UInt8) -> Unicode.Scalar {
    let code = UInt32(byte)
    let latin = Unicode.Scalar(byte)
    switch page {
    case UInt8(ascii: "E") where code > 0xA0 && code != 0xAD && code != 0xF0 && code != 0xFD:
      return Unicode.Scalar(code + 0x360) ?? latin
    case UInt8(ascii: "G") where code >= 0xB4 && code != 0xB7 && code != 0xBB && code != 0xBD:
      return Unicode.Scalar(code + 0x2D0) ?? latin
    case UInt8(ascii: "I"):
      let turkish: [UInt32: Unicode.Scalar] = [
        0xD0: "Ğ", 0xDD: "İ", 0xDE: "Ş", 0xF0: "ğ", 0xFD: "ı", 0xFE: "ş",
      ]
      return turkish[code] ?? latin
    default: return latin
    }
  }
}
