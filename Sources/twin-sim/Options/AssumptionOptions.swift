import ArgumentParser
import SeatForecast

/// What a forecast assumes of the years ahead.
struct AssumptionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Births of years not yet observed, against the last one.", valueName: "x"))
  var birthRate = 1.0
  @Option(help: ArgumentHelp("Net in-migration a year, as a share of each grade.", valueName: "x"))
  var inMigration = 0.0

  /// The assumptions.
  func assumptions() throws -> ForecastAssumptions {
    try ForecastAssumptions(birthRate: birthRate, inMigration: inMigration)
  }
}
