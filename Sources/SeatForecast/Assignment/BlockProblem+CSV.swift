import TwinModel

extension BlockProblem {
  /// Reads blocks from CSV `block,zone,x,y,pupils[,pupils2…]`, one column a class of priority.
  ///
  /// - Parameters:
  ///   - csv: The file's UTF-8 bytes.
  ///   - file: Its name, as messages say it.
  /// - Returns: The blocks in the order of the file.
  /// - Throws: ``ForecastError`` with line and column at the first field that is not as expected.
  public static func blocks(csv: [UInt8], file: String) throws(ForecastError) -> [Block] {
    let table = try CSVTable(bytes: csv, file: file)
    let reader = CSVColumns(table: table)
    let id = try reader.place("block", role: "block")
    let zone = try reader.place("zone", role: "zone")
    let (x, y) = (try reader.place("x", role: "x"), try reader.place("y", role: "y"))
    var pupils = [try reader.place("pupils", role: "pupils")]
    while let next = reader.optionalPlace("pupils\(pupils.count + 1)") { pupils.append(next) }
    var blocks: [Block] = []
    for record in table.records {
      var counts: [Int] = []
      for place in pupils { counts.append(try reader.whole(record, place)) }
      blocks.append(
        Block(
          id: try reader.text(record, id), zone: record.fields[zone],
          position: Point2(try reader.metres(record, x), try reader.metres(record, y)),
          pupils: counts))
    }
    return blocks
  }

  /// Reads schools from CSV `school,zones,x,y,seats`, zones separated by spaces.
  ///
  /// - Parameters:
  ///   - csv: The file's UTF-8 bytes.
  ///   - file: Its name, as messages say it.
  /// - Returns: The schools in the order of the file.
  /// - Throws: ``ForecastError`` with line and column at the first field that is not as expected.
  public static func schools(csv: [UInt8], file: String) throws(ForecastError) -> [School] {
    let table = try CSVTable(bytes: csv, file: file)
    let reader = CSVColumns(table: table)
    let id = try reader.place("school", role: "school")
    let zones = try reader.place("zones", role: "zones")
    let (x, y) = (try reader.place("x", role: "x"), try reader.place("y", role: "y"))
    let seats = try reader.place("seats", role: "seats")
    var schools: [School] = []
    for record in table.records {
      schools.append(
        School(
          id: try reader.text(record, id),
          zones: record.fields[zones].split(separator: " ").map(String.init),
          position: Point2(try reader.metres(record, x), try reader.metres(record, y)),
          seats: try reader.whole(record, seats)))
    }
    return schools
  }
}

extension CSVColumns {
  /// A whole number of pupils or seats, 0 to a million.
  fileprivate func whole(_ record: CSVTable.Record, _ place: Int) throws(ForecastError) -> Int {
    guard let value = Int(record.fields[place]), (0...1_000_000).contains(value) else {
      throw error(
        record, place,
        "found “\(record.fields[place])”; expected a whole number from 0 to 1000000")
    }
    return value
  }

  /// A coordinate or length (m).
  func metres(
    _ record: CSVTable.Record, _ place: Int
  ) throws(ForecastError) -> Double {
    guard let value = Double(record.fields[place]), abs(value) < 2e7 else {
      throw error(
        record, place, "found “\(record.fields[place])”; expected metres in a projected system")
    }
    return value
  }
}
