import TwinModel

extension SchoolSite {
  /// The sites of schools as a supply of seats has them, year by year: a line for each stage that a school
  /// teaches, has seats for in some year or gets seats for.
  ///
  /// Schools without pupils in the last roll, which interventions open, say, have a line where their seats
  /// are known and the forecast has their district.
  ///
  /// - Parameters:
  ///   - sites: Where schools stand; those without a place are left out.
  ///   - supply: Seats by campus, stage and year without the changes; unknown for a campus that is missing.
  ///   - forecast: The forecast, whose last roll says which stages a school teaches.
  ///   - changes: What grows, and what opens and so needs no site.
  /// - Returns: Sites in the order of `sites`, then of the stages.
  public static func sites(
    _ sites: [SeatSite], supply: SeatSupply, of forecast: ForecastResult,
    growing changes: [SchoolChange]
  ) -> [SchoolSite] {
    let units = Dictionary(
      forecast.schools.map { ($0.subject.id, $0) }, uniquingKeysWith: { first, _ in first })
    let districts = Set(forecast.districts.map(\.subject.id))
    let years = forecast.region.years.map(\.year)
    return sites.flatMap { site -> [SchoolSite] in
      let campus = site.campus.value
      let unit = units[campus]
      guard let position = site.position else { return [] }
      if unit == nil {
        let opens = changes.contains { $0.school == campus && $0.kind.isOpening }
        guard !opens, districts.contains(site.district) else { return [] }
      }
      return forecast.stages.enumerated().compactMap { row, definition in
        let stage = definition.stage
        let seats = years.compactMap { year in
          supply.seats(campus, stage, in: year).map { Step(year: year, seats: $0) }
        }
        let later = zip(seats, seats.dropFirst()).filter { $0.seats != $1.seats }.map(\.1)
        let isTaught =
          unit?.years.contains { $0.isObserved && $0.stages[row].value > 0 } ?? false
        let grows = changes.contains { change in
          if case .expand(stage, _) = change.kind { change.school == campus } else { false }
        }
        guard isTaught || grows || seats.contains(where: { $0.seats > 0 }) else { return nil }
        return SchoolSite(
          school: campus, stage: stage, seats: seats.first?.seats, position: position,
          later: later, district: unit == nil ? site.district : nil)
      }
    }
  }
}
