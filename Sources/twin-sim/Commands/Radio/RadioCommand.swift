import ArgumentParser

/// `twin-sim radio`: radio models on their own, without a campus.
struct RadioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "radio", abstract: "Radio models on their own: maps from bare walls.",
    subcommands: [RadioMapCommand.self])
}
