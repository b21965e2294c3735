public import TwinModel

/// Pupils by year, school and grade, as counted.
public struct EnrolmentHistory: Hashable, Sendable {
  /// The grades, youngest first.
  public let grades: [String]
  /// One row a school and year, ordered by district, school and year.
  public let rows: [Row]
  /// What is missing, hidden or odd in the input.
  public let findings: [Finding]

  /// The pupils of one school in one school year.
  public struct Row: Hashable, Sendable {
    /// School year.
    public var year: Int
    /// District (区).
    public var district: String
    /// Id of the school, unique in its district.
    public var school: String
    /// Name of the school; empty when none was given.
    public var name: String
    /// Birth area that the school's pupils come from.
    public var area: String
    /// Pupils in each of ``EnrolmentHistory/grades``; 0 where a grade is not offered.
    public var pupils: [Double]

    /// Creates a row; the area is the district when none is given.
    public init(
      year: Int, district: String, school: String, name: String = "", area: String? = nil,
      pupils: [Double]
    ) {
      self.year = year
      self.district = district
      self.school = school
      self.name = name
      self.area = area ?? district
      self.pupils = pupils
    }
  }

  /// Creates a history from values.
  ///
  /// - Throws: ``ForecastError`` when there are no rows or fewer than two grades, a row has another
  ///   number of pupils than there are grades or a number that is not finite and 0 or more, a school
  ///   and year stand there twice, a year has not four digits, or the years span more than a century.
  public init(
    grades: [String], rows: [Row], findings: [Finding] = []
  ) throws(ForecastError) {
    guard grades.count >= 2 else {
      throw ForecastError(reason: "a forecast needs at least two grades, found \(grades.count)")
    }
    guard Set(grades).count == grades.count else {
      throw ForecastError(reason: "a grade stands twice in \(grades.joined(separator: ", "))")
    }
    let order = rows.indices.sorted {
      (rows[$0].district, rows[$0].school, rows[$0].year)
        < (rows[$1].district, rows[$1].school, rows[$1].year)
    }
    let sorted = order.map { rows[$0] }
    for (index, row) in sorted.enumerated() {
      let place = "school \(row.school) of district \(row.district) in \(row.year)"
      guard row.pupils.count == grades.count else {
        throw ForecastError(
          reason: "\(place) has \(row.pupils.count) numbers for \(grades.count) grades")
      }
      guard row.pupils.allSatisfy({ $0.isFinite && $0 >= 0 }) else {
        throw ForecastError(reason: "\(place) has a number of pupils below 0 or not finite")
      }
      if index > 0, sorted[index - 1].year == row.year, sorted[index - 1].school == row.school,
        sorted[index - 1].district == row.district
      {
        throw ForecastError(reason: "\(place) stands there twice")
      }
    }
    let years = sorted.map(\.year)
    guard let first = years.min(), let last = years.max() else {
      throw ForecastError(reason: "there are no rows of enrolment")
    }
    guard first >= 1000, last <= 9999, last - first < 100 else {
      throw ForecastError(
        reason:
          "the years run from \(first) to \(last); expected four digits and less than a century")
    }
    self.grades = grades
    self.rows = sorted
    self.findings = findings
  }
}
