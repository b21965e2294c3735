/// Which columns of an enrolment file mean what.
public struct EnrolmentColumns: Hashable, Sendable {
  /// Heading of the school year, given by its first or last calendar year, the same for all rows.
  public var year = "year"
  /// Heading of the district (区).
  public var district = "district"
  /// Heading of the school's id, unique within its district.
  public var school = "school"
  /// Heading of the school's name; used when the column is there.
  public var name = "name"
  /// Heading of the birth area; the district stands in when there is no such column.
  public var area = "area"
  /// Headings of the grades, youngest first; pupils move up by one a year.
  public var grades: [String]
  /// Fields that mean “too few to be published”; `--suppressed` adds others.
  public var suppressed: Set<String> = ["-1", "*"]
  /// Pupils that a suppressed field counts as; 5, the middle of 1 to 9, fits the usual rule that
  /// counts under ten are hidden.
  public var suppressedCount: Double = 5

  /// Creates the columns of the documented layout `year,district,school[,area],1,2,…,12`.
  public init(grades: [String] = (1...12).map(String.init)) { self.grades = grades }

  /// Reads headings as given on the command line.
  ///
  /// - Parameters:
  ///   - mappings: `role=heading`, such as `district=lea`; roles are year, district, school, name
  ///     and area, and those of the births, which ``BirthColumns/init(beside:mappings:)`` reads.
  ///   - grades: Headings of the grades, separated by commas, such as `K,1,2`; nil for 1 to 12.
  ///     Ranges are those of ``gradeList(_:)``.
  ///   - suppressed: Fields beside `*` and `-1` that mean “too few to be published”.
  /// - Throws: ``ForecastError`` for an unknown role, a mapping without `=`, fewer than two grades
  ///   and a grade named twice.
  public init(
    mappings: [String], grades: String? = nil, suppressed: [String] = []
  ) throws(ForecastError) {
    self.init()
    self.suppressed.formUnion(suppressed)
    for mapping in mappings {
      let parts = mapping.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw ForecastError(
          reason: "the column mapping “\(mapping)” is not role=heading, such as district=lea")
      }
      switch parts[0] {
      case "year": year = parts[1]
      case "district": district = parts[1]
      case "school": school = parts[1]
      case "name": name = parts[1]
      case "area": area = parts[1]
      case let role where BirthColumns.roles.contains(role): break
      default:
        throw ForecastError(
          reason: "“\(parts[0])” of the column mapping “\(mapping)” is no role; "
            + "expected year, district, school, name or area, or of the births "
            + BirthColumns.roles.joined(separator: ", "))
      }
    }
    if let grades { self.grades = try Self.gradeList(grades) }
  }

  /// Reads a list of grades: headings separated by commas, where `1-6` stands for all between, and so do
  /// `G01-G12` and `1年级-6年级`: what stands around the numbers must be the same, and numbers that
  /// begin with 0 keep their width.
  ///
  /// - Throws: ``ForecastError`` for an empty list, an empty name or a name that stands there twice.
  public static func gradeList(_ text: String) throws(ForecastError) -> [String] {
    var list: [String] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
      list += GradeRange(part)?.names ?? [part]
    }
    for (index, grade) in list.enumerated() {
      guard !grade.isEmpty, list.firstIndex(of: grade) == index else {
        throw ForecastError(
          reason: "the list of grades “\(text)” has an empty name or one that stands there twice")
      }
    }
    return list
  }
}
