/// How the campuses of a forecast are called, and whom a name means.
///
/// A campus is called by the id of its school where no other district has it, else DISTRICT-SCHOOL.
/// Asked for, it goes by either.
public struct CampusNames: Hashable, Sendable {
  /// A school of the enrolment under its name.
  struct Campus: Hashable, Sendable {
    /// The name that the forecast calls it by.
    var id: String
    var district: String
    var school: String
    /// The first year without pupils after the last with some; nil for a school of the last roll.
    var closed: Int?
  }

  /// In the order of the panel's schools.
  let campuses: [Campus]
  /// What stands between district and school.
  let separator: String

  init(_ campuses: [Campus], separator: String) {
    self.campuses = campuses
    self.separator = separator
  }

  /// Names the schools of a panel, whose last roll is that of `origin`.
  init(_ panel: EnrolmentPanel, origin: Int) {
    var count: [String: Int] = [:]
    for school in panel.schools { count[school.school, default: 0] += 1 }
    let separator = Self.separator(panel.schools, count)
    self.init(
      panel.schools.enumerated().map { place, school in
        let last = (0...origin).last { panel.school.total(place, $0) > 0 } ?? 0
        let closed = (0...origin).first { $0 > last && panel.isObserved[$0] }
        return Campus(
          id: Self.id(school, count, separator), district: school.district, school: school.school,
          closed: panel.school.total(place, origin) > 0
            ? nil : panel.firstYear + (closed ?? last))
      }, separator: separator)
  }

  /// The names, one a school of the panel.
  var ids: [String] { campuses.map(\.id) }

  /// The campus that somebody means by its own name, by the id of its school, or by DISTRICT-SCHOOL.
  ///
  /// - Returns: The name that the forecast calls it by.
  /// - Throws: ``ForecastError`` for an id that several schools have, a school that has closed and one
  ///   that the enrolment has not.
  public func id(of name: String) throws(ForecastError) -> String {
    if let campus = campuses.first(where: { $0.id == name && $0.closed == nil }) {
      return campus.id
    }
    let named = campuses.filter { isNamed($0, name) }
    let numbered = campuses.filter { $0.school == name }
    let found = numbered.isEmpty ? named : numbered
    guard let campus = found.first else {
      throw ForecastError(
        reason: "there is no school \(name) in the enrolment; its schools are called "
          + Self.list(campuses.filter { $0.closed == nil }.map(\.id)))
    }
    guard found.count == 1 else {
      throw ForecastError(
        reason: "\(name) is the id of \(found.count) schools: say "
          + Self.list(
            found.map { $0.id + ($0.closed.map { " (closed since \($0))" } ?? "") }))
    }
    if let closed = campus.closed {
      throw ForecastError(
        reason:
          "school \(name) of district \(campus.district) has no pupils in the last roll: closed "
          + "since \(closed), it is not forecast")
    }
    return campus.id
  }

  /// Whether the enrolment has a school of that name, open or closed.
  func has(_ name: String) -> Bool {
    campuses.contains { $0.id == name || $0.school == name || isNamed($0, name) }
  }

  private func isNamed(_ campus: Campus, _ name: String) -> Bool {
    [separator, "-"].contains { "\(campus.district)\($0)\(campus.school)" == name }
  }

  private static func list(_ names: [String]) -> String {
    names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
  }

  private static func id(
    _ school: EnrolmentPanel.School, _ count: [String: Int], _ separator: String
  ) -> String {
    count[school.school] == 1 ? school.school : "\(school.district)\(separator)\(school.school)"
  }

  /// The first separator with which no two schools have one name; of those that a ``CampusID`` may have.
  private static func separator(
    _ schools: [EnrolmentPanel.School], _ count: [String: Int]
  ) -> String {
    func isUnique(_ separator: String) -> Bool {
      Set(schools.map { id($0, count, separator) }).count == schools.count
    }
    if let found = ["-", "_", "."].first(where: isUnique) { return found }
    // Between two dashes, a row of underscores longer than any in the names tells all of them apart.
    var row = "_"
    while !isUnique("-\(row)-") { row += "_" }
    return "-\(row)-"
  }
}
