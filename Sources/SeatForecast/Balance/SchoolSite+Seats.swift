public import TwinModel

extension SchoolSite {
  /// The sites of schools with a forecast, a line for each stage that a school teaches, has seats for or
  /// gets seats for.
  ///
  /// - Parameters:
  ///   - sites: Where schools stand; those without a place are left out.
  ///   - capacity: Seats by campus and stage; unknown for a campus that is missing.
  ///   - forecast: The forecast, whose last roll says which stages a school teaches.
  ///   - changes: What grows.
  /// - Returns: Sites in the order of `sites`, then of the stages.
  public static func sites(
    _ sites: [SeatSite], capacity: [CampusID: [Stage: Int]], of forecast: ForecastResult,
    growing changes: [SchoolChange]
  ) -> [SchoolSite] {
    let units = Dictionary(
      forecast.schools.map { ($0.subject.id, $0) }, uniquingKeysWith: { first, _ in first })
    return sites.flatMap { site -> [SchoolSite] in
      let campus = site.campus.value
      guard let position = site.position, let unit = units[campus] else { return [] }
      return forecast.stages.enumerated().compactMap { row, definition in
        let stage = definition.stage
        let seats = capacity[site.campus].map { $0[stage] ?? 0 }
        let isTaught = unit.years.contains { $0.isObserved && $0.stages[row].value > 0 }
        let grows = changes.contains { change in
          if case .expand(stage, _) = change.kind { change.school == campus } else { false }
        }
        guard isTaught || grows || seats ?? 0 > 0 else { return nil }
        return SchoolSite(school: campus, stage: stage, seats: seats, position: position)
      }
    }
  }
}
