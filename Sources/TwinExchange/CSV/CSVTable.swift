/// A table as comma-separated values.
///
/// Source: RFC 4180: lines end in CR LF, the first names the columns, a field with a comma, quote or
/// line break stands in quotes with quotes doubled. The text is UTF-8.
struct CSVTable {
  private(set) var text: String

  /// Starts a table; each row must have as many fields as there are columns.
  init(columns: [String]) {
    text = ""
    append(columns)
  }

  mutating func append(_ fields: [String]) {
    text += fields.map(Self.field).joined(separator: ",") + "\r\n"
  }

  private static func field(_ value: String) -> String {
    let mustQuote = value.unicodeScalars.contains {
      $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r"
    }
    guard mustQuote else { return value }
    // By scalars: a quote before a combining mark is one Character with it.
    var quoted = "\""
    for scalar in value.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
