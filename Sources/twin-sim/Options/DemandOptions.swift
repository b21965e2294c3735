import ArgumentParser
import SeatForecast

/// Where demand is learnt from, and how.
struct DemandOptions: ParsableArguments {
  @OptionGroup var inputs: EnrolmentOptions
  @Option(
    help: ArgumentHelp(
      "The method, of \(ForecastMethods.names.joined(separator: ", ")).", valueName: "name"))
  var method = ForecastMethods.standard

  /// Reads the files and learns from them.
  func model(horizon: Int) throws -> DemandModel {
    try model(inputs.history(), horizon: horizon)
  }

  /// Learns from enrolment that was read, and from births.
  func model(_ history: EnrolmentHistory, horizon: Int) throws -> DemandModel {
    try DemandModel(
      enrolment: history, births: inputs.birthHistory(), stages: inputs.stages(),
      entryLag: inputs.entryLag, method: method, horizon: horizon)
  }
}
