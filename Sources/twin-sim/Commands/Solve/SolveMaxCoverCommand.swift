import ArgumentParser
import Optimisation

/// `twin-sim solve max-cover`: the places that serve most demand.
struct SolveMaxCoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "max-cover", abstract: "Choose places that serve most demand within a radius.",
    discussion: """
      POINTS has x and y of every point in metres, the demand file one number for every point; both may
      begin with the number of points. Every point is demand and candidate place; a point exactly at
      the radius is served. Points are numbered from 1.
      """)

  @Argument(help: "Points: x and y in metres.")
  var points: String
  @Option(help: ArgumentHelp("Demand of every point.", valueName: "file"))
  var demand: String
  @Option(help: ArgumentHelp("How far a place serves.", valueName: "metres"))
  var radius: String
  @Option(help: ArgumentHelp("Number of places.", valueName: "p"))
  var budget: Int
  @OptionGroup var limits: SolveLimitOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let (places, weights) = (try InputFile(points), try InputFile(demand))
    let problem = try MaximalCoverFile(
      points: Array(places.data), demand: Array(weights.data), names: (places.name, weights.name)
    ).problem(radius: radius)
    var search = MaximalCoverLimits(clock: SolveClock(seconds: limits.timeLimit))
    if limits.timeLimit != nil { search.solverNodes = .max }
    if let nodes = limits.nodeLimit {
      (search.ownNodes, search.solverNodes) = (min(nodes, search.ownNodes), nodes)
    }
    let (solution, seconds) = try timed { try problem.solve(budget: budget, search) }
    let document = SolveDocument(
      objective: solution.objective, bound: solution.bound, proven: solution.isProven,
      seconds: seconds, nodes: solution.nodes, chosen: solution.chosen.map { $0 + 1 })
    try output.show(document) { document.text }
  }
}
