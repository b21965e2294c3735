import ArgumentParser
import Optimisation

/// `twin-sim solve set-cover`: the cheapest columns that serve every row.
struct SolveSetCoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set-cover", abstract: "Solve a set cover of the OR-Library.",
    discussion: """
      The file lists the columns of each row (scp…) or the rows of each column (rail…); which of the
      two it does is seen from its numbers. Columns are numbered from 1, as in the file.
      """)

  @Argument(help: "Instance in a layout of the OR-Library.")
  var file: String
  @Flag(help: "Take every column to cost 1.")
  var unicost = false
  @OptionGroup var limits: SolveLimitOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let input = try InputFile(file)
    var problem = try SetCover(orLibrary: Array(input.data), name: input.name)
    if unicost { problem = problem.unicost }
    let clock = SolveClock(seconds: limits.timeLimit)
    let (solution, seconds) = try timed {
      try problem.solve(SetCoverLimits(nodes: limits.nodeLimit, clock: clock))
    }
    let missing = solution.uncoverable.map { $0 + 1 }
    let document = SolveDocument(
      objective: solution.objective, bound: solution.bound, proven: solution.isProven,
      seconds: seconds, nodes: solution.nodes, chosen: solution.chosen.map { $0 + 1 },
      uncoverable: missing.isEmpty ? nil : missing)
    try output.show(document) { document.text }
  }
}
