/// Lines of CSV (RFC 4180).
enum CSVLine {
  /// Fields with commas between, quoted where they must be.
  static func text(_ fields: [String]) -> String {
    fields.map { field in
      field.contains { ",\"\n\r".contains($0) }
        ? "\"\(field.replacing("\"", with: "\"\""))\"" : field
    }.joined(separator: ",")
  }
}
