import ArgumentParser
import SeatForecast
import SeedFiles
import TwinModel

/// How fast pupils walk, and which limits judge their ways.
struct WalkOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How fast pupils walk; as seeds/seats/walks.yaml has it when absent.", valueName: "m/s"))
  var walkingSpeed: Double?
  @Option(
    help: ArgumentHelp(
      "Which limits of seeds/seats/walks.yaml judge a walk: metres, minutes or both.",
      valueName: "limit"))
  var walkLimit: WalkLimits.Measure?

  func validate() throws {
    if let walkingSpeed, !(0.1...10).contains(walkingSpeed) {
      throw ValidationError("--walking-speed is \(walkingSpeed); expected 0.1 to 10 m/s")
    }
  }

  /// Whether one of them is set.
  var isSet: Bool { walkingSpeed != nil || walkLimit != nil }

  /// The limits of the seeds, with what the options say instead.
  func limits(_ seeds: SeedOptions) throws -> WalkLimits {
    try limits(WalkLimits.load(from: seeds.folder().read("seats/walks.yaml")))
  }

  /// Other limits, with what the options say instead.
  func limits(_ limits: WalkLimits) -> WalkLimits {
    var limits = limits.judging(by: walkLimit ?? .both)
    if let walkingSpeed { limits.speed = MetresPerSecond(walkingSpeed) }
    return limits
  }
}
