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
  @Option(
    help: ArgumentHelp(
      "Share of today's entrants into the first junior grade admitted by points.", valueName: "x"))
  var juniorPointsShare = 0.0
  @Option(
    help: ArgumentHelp(
      "Places by points in junior schools in the years ahead, against today's.", valueName: "x"))
  var juniorPointsPlaces = 1.0

  func validate() throws {
    for (name, share, places) in [
      ("points", pointsShare, pointsPlaces),
      ("junior-points", juniorPointsShare, juniorPointsPlaces),
    ] where places != 1 && share <= 0 {
      throw ValidationError(
        "--\(name)-places changes nothing without --\(name)-share, the share of entrants by points")
    }
  }

  /// The assumptions.
  func assumptions() throws -> ForecastAssumptions {
    try ForecastAssumptions(
      birthRate: birthRate, inMigration: inMigration,
      points: .init(share: pointsShare, places: pointsPlaces),
      juniorPoints: .init(share: juniorPointsShare, places: juniorPointsPlaces))
  }
}
