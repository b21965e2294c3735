import TwinModel

extension PupilHome {
  /// Reads blocks from CSV `block,district,x,y,pupils[,stage][,zone]`; without a stage, or with an empty
  /// one, a block's pupils are in all stages alike, and zones are not looked at.
  ///
  /// - Parameters:
  ///   - csv: The file's UTF-8 bytes.
  ///   - file: Its name, as messages say it.
  /// - Returns: The blocks in the order of the file.
  /// - Throws: ``ForecastError`` with line and column at the first field that is not as expected.
  public static func homes(csv: [UInt8], file: String) throws(ForecastError) -> [PupilHome] {
    let reader = CSVColumns(table: try CSVTable(bytes: csv, file: file))
    let block = try reader.place("block")
    let district = try reader.place("district")
    let (x, y) = (try reader.place("x"), try reader.place("y"))
    let pupils = try reader.place("pupils")
    let stage = reader.optionalPlace("stage")
    try reader.refuseOthers(than: ["block", "district", "x", "y", "pupils", "stage", "zone"])
    var homes: [PupilHome] = []
    for record in reader.table.records {
      var home = PupilHome(
        block: try reader.text(record, block), district: try reader.text(record, district),
        position: Point2(try reader.metres(record, x), try reader.metres(record, y)),
        pupils: try reader.count(record, pupils))
      if let stage, !record.fields[stage].isEmpty { home.stage = try reader.stage(record, stage) }
      homes.append(home)
    }
    return homes
  }
}
