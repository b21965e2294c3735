import TwinModel

extension EnrolmentHistory {
  /// Reads a CSV file `year,district,school[,name][,area],<one column per grade>`.
  ///
  /// An empty grade field is a grade that the school does not offer: no pupils. A suppressed field
  /// counts as ``EnrolmentColumns/suppressedCount`` pupils. Both, missing years and unused columns
  /// are said in ``findings``.
  ///
  /// - Parameters:
  ///   - csv: The file's UTF-8 bytes.
  ///   - file: Its name, as messages say it.
  ///   - columns: Which columns mean what.
  /// - Throws: ``ForecastError`` with line and column at the first field that is not as expected.
  public init(
    csv: [UInt8], file: String, columns: EnrolmentColumns = EnrolmentColumns()
  ) throws(ForecastError) {
    let table = try CSVTable(bytes: csv, file: file, repeats: true)
    let reader = CSVColumns(table: table)
    let year = try reader.place(columns.year, role: "year")
    let district = try reader.place(columns.district, role: "district")
    let school = try reader.place(columns.school, role: "school")
    let name = reader.optionalPlace(columns.name)
    let area = reader.optionalPlace(columns.area)
    var grades: [Int] = []
    for grade in columns.grades {
      guard let place = reader.optionalPlace(grade) else {
        throw ForecastError(
          file: file, line: 1,
          reason: "there is no column “\(grade)” for a grade; the columns are \(reader.list); "
            + "name the grades, youngest first, with --grades")
      }
      grades.append(place)
    }
    let used = Set([year, district, school, name, area].compactMap(\.self) + grades)
    try reader.refuseRepeated(used)

    var notes = EnrolmentNotes(columns: columns)
    var rows: [Row] = []
    var lineOf: [RowKey: Int] = [:]
    rows.reserveCapacity(table.records.count)
    for record in table.records {
      var pupils = [Double](repeating: 0, count: grades.count)
      for (index, place) in grades.enumerated() {
        let field = record.fields[place]
        if columns.suppressed.contains(field) {
          pupils[index] = columns.suppressedCount
          notes.suppressed += 1
        } else if !field.isEmpty {
          guard let count = reader.optionalCount(record, place) else {
            throw reader.error(record, place, columns.unreadable(field))
          }
          pupils[index] = count
        }
      }
      let row = Row(
        year: try reader.year(record, year), district: try reader.text(record, district),
        school: try reader.text(record, school), name: name.map { record.fields[$0] } ?? "",
        area: try area.map { place throws(ForecastError) in try reader.text(record, place) },
        pupils: pupils)
      let key = RowKey(year: row.year, district: row.district, school: row.school)
      if let line = lineOf.updateValue(record.line, forKey: key) {
        throw ForecastError(
          file: file, line: record.line,
          reason: "school \(row.school) of district \(row.district) in \(row.year) stands there "
            + "twice, first on line \(line)")
      }
      notes.years.insert(row.year)
      if pupils.allSatisfy({ $0 == 0 }) { notes.empty += 1 }
      rows.append(row)
    }
    guard !rows.isEmpty else {
      throw ForecastError(file: file, reason: "there are no rows under the header")
    }
    notes.unused = table.header.indices.filter { !used.contains($0) }.map { table.header[$0] }
    try self.init(grades: columns.grades, rows: rows, findings: notes.findings(file: file))
  }

  private struct RowKey: Hashable {
    var year: Int
    var district: String
    var school: String
  }
}

/// What was noticed while a file was read.
private struct EnrolmentNotes {
  let columns: EnrolmentColumns
  var suppressed = 0
  var empty = 0
  var years: Set<Int> = []
  var unused: [String] = []

  func findings(file: String) -> [Finding] {
    var list: [Finding] = []
    if suppressed > 0 {
      list.append(
        Finding(
          .info, code: "enrolment.suppressed", subject: file,
          message:
            suppressed == 1
            ? "1 grade field is suppressed and counts as \(columns.suppressedCount) pupils"
            : "\(suppressed) grade fields are suppressed and count as \(columns.suppressedCount) pupils each"
        ))
    }
    if empty > 0 {
      list.append(
        Finding(
          .info, code: "enrolment.empty", subject: file,
          message: empty == 1
            ? "1 row has no pupils in any of the grades"
            : "\(empty) rows have no pupils in any of the grades"))
    }
    if let first = years.min(), let last = years.max() {
      let missing = (first...last).filter { !years.contains($0) }
      if !missing.isEmpty {
        list.append(
          Finding(
            .warning, code: "enrolment.year.missing", subject: file,
            message: (missing.count == 1 ? "the year " : "the years ")
              + missing.map(String.init).joined(separator: ", ")
              + (missing.count == 1 ? " is missing" : " are missing"),
            suggestion: "ratios across a missing year are not used; add the years if they exist"))
      }
    }
    if !unused.isEmpty {
      list.append(
        Finding(
          .info, code: "enrolment.column.unused", subject: file,
          message: "not used: the \(unused.count == 1 ? "column" : "columns") "
            + unused.map { "“\($0)”" }.joined(separator: ", ")))
    }
    return list
  }
}

extension EnrolmentColumns {
  /// What to say of a grade field that is neither a number nor a mark.
  fileprivate func unreadable(_ field: String) -> String {
    "found “\(field)”; expected a number from 0 to 10000000, nothing for a grade that is not offered, or "
      + suppressed.sorted().joined(separator: " or ")
      + " for too few to be published; name other marks of these with --suppressed"
  }
}
