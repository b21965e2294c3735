import TwinModel

/// Demand and seats of every campus side by side, for any stage and year.
struct SeatLedger {
  /// A campus in one stage and year.
  struct Entry {
    var campus: String
    var district: String
    var demand: Estimate
    /// Seats; nil when they are not known.
    var seats: Int?
    var position: Point2?
    /// Whether anybody learns in this stage here, or could, in any year.
    var isTaught: Bool

    /// The campus as the assignment sees it; nil when its seats are not known.
    var place: SeatAssignment.Place? {
      seats.map {
        SeatAssignment.Place(
          campus: campus, district: district, position: position,
          demand: Int(demand.value.rounded()), seats: $0)
      }
    }
  }

  private let forecast: ForecastResult
  private let supply: SeatSupply
  private let sites: [String: SeatSite]
  /// All campuses, sorted, each with its demand when it has any.
  private let campuses: [(id: String, unit: UnitForecast?)]
  /// Whether each campus teaches each of the forecast's stages in any year.
  private let isTaught: [[Bool]]

  init(forecast: ForecastResult, supply: SeatSupply, sites: [String: SeatSite]) {
    self.forecast = forecast
    self.supply = supply
    self.sites = sites
    let units = Dictionary(
      forecast.schools.map { ($0.subject.id, $0) }, uniquingKeysWith: { first, _ in first })
    let ids = Set(units.keys).union(supply.campuses).sorted()
    campuses = ids.map { ($0, units[$0]) }
    let years = forecast.region.years.map(\.year)
    isTaught = ids.map { id in
      forecast.stages.enumerated().map { index, definition in
        units[id]?.years.contains { $0.stages[index].value > 0 } ?? false
          || years.contains { (supply.seats(id, definition.stage, in: $0) ?? 0) > 0 }
      }
    }
  }

  /// The campuses in one stage, given by its place in the forecast, and year.
  func entries(year: Int, stage: Stage, index: Int) -> [Entry] {
    zip(campuses, isTaught).map { campus, isTaught in
      let (id, unit) = campus
      return Entry(
        campus: id, district: unit?.district ?? sites[id]?.district ?? "",
        demand: unit?[year]?.stages[index] ?? Estimate(0),
        seats: supply.seats(id, stage, in: year), position: sites[id]?.position,
        isTaught: isTaught[index])
    }
  }

  /// Campuses without seats or place.
  var findings: [Finding] {
    var findings: [Finding] = []
    for district in forecast.districts.map(\.district) {
      let members = forecast.schools.filter { $0.district == district }.map(\.subject.id).sorted()
      let known = Set(supply.campuses)
      let unknown = members.filter { !known.contains($0) }
      if !unknown.isEmpty {
        findings.append(
          Finding(
            .warning, code: "seats.capacity.missing", subject: district,
            message:
              "the seats of \(named(unknown, of: members.count)) in district \(district) are "
              + "not known: they are not assigned, and the district has no balance in their stages",
            suggestion: "import their models, or give their capacity"))
      }
      let unplaced = members.filter { known.contains($0) && sites[$0]?.position == nil }
      if !unplaced.isEmpty {
        findings.append(
          Finding(
            .warning, code: "seats.site.missing", subject: district,
            message:
              "\(named(unplaced, of: members.count)) in district \(district) have no place on "
              + "the map: nobody is sent to or from them",
            suggestion: "give their coordinates"))
      }
    }
    let districts = Set(forecast.districts.map(\.district))
    for (id, unit) in campuses where unit == nil {
      if let site = sites[id], !districts.contains(site.district) {
        findings.append(
          Finding(
            .warning, code: "seats.district.unknown", subject: id,
            message: "campus \(id) stands in district \(site.district), of which no enrolment is "
              + "known"))
      }
    }
    return findings
  }

  private func named(_ ids: [String], of count: Int) -> String {
    let first = ids.prefix(3).joined(separator: ", ")
    return "\(ids.count) of \(count) schools (\(first)\(ids.count > 3 ? ", …" : ""))"
  }
}
