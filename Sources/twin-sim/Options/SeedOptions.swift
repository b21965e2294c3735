import ArgumentParser
import Foundation
import SeedFiles

/// Where standards, room names, equipment and materials are read from.
struct SeedOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder of seeds; TWIN_SIM_SEEDS, else the one of the installation.", valueName: "folder")
  )
  var seeds: String?

  func folder() throws -> SeedFolder {
    try SeedFolder.find(
      override: seeds ?? ProcessInfo.processInfo.environment["TWIN_SIM_SEEDS"],
      near: Self.executable)
  }

  /// The path of the running program.
  private static var executable: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments.first ?? "twin-sim"
  }
}
