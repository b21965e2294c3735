import ArgumentParser
import SeatForecast
import TwinModel

/// Schools that open, close, merge and grow in the years of a forecast.
struct ChangeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Schools that open, expand, close or merge (CSV: year, school, kind, into, stage, seats, "
        + "district, x, y).", valueName: "file"))
  var changes: String?
  @OptionGroup var places: SiteOptions

  /// Refuses homes where only changes would use them.
  func validateHomesForChangesOnly() throws {
    guard places.homes == nil || changes != nil else {
      throw ValidationError("--homes says from where pupils move because of --changes; give both")
    }
  }

  /// Refuses sites and homes where only changes would use them.
  func validateForChangesOnly() throws {
    try validateHomesForChangesOnly()
    guard places.sites == nil || changes != nil else {
      throw ValidationError("--sites says where pupils go because of --changes; give both")
    }
  }

  /// The forecast with the changes, and who moves because of them.
  func applied(
    to forecast: ForecastResult, seeds: SeedOptions
  ) throws -> (forecast: ForecastResult, moves: [SchoolMove]) {
    guard changes != nil else { return (forecast, []) }
    return try forecast.applying(
      schoolChanges(), sites: schoolSites(), homes: places.pupilHomes(seeds))
  }

  /// The campus that somebody means: one that the changes open, else one of the enrolment.
  func campus(_ name: String, of names: CampusNames) throws -> String {
    let isNew = try schoolChanges().contains { $0.kind.isOpening && $0.school == name }
    return isNew ? name : try names.id(of: name)
  }

  /// The changes; none without a file.
  func schoolChanges() throws -> [SchoolChange] {
    try changes.map { try SchoolChange.changes(csv: Array(InputFile($0).data), file: $0) } ?? []
  }

  /// The sites; none without a file.
  func schoolSites() throws -> [SchoolSite] { try places.read() ?? [] }
}
