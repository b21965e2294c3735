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

  /// What `--column role=heading` calls the columns of births.
  static let roles = ["births", "births.area", "births.year", "births.partial"]

  /// Creates the columns of the documented layout `area,year,births[,partial]`.
  public init(area: [String] = ["area", "district"], year: [String] = ["year"]) {
    self.area = area
    self.year = year
  }

  /// The columns of a birth file beside an enrolment file: the area goes by the heading of the
  /// enrolment's area, else of its district, and the year by that of its year.
  ///
  /// - Parameters:
  ///   - enrolment: The columns of the enrolment.
  ///   - mappings: `role=heading` as ``EnrolmentColumns/init(mappings:grades:suppressed:)`` checked
  ///     them; births, births.area, births.year and births.partial come before the enrolment's.
  public init(beside enrolment: EnrolmentColumns, mappings: [String] = []) {
    var headings = [enrolment.area]
    for heading in ["area", enrolment.district, "district"] where !headings.contains(heading) {
      headings.append(heading)
    }
    self.init(area: headings, year: enrolment.year == "year" ? ["year"] : [enrolment.year, "year"])
    for mapping in mappings {
      let parts = mapping.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { continue }
      switch parts[0] {
      case "births": births = parts[1]
      case "births.area": area = [parts[1]]
      case "births.year": year = [parts[1]]
      case "births.partial": partial = parts[1]
      default: break
      }
    }
  }
}
