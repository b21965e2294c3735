import ArgumentParser

/// `twin-sim solve`: the optimisers on instance files that others publish, without a building.
struct SolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve",
    abstract: "Solve published instances: set covers, maximal covers, guards of polygons.",
    discussion: """
      Every answer says its objective, a bound that no answer beats, and whether the two meet.
      Without a limit of time the same input gives the same answer on every machine.

      EXAMPLES
        twin-sim solve set-cover scp41.txt
        twin-sim solve max-cover SJC324.txt --demand demand-SJC324.dat --radius 800 --budget 3
        twin-sim solve guards randsimple-20-1.pol --certificate guards.json
        twin-sim solve verify-guards randsimple-20-1.pol guards.json
      """,
    subcommands: [
      SolveSetCoverCommand.self, SolveMaxCoverCommand.self, SolveGuardsCommand.self,
      VerifyGuardsCommand.self,
    ])
}

/// How long a `solve` command may search.
struct SolveLimitOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Stop after about this many seconds.", valueName: "s"))
  var timeLimit: Double?
  @Option(help: ArgumentHelp("Stop after this many nodes of search.", valueName: "n"))
  var nodeLimit: Int?

  func validate() throws {
    if let timeLimit, !(timeLimit >= 0 && timeLimit <= 1e9) {
      throw ValidationError("--time-limit is \(timeLimit), expected seconds from 0 to 1000000000")
    }
    if let nodeLimit, nodeLimit < 0 {
      throw ValidationError("--node-limit is \(nodeLimit), expected 0 or more nodes")
    }
  }
}
