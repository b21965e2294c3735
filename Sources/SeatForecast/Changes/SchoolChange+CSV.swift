import TwinModel

extension SchoolChange {
  /// Reads changes from CSV `year,school,kind[,into][,stage][,seats][,district][,x][,y]`.
  ///
  /// `merge` needs `into`; `expand` needs `stage` and `seats`; `open` needs those with `district`, `x` and
  /// `y`. A field that a kind has no use for must be empty. A school of two stages opens in two lines.
  ///
  /// - Parameters:
  ///   - csv: The file's UTF-8 bytes.
  ///   - file: Its name, as messages say it.
  /// - Returns: The changes in the order of the file.
  /// - Throws: ``ForecastError`` with line and column at the first field that is not as expected.
  public static func changes(
    csv: [UInt8], file: String
  ) throws(ForecastError) -> [SchoolChange] {
    let reader = CSVColumns(table: try CSVTable(bytes: csv, file: file))
    let year = try reader.place("year")
    let school = try reader.place("school")
    let kind = try reader.place("kind")
    var changes: [SchoolChange] = []
    for record in reader.table.records {
      changes.append(
        SchoolChange(
          year: try reader.year(record, year), school: try reader.text(record, school),
          kind: try Kind(reader, record, kind)))
    }
    return changes
  }
}

extension SchoolChange.Kind {
  fileprivate init(
    _ reader: CSVColumns, _ record: CSVTable.Record, _ kind: Int
  ) throws(ForecastError) {
    let word = record.fields[kind]
    func needed(_ heading: String) throws(ForecastError) -> Int {
      guard let place = reader.optionalPlace(heading) else {
        throw reader.error(
          record, kind, "“\(word)” needs a column “\(heading)”; the columns are \(reader.list)")
      }
      return place
    }
    let used: [String]
    switch word {
    case "open":
      used = ["stage", "seats", "district", "x", "y"]
      self = .open(
        try reader.stage(record, needed("stage")),
        seats: try reader.seats(record, needed("seats"), least: 1),
        district: try reader.text(record, needed("district")),
        position: Point2(
          try reader.metres(record, needed("x")), try reader.metres(record, needed("y"))))
    case "expand":
      used = ["stage", "seats"]
      self = .expand(
        try reader.stage(record, needed("stage")),
        seats: try reader.seats(record, needed("seats"), least: 1))
    case "close":
      used = []
      self = .close
    case "merge":
      used = ["into"]
      self = .merge(into: try reader.text(record, needed("into")))
    default:
      throw reader.error(
        record, kind, "found “\(word)”; expected open, expand, close or merge")
    }
    for heading in ["into", "stage", "seats", "district", "x", "y"] where !used.contains(heading) {
      if let place = reader.optionalPlace(heading), !record.fields[place].isEmpty {
        throw reader.error(
          record, place, "found “\(record.fields[place])”; “\(word)” has no use for it")
      }
    }
  }
}
