public import TwinModel

extension Intervention {
  /// What changes of schools do to the supply of seats: new schools open with their seats, grown ones have
  /// more, closed and merged ones have none.
  ///
  /// A school of two stages opens in two lines, of which the second counts as an expansion. Nothing is
  /// said of a closed school whose seats are not known.
  ///
  /// - Parameters:
  ///   - changes: The changes, in any order.
  ///   - known: The campuses whose seats today are known.
  /// - Returns: Interventions by year, then school.
  /// - Throws: ``ForecastError`` for a school whose id is no campus id.
  public static func interventions(
    of changes: [SchoolChange], known: Set<String>
  ) throws(ForecastError) -> [Intervention] {
    var interventions: [Intervention] = []
    var opened: Set<String> = []
    for change in changes.sorted(by: { ($0.year, $0.school) < ($1.year, $1.school) }) {
      let campus = try change.campus
      let action: Action
      switch change.kind {
      case .open(let stage, let seats, _, _):
        let given = [StageSeats(stage: stage, seats: seats)]
        action = opened.insert(change.school).inserted ? .open(seats: given) : .expand(seats: given)
      case .expand(let stage, let seats):
        action = .expand(seats: [StageSeats(stage: stage, seats: seats)])
      case .close, .merge:
        guard known.contains(change.school) else { continue }
        action = .close
      }
      interventions.append(Intervention(campus: campus, year: change.year, action: action))
    }
    return interventions
  }
}

extension SeatSite {
  /// The sites of the schools that open, each once.
  ///
  /// - Throws: ``ForecastError`` for a school whose id is no campus id.
  public static func opened(by changes: [SchoolChange]) throws(ForecastError) -> [SeatSite] {
    var sites: [SeatSite] = []
    for change in changes {
      guard case .open(_, _, let district, let position) = change.kind,
        !sites.contains(where: { $0.campus.value == change.school })
      else { continue }
      sites.append(
        SeatSite(campus: try change.campus, district: district, position: position))
    }
    return sites
  }
}

extension SchoolChange {
  /// The school as a campus.
  fileprivate var campus: CampusID {
    get throws(ForecastError) {
      do { return try CampusID(school) } catch {
        throw ForecastError(reason: "change of \(year): \(error)")
      }
    }
  }
}
