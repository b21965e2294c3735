public import TwinModel

/// Seats against pupils of one school, stage and year, at its place.
public struct SiteBalance: Hashable, Sendable {
  /// The campus.
  public var school: String
  /// Its district.
  public var district: String
  /// Its place (m).
  public var position: Point2
  /// Its seats.
  public var seats: Int
  /// Its pupils.
  public var demand: Estimate
  /// The probability that its pupils exceed its seats (%); nil when no interval is known.
  public var shortageProbability: Double?
  /// The level of warning.
  public var level: WarningThresholds.Level
  /// How its pupils walk; nil where nobody knows where they live.
  public var walks: WalkTally?
}

extension ForecastResult {
  /// Balances of the schools with known seats in one stage and year, by school.
  ///
  /// - Parameters:
  ///   - stage: The stage.
  ///   - year: A year of the forecast.
  ///   - sites: Places and seats today.
  ///   - changes: The changes that this forecast was made with by ``applying(_:sites:homes:)``.
  ///   - thresholds: From when on it is a warning.
  ///   - homes: Where pupils live; they are spread over them as ``PupilHomes`` says.
  /// - Returns: One balance a school that is open.
  /// - Throws: ``ForecastError`` for a stage or year without forecast, a site of no known school, and homes
  ///   that name one.
  public func balances(
    stage: Stage, year: Int, sites: [SchoolSite], changes: [SchoolChange] = [],
    thresholds: WarningThresholds, homes: PupilHomes? = nil
  ) throws(ForecastError) -> [SiteBalance] {
    guard let row = stages.firstIndex(where: { $0.stage == stage }) else {
      throw ForecastError(reason: "the forecast has no stage \(stage.rawValue)")
    }
    guard region[year] != nil else {
      throw ForecastError(
        reason: "the year is \(year), but the forecast runs from \(originYear) to "
          + "\(region.years.last?.year ?? originYear)")
    }
    var open = try campuses.named(sites).filter { $0.stage == stage }
    for change in try campuses.named(changes) where change.year <= year {
      switch change.kind {
      case .open(stage, let seats, _, let position):
        open.append(
          SchoolSite(school: change.school, stage: stage, seats: seats, position: position))
      case .expand(stage, let seats):
        for index in open.indices where open[index].school == change.school {
          open[index].seats = (open[index].seats(in: year) ?? 0) + seats
          open[index].later = []
        }
      case .close, .merge: open.removeAll { $0.school == change.school }
      case .open, .expand: break
      }
    }
    try homes?.check(against: self)
    let walks = try homes?.walks(to: open, row: row, year: year, of: self) ?? [:]
    var balances: [SiteBalance] = []
    for site in open.sorted(by: { $0.school < $1.school }) {
      guard let seats = site.seats(in: year) else { continue }
      guard let unit = schoolForecast(site.school), let demand = unit[year]?.stages[row] else {
        throw site.unknown
      }
      let probability = demand.shortageProbability(supply: seats)
      balances.append(
        SiteBalance(
          school: site.school, district: unit.district, position: site.position, seats: seats,
          demand: demand, shortageProbability: probability,
          level: thresholds.level(
            demand: demand.value, supply: seats,
            probability: probability), walks: walks[site.school]))
    }
    return balances
  }
}
