/// Pieces of a JSON text kept as text.
enum JSONExtract {
  /// The value on `range` without the blanks between its parts, otherwise as it was written.
  static func compact(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    var kept: [UInt8] = []
    kept.reserveCapacity(range.count)
    var isInString = false
    var isEscaped = false
    for byte in bytes[range.clamped(to: 0..<bytes.count)] {
      if isInString {
        kept.append(byte)
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
      } else if byte > 0x20 {
        kept.append(byte)
        isInString = byte == UInt8(ascii: "\"")
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// `text` as a JSON string, with its quotes.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// A JSON object of texts, in the order given; names must differ.
  static func object(_ members: [(name: String, value: String)]) -> String {
    "{" + members.map { quoted($0.name) + ":" + quoted($0.value) }.joined(separator: ",") + "}"
  }
}
