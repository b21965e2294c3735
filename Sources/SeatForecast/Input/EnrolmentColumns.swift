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
  /// Fields that mean “too few to be published”.
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
  ///     and area.
  ///   - grades: Headings of the grades, separated by commas, such as `K,1,2`; nil for 1 to 12.
  ///     `1-6` stands for `1,2,3,4,5,6`.
  /// - Throws: ``ForecastError`` for an unknown role, a mapping without `=`, fewer than two grades
  ///   and a grade named twice.
  public init(mappings: [String], grades: String? = nil) throws(ForecastError) {
    self.init()
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
      default:
        throw ForecastError(
          reason: "“\(parts[0])” of the column mapping “\(mapping)” is no role; "
            + "expected year, district, school, name or area")
      }
    }
    if let grades { self.grades = try Self.gradeList(grades) }
  }

  /// Reads a list of grades: headings separated by commas, where `1-6` stands for all between.
  ///
  /// - Throws: ``ForecastError`` for an empty list, an empty name or a name that stands there twice.
  public static func gradeList(_ text: String) throws(ForecastError) -> [String] {
    var list: [String] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      if ends.count == 2, let first = ends[0], let last = ends[1], first <= last, last < 100 {
        list += (first...last).map(String.init)
      } else {
        list.append(part)
      }
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

/// Which columns of a birth file mean what.
public struct BirthColumns: Hashable, Sendable {
  /// Headings that may name the area; the first that the file has is taken.
  public var area: [String]
  /// Headings that may name the calendar year of birth; the first that the file has is taken.
  public var year: [String]
  /// Heading of the number of births.
  public var births = "births"
  /// Heading of the mark of part-years (1) whose number was completed; used when it is there.
  public var partial = "partial"

  /// Creates the columns of the documented layout `area,year,births[,partial]`.
  public init(area: [String] = ["area", "district"], year: [String] = ["year"]) {
    self.area = area
    self.year = year
  }

  /// The columns of a birth file beside an enrolment file: the area goes by the heading of the
  /// enrolment's area, else of its district.
  public init(beside enrolment: EnrolmentColumns) {
    var headings = [enrolment.area]
    for heading in ["area", enrolment.district, "district"] where !headings.contains(heading) {
      headings.append(heading)
    }
    self.init(area: headings, year: enrolment.year == "year" ? ["year"] : [enrolment.year, "year"])
  }
}
