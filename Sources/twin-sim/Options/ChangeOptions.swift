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
  @Option(
    help: ArgumentHelp(
      "Seats and places of schools for --changes (CSV: school, stage, seats, x, y).",
      valueName: "file"))
  var sites: String?

  func validate() throws {
    guard sites == nil || changes != nil else {
      throw ValidationError("--sites says where pupils go because of --changes; give both")
    }
  }

  /// The forecast with the changes, and who moves because of them.
  func applied(
    to forecast: ForecastResult
  ) throws -> (forecast: ForecastResult, moves: [SchoolMove]) {
    guard changes != nil else { return (forecast, []) }
    return try forecast.applying(schoolChanges(), sites: schoolSites())
  }

  /// The changes; none without a file.
  func schoolChanges() throws -> [SchoolChange] {
    try changes.map { try SchoolChange.changes(csv: Array(InputFile($0).data), file: $0) } ?? []
  }

  /// The sites; none without a file.
  func schoolSites() throws -> [SchoolSite] {
    try sites.map { try SchoolSite.sites(csv: Array(InputFile($0).data), file: $0) } ?? []
  }
}

/// One move of pupils, as JSON has it.
struct SchoolMoveDocument: Encodable {
  let year: Int
  let stage: Stage
  let from: String
  let to: String
  let pupils: Double
  let reason: String

  init(_ move: SchoolMove) {
    (year, stage, from, to) = (move.year, move.stage, move.from, move.to)
    (pupils, reason) = (move.pupils, move.reason.rawValue)
  }
}
