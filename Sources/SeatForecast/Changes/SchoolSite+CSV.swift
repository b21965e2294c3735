public import TwinModel

extension SchoolSite {
  /// Reads sites from CSV `school,stage,x,y[,seats][,classes]`.
  ///
  /// Seats are what the rooms hold, classes how many there are: classes times the class size (班额) bounds
  /// the seats, and makes them where they are empty. Where both are empty the seats are unknown.
  ///
  /// - Parameters:
  ///   - csv: The file's UTF-8 bytes.
  ///   - file: Its name, as messages say it.
  ///   - classSize: Pupils in a class; nil where only seats count, and then a line with classes needs it.
  /// - Returns: The sites in the order of the file.
  /// - Throws: ``ForecastError`` with line and column at the first field that is not as expected, and for
  ///   a school's stage that stands there twice.
  public static func sites(
    csv: [UInt8], file: String, classSize: Assumptions.ClassSize? = nil
  ) throws(ForecastError) -> [SchoolSite] {
    let reader = CSVColumns(table: try CSVTable(bytes: csv, file: file))
    let school = try reader.place("school")
    let stage = try reader.place("stage")
    let classes = reader.optionalPlace("classes")
    let seats = reader.optionalPlace("seats")
    if seats == nil, classes == nil { _ = try reader.place("seats") }
    let (x, y) = (try reader.place("x"), try reader.place("y"))
    var sites: [SchoolSite] = []
    var known: Set<[String]> = []
    for record in reader.table.records {
      var site = SchoolSite(
        school: try reader.text(record, school), stage: try reader.stage(record, stage),
        seats: try reader.optionalSeats(record, seats),
        position: Point2(try reader.metres(record, x), try reader.metres(record, y)))
      if let number = try reader.optionalSeats(record, classes), let classes {
        guard let classSize else {
          throw reader.error(record, classes, "classes are seats only with a class size")
        }
        let taught = number * classSize[site.stage]
        site.seats = min(site.seats ?? taught, taught)
      }
      guard known.insert([site.school, site.stage.rawValue]).inserted else {
        throw reader.error(
          record, school, "\(site.school) has a line of \(site.stage.rawValue) before")
      }
      sites.append(site)
    }
    return sites
  }

  /// Whether a file of sites gives classes, which a class size makes seats of.
  ///
  /// - Throws: ``ForecastError`` for a file that is no CSV.
  public static func hasClasses(csv: [UInt8], file: String) throws(ForecastError) -> Bool {
    let table = try CSVTable(bytes: csv, file: file)
    guard let place = CSVColumns(table: table).optionalPlace("classes") else { return false }
    return table.records.contains { !$0.fields[place].isEmpty }
  }
}

extension CSVColumns {
  /// A whole number of seats or classes; nil where the field is empty or there is no column.
  fileprivate func optionalSeats(
    _ record: CSVTable.Record, _ place: Int?
  ) throws(ForecastError) -> Int? {
    guard let place, !record.fields[place].isEmpty else { return nil }
    return try seats(record, place, least: 0)
  }
}
