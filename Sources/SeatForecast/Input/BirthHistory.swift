public import TwinModel

/// Births by area and calendar year, as registered.
public struct BirthHistory: Hashable, Sendable {
  /// Births of each area by year.
  public let births: [String: [Int: Double]]
  /// What is missing or odd in the input.
  public let findings: [Finding]

  /// Creates a history from values.
  ///
  /// - Throws: ``ForecastError`` for a year without four digits and a number of births that is not
  ///   finite and 0 or more.
  public init(
    births: [String: [Int: Double]], findings: [Finding] = []
  ) throws(ForecastError) {
    for (area, counts) in births.sorted(by: { $0.key < $1.key }) {
      for (year, count) in counts.sorted(by: { $0.key < $1.key }) {
        guard (1000...9999).contains(year), count.isFinite, count >= 0 else {
          throw ForecastError(
            reason:
              "area \(area) has \(count) births in \(year); expected a year of four digits and "
              + "a finite number of 0 or more")
        }
      }
    }
    self.births = births
    self.findings = findings
  }

  private init() {
    births = [:]
    findings = []
  }

  /// No births known: every entry grade rests on its own past.
  public static let unknown = BirthHistory()

  /// Reads a CSV file `area,year,births[,partial]`.
  ///
  /// - Parameters:
  ///   - csv: The file's UTF-8 bytes.
  ///   - file: Its name, as messages say it.
  ///   - columns: Which columns mean what.
  /// - Throws: ``ForecastError`` with line and column at the first field that is not as expected, and
  ///   for an area and year that stand there twice.
  public init(
    csv: [UInt8], file: String, columns: BirthColumns = BirthColumns()
  ) throws(ForecastError) {
    let table = try CSVTable(bytes: csv, file: file, repeats: true)
    let reader = CSVColumns(table: table)
    let area = try reader.place(anyOf: columns.area, role: "births.area")
    let year = try reader.place(anyOf: columns.year, role: "births.year")
    let births = try reader.place(columns.births, role: "births")
    let partial = reader.optionalPlace(columns.partial)
    try reader.refuseRepeated([area, year, births, partial].compactMap(\.self))

    var values: [String: [Int: Double]] = [:]
    var completed = 0
    for record in table.records {
      let name = try reader.text(record, area)
      let calendar = try reader.year(record, year)
      if record.fields[births].isEmpty { continue }
      let count = try reader.count(record, births)
      guard values[name, default: [:]].updateValue(count, forKey: calendar) == nil else {
        throw ForecastError(
          file: file, line: record.line,
          reason: "the births of area \(name) in \(calendar) stand there twice")
      }
      if let partial, record.fields[partial] == "1" { completed += 1 }
    }
    guard !values.isEmpty else {
      throw ForecastError(file: file, reason: "there are no births under the header")
    }
    var findings: [Finding] = []
    if completed > 0 {
      findings.append(
        Finding(
          .info, code: "births.partial", subject: file,
          message: completed == 1
            ? "1 number of births is marked as a completed part-year"
            : "\(completed) numbers of births are marked as completed part-years"))
    }
    try self.init(births: values, findings: findings + Self.gaps(values))
  }

  /// Years that areas lack between their first and their last, said once for all areas.
  private static func gaps(_ values: [String: [Int: Double]]) -> [Finding] {
    let gaps = values.keys.sorted().compactMap { name -> (area: String, years: String)? in
      let years = Set(values[name, default: [:]].keys)
      guard let first = years.min(), let last = years.max() else { return nil }
      let missing = (first...last).filter { !years.contains($0) }
      guard !missing.isEmpty else { return nil }
      return (name, missing.map(String.init).joined(separator: ", "))
    }
    guard let only = gaps.first else { return [] }
    let names = InputFindings.examples(gaps.map { "\($0.area): \($0.years)" })
    return [
      Finding(
        .warning, code: "births.year.missing", subject: gaps.count == 1 ? only.area : "",
        message: gaps.count == 1
          ? "area \(only.area) has no births for \(only.years)"
          : "\(gaps.count) areas have no births for years in between (\(names))",
        suggestion: "the line between the years beside stands in; add the numbers if they exist")
    ]
  }
}
