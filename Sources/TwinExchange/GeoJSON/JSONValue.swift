import Foundation

/// A JSON value whose members keep their order, so that equal input gives equal bytes.
enum JSONValue {
  case null
  case flag(Bool)
  case integer(Int)
  case number(Double)
  /// A longitude or latitude, written with seven decimals (about 1 cm).
  case degrees(Double)
  case text(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// The value as JSON on one line; a number that JSON cannot hold becomes `null`.
  var json: String {
    var result = ""
    write(to: &result)
    return result
  }

  private func write(to result: inout String) {
    switch self {
    case .null: result += "null"
    case .flag(let value): result += value ? "true" : "false"
    case .integer(let value): result += String(value)
    case .number(let value): result += value.isFinite ? plainNumber(value) : "null"
    case .degrees(let value):
      let text = String(format: "%.7f", value)
      result += text == "-0.0000000" ? "0.0000000" : text
    case .text(let value): quote(value, into: &result)
    case .array(let values):
      result += "["
      for (index, value) in values.enumerated() {
        if index > 0 { result += "," }
        value.write(to: &result)
      }
      result += "]"
    case .object(let members):
      result += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { result += "," }
        quote(member.key, into: &result)
        result += ":"
        member.value.write(to: &result)
      }
      result += "}"
    }
  }

  private func quote(_ text: String, into result: inout String) {
    result += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..."\u{1F}": result += String(format: "\\u%04x", scalar.value)
      default: result.unicodeScalars.append(scalar)
      }
    }
    result += "\""
  }
}

/// A finite number in the fewest digits that read back as itself, whole ones without a point.
func plainNumber(_ value: Double) -> String {
  Int(exactly: value).map(String.init) ?? "\(value)"
}
