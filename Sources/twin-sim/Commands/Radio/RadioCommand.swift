import ArgumentParser

/// `twin-sim radio`: the formulas of radio coverage, one by one.
struct RadioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "radio",
    abstract: "Compute path losses and slabs by the models of 3GPP, ITU-R and COST.",
    subcommands: [PathLossCommand.self, SlabCommand.self])
}
