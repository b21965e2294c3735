import TwinModel

extension PupilHome {
  /// Reads blocks from CSV `block,district,x,y,pupils[,stage][,zone][,school]`.
  ///
  /// Without a stage, or with an empty one, a block's pupils are in all stages alike; zones are not looked
  /// at. With a school a line has those of the block's pupils who go there, without one those of whom
  /// nobody knows it.
  ///
  /// - Parameters:
  ///   - csv: The file's UTF-8 bytes.
  ///   - file: Its name, as messages say it.
  /// - Returns: The lines in the order of the file.
  /// - Throws: ``ForecastError`` with line and column at the first field that is not as expected.
  public static func homes(csv: [UInt8], file: String) throws(ForecastError) -> [PupilHome] {
    try read(csv: csv, file: file).map(\.home)
  }

  /// The homes with their lines.
  static func read(
    csv: [UInt8], file: String
  ) throws(ForecastError) -> [(home: PupilHome, line: Int)] {
    let reader = CSVColumns(table: try CSVTable(bytes: csv, file: file))
    let block = try reader.place("block")
    let district = try reader.place("district")
    let (x, y) = (try reader.place("x"), try reader.place("y"))
    let pupils = try reader.place("pupils")
    let (stage, school) = (reader.optionalPlace("stage"), reader.optionalPlace("school"))
    try reader.refuseOthers(
      than: ["block", "district", "x", "y", "pupils", "stage", "zone", "school"])
    var homes: [(PupilHome, Int)] = []
    for record in reader.table.records {
      var home = PupilHome(
        block: try reader.text(record, block), district: try reader.text(record, district),
        position: Point2(try reader.metres(record, x), try reader.metres(record, y)),
        pupils: try reader.count(record, pupils))
      if let stage, !record.fields[stage].isEmpty { home.stage = try reader.stage(record, stage) }
      if let school, !record.fields[school].isEmpty {
        home.school = try reader.text(record, school)
      }
      homes.append((home, record.line))
    }
    return homes
  }
}
