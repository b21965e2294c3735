import ArgumentParser
import Foundation
import Logging

/// `twin-sim`: the digital twin of a district's schools.
@main
struct TwinSim: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "twin-sim",
    abstract: "Reads building models of schools, simulates them, says which meet the standards.",
    discussion: """
      Data goes to stdout, progress and messages to stderr.

      TWIN_SIM_LOG=debug says more of what is done and what was known already.

      EXIT STATUS
        0    done, and what was asked about is met
        1    requirements are not met
        2    some tasks failed; the result is partial
        64   wrong usage         65  unusable input     66  no such input
        70   own fault           73  cannot write       75  busy, try again
        130  interrupted
      """,
    version: ToolVersion.current,
    groupedSubcommands: [
      CommandGroup(
        name: "Models:", subcommands: [ImportCommand.self, InspectCommand.self, RenderCommand.self]),
      CommandGroup(
        name: "Studies:",
        subcommands: [
          CapacityCommand.self, SensorsCommand.self, CoverageCommand.self, RadioCommand.self,
          CheckCommand.self, ForecastCommand.self, CIMLevelCommand.self,
        ]),
      CommandGroup(name: "Optimisers:", subcommands: [SolveCommand.self]),
      CommandGroup(
        name: "Scenarios and reports:", subcommands: [SweepCommand.self, ReportCommand.self]),
      CommandGroup(
        name: "More:", subcommands: [GenerateCommand.self, QuantitiesCommand.self]),
    ])

  /// Runs the command and turns what it throws into a sentence and an exit status.
  static func main() async {
    let level = ProcessInfo.processInfo.environment["TWIN_SIM_LOG"]
      .flatMap { Logger.Level(rawValue: $0) }
    LoggingSystem.bootstrap { label in
      var handler = StreamLogHandler.standardError(label: label)
      handler.logLevel = level ?? .warning
      return handler
    }
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      if let failure = CommandFailure(error) {
        Console.note("twin-sim: \(failure.message)")
        Foundation.exit(failure.status.rawValue)
      }
      // An error that nobody foresaw must not look like “requirements not met”.
      if !(error is ExitCode), exitCode(for: error) == .failure {
        Console.note("twin-sim: \(error)")
        Foundation.exit(ExitStatus.ownFault.rawValue)
      }
      exit(withError: error)
    }
  }
}
