/// The places of named columns in a table, and typed access to the fields of a record.
struct CSVColumns {
  let table: CSVTable

  /// The place of a column that must be there; `role` is what `--column role=heading` calls it, nil where
  /// headings cannot be mapped.
  func place(_ heading: String, role: String? = nil) throws(ForecastError) -> Int {
    guard let place = optionalPlace(heading) else {
      throw ForecastError(
        file: table.file, line: 1,
        reason: "there is no column “\(heading)”; the columns are \(list)"
          + (role.map { "; name the right one with --column \($0)=HEADING" } ?? ""))
    }
    return place
  }

  /// The place of the first of several headings that the table has.
  func place(anyOf headings: [String], role: String) throws(ForecastError) -> Int {
    let heading = headings.first { optionalPlace($0) != nil } ?? headings.first
    return try place(heading ?? role, role: role)
  }

  /// The place of a column; nil when the table has none of that name.
  func optionalPlace(_ heading: String) -> Int? { table.header.firstIndex(of: heading) }

  /// Refuses a column in use whose heading stands there twice, for nobody knows which one is meant.
  func refuseRepeated(_ places: some Sequence<Int>) throws(ForecastError) {
    for heading in places.map({ table.header[$0] }).sorted()
    where table.header.count(where: { $0 == heading }) > 1 {
      throw ForecastError(
        file: table.file, line: 1, reason: "the heading “\(heading)” stands here twice")
    }
  }

  /// Refuses columns beside those known: a misspelt heading of an optional one would go unseen.
  func refuseOthers(than known: [String]) throws(ForecastError) {
    for heading in table.header where !known.contains(heading) {
      throw ForecastError(
        file: table.file, line: 1,
        reason:
          "the column “\(heading)” is not known here; expected \(known.joined(separator: ", "))")
    }
  }

  /// The headings, as messages list them.
  var list: String { table.header.map { "“\($0)”" }.joined(separator: ", ") }

  /// A text that must not be empty.
  func text(_ record: CSVTable.Record, _ place: Int) throws(ForecastError) -> String {
    let field = record.fields[place]
    guard !field.allSatisfy(\.isWhitespace) else {
      throw error(record, place, "the field is empty; expected a name or number")
    }
    return field
  }

  /// A calendar year of four digits.
  func year(_ record: CSVTable.Record, _ place: Int) throws(ForecastError) -> Int {
    let field = record.fields[place]
    guard field.utf8.count == 4, let year = Int(field), (1000...9999).contains(year) else {
      throw error(record, place, "found “\(field)”; expected a year of four digits, such as 2019")
    }
    return year
  }

  /// A count of persons, 0 to ten millions; fractions are allowed, for estimates have them.
  func count(_ record: CSVTable.Record, _ place: Int) throws(ForecastError) -> Double {
    guard let value = optionalCount(record, place) else {
      throw error(
        record, place, "found “\(record.fields[place])”; expected a number from 0 to 10000000")
    }
    return value
  }

  /// The same; nil for a field that is none.
  func optionalCount(_ record: CSVTable.Record, _ place: Int) -> Double? {
    let field = record.fields[place]
    guard let value = Self.whole(field) ?? Double(field), value >= 0, value <= 1e7 else {
      return nil
    }
    return value
  }

  /// A number of a few digits, which most fields are, without the detour of a general one.
  private static func whole(_ field: String) -> Double? {
    guard (1...9).contains(field.utf8.count) else { return nil }
    var value = 0
    for byte in field.utf8 {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = 10 * value + Int(byte - 0x30)
    }
    return Double(value)
  }

  func error(_ record: CSVTable.Record, _ place: Int, _ reason: String) -> ForecastError {
    ForecastError(
      file: table.file, line: record.line, column: table.header[place], reason: reason)
  }
}
