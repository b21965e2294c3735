/// A value of a JSON file whose members keep their order.
indirect enum JSONText {
  case object([(String, JSONText)])
  case list([JSONText])
  case text(String)
  case integer(Int)
  case unsigned(UInt64)
  case flag(Bool)
  /// Whole thousandths of a unit, such as millimetres of a length in metres.
  case thousandths(Int)

  /// The value as it stands in the file, members on lines of their own.
  func written(indent: String = "") -> String {
    let deeper = indent + "  "
    switch self {
    case .object(let members):
      if members.isEmpty { return "{}" }
      let lines = members.map { "\(deeper)\(quoted($0.0)): \($0.1.written(indent: deeper))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    case .list(let values):
      if values.isEmpty { return "[]" }
      let lines = values.map { deeper + $0.written(indent: deeper) }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(indent)]"
    case .text(let text): return quoted(text)
    case .integer(let number): return "\(number)"
    case .unsigned(let number): return "\(number)"
    case .flag(let flag): return flag ? "true" : "false"
    case .thousandths(let number):
      let rest = "\(number % 1000)"
      return "\(number / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
    }
  }

  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\u{0}"..."\u{1f}":
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
