import ArgumentParser
import SeatForecast

/// What a forecast assumes of the years ahead.
struct AssumptionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Births of years not yet observed, against the last one.", valueName: "x"))
  var birthRate = 1.0
  @Option(help: ArgumentHelp("Net in-migration a year, as a share of each grade.", valueName: "x"))
  var inMigration = 0.0
  @Option(
    help: ArgumentHelp("Share of today's entrants admitted by points (积分入学).", valueName: "x"))
  var pointsShare = 0.0
  @Option(
    help: ArgumentHelp("Places by points in the years ahead, against today's.", valueName: "x"))
  var pointsPlaces = 1.0

  func validate() throws {
    guard pointsPlaces == 1 || pointsShare > 0 else {
      throw ValidationError(
        "--points-places changes nothing without --points-share, the share of entrants by points")
    }
  }

  /// The assumptions.
  func assumptions() throws -> ForecastAssumptions {
    try ForecastAssumptions(
      birthRate: birthRate, inMigration: inMigration, pointsShare: pointsShare,
      pointsPlaces: pointsPlaces)
  }
}
