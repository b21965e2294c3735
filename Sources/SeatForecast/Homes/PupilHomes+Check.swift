public import TwinModel

extension PupilHomes {
  /// Finds lines whose school is none of their district's with a forecast.
  ///
  /// - Throws: ``ForecastError`` with the line, and the schools that there are.
  public func check(against forecast: ForecastResult) throws(ForecastError) {
    guard homes.contains(where: { $0.school != nil }) else { return }
    let units = Dictionary(
      forecast.schools.map { ($0.subject.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, home) in homes.enumerated() {
      guard let school = home.school else { continue }
      guard let unit = units[school] else {
        let own = forecast.schools.filter { $0.district == home.district }.map(\.subject.id)
        throw error(
          index, column: "school",
          "school “\(school)” has no forecast; expected one of district \(home.district), "
            + Self.list(own))
      }
      guard unit.district == home.district else {
        throw error(
          index, column: "school",
          "school \(school) is in district \(unit.district), the line in \(home.district); expected the "
            + "district that pupils go to school in")
      }
      guard let stage = home.stage,
        let row = forecast.stages.firstIndex(where: { $0.stage == stage })
      else { continue }
      guard unit.years.contains(where: { $0.stages[row].value > 0 }) else {
        throw error(
          index, column: "school",
          "school \(school) has no pupils of \(stage.rawValue) in any year; expected a school that has"
        )
      }
    }
  }

  /// Says where more pupils are said to go to a school than the last roll has there.
  ///
  /// Only proportions count: the pupils of all lines of a district are taken for those of its schools.
  public func findings(against forecast: ForecastResult) -> [Finding] {
    guard homes.contains(where: { $0.school != nil }) else { return [] }
    var findings: [Finding] = []
    for (row, definition) in forecast.stages.enumerated() {
      for district in forecast.districts.map(\.district) {
        let lines = homes.filter {
          $0.district == district && ($0.stage == nil || $0.stage == definition.stage)
        }
        let living = lines.reduce(0) { $0 + $1.pupils }
        let schools = forecast.schools.filter { $0.district == district }
        let roll = schools.map { $0[forecast.originYear]?.stages[row].value ?? 0 }
        let taught = roll.reduce(0, +)
        guard living > 0, taught > 0 else { continue }
        for (school, pupils) in zip(schools, roll) where pupils > 0 {
          let known = lines.filter { $0.school == school.subject.id }.reduce(0) { $0 + $1.pupils }
          let scaled = known * taught / living
          guard scaled >= pupils + 1 else { continue }
          findings.append(
            Finding(
              .warning, code: "forecast.homes.school", subject: school.subject.id,
              message: "homes send \(Self.round(known)) of the \(Self.round(living)) "
                + "\(definition.stage.rawValue) pupils of district \(district) to school "
                + "\(school.subject.id), which would be \(Self.round(scaled)) of \(Self.round(taught)) in "
                + "\(forecast.originYear), but it has \(Self.round(pupils)); the others are taken for "
                + "pupils of nobody knows which school",
              suggestion: "count all pupils of the district, those of unknown school without one"))
        }
      }
    }
    return findings
  }

  private static func round(_ pupils: Double) -> Int { Int(pupils.rounded()) }

  /// The first names of a list.
  private static func list(_ names: [String]) -> String {
    names.isEmpty
      ? "which has none" : names.prefix(8).joined(separator: ", ") + (names.count > 8 ? ", …" : "")
  }
}
