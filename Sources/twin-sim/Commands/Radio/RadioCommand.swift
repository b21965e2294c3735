import ArgumentParser

/// `twin-sim radio`: models of radio coverage on their own, without a campus.
struct RadioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "radio",
    abstract: "Path losses and slabs by the models of 3GPP, ITU-R and COST; maps from bare walls.",
    subcommands: [
      PathLossCommand.self, SlabCommand.self, RadioMapCommand.self, RadioCalibrateCommand.self,
    ])
}
