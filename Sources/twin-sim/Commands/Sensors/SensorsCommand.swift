import ArgumentParser

/// `twin-sim sensors`: where devices go, whether fewer could do, and whether a plan holds.
struct SensorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensors",
    abstract: "Place detectors, cameras and other devices, with a bound on their number or cost.",
    discussion: """
      Without a subcommand: smoke and heat detectors of the campuses of a database (GB 50116).

      EXAMPLES
        twin-sim sensors --db city.sqlite --campus P01 --list
        twin-sim sensors place school.ifc --device camera --device air_quality --out plan
        twin-sim sensors place school.ifc --device occupancy --certificate proof.json
        twin-sim sensors gateways school.ifc --device air_quality --device occupancy
        twin-sim sensors detect school.ifc --device smoke_detector --count 40
        twin-sim sensors verify proof.json school.ifc
      """,
    subcommands: [
      SensorsDetectorsCommand.self, SensorsPlaceCommand.self, SensorsGatewaysCommand.self,
      SensorsDetectCommand.self, SensorsVerifyCommand.self,
    ],
    defaultSubcommand: SensorsDetectorsCommand.self)
}
