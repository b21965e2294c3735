import ArgumentParser

/// `twin-sim radio`: models of radio coverage on their own, without a campus.
struct RadioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "radio",
    abstract:
      "Path losses, slabs and maps by the models of 3GPP, ITU-R and COST; sites, loads, channels.",
    subcommands: [
      PathLossCommand.self, SlabCommand.self, RadioMapCommand.self, RadioCalibrateCommand.self,
      RadioRoomsCommand.self, RadioLoadCommand.self, RadioChannelsCommand.self,
      RadioBackhaulCommand.self, RadioPlaceCommand.self,
    ])
}
