import ArgumentParser

/// `twin-sim`: the digital twin of a district's schools.
@main
struct TwinSim: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "twin-sim",
    abstract:
      "Reads building models of schools, simulates them, and says which meet the standards.",
    subcommands: [])
}
