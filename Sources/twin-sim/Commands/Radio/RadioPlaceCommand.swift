import ArgumentParser
import Foundation
import RadioCoverage
import SeatForecast
import TwinModel

/// `twin-sim radio place`: the cheapest sites that reach the cells, or the best for a budget.
struct RadioPlaceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "place",
    abstract: "Choose 5G sites among candidates: the cheapest for a target, or the best for money.",
    discussion: """
      Candidates are CSV with x, y, z (metres), and cost_yuan (1 each when absent), cable_m and power_w.
      A cell is reached when SS-RSRP is above the seeds' threshold by the margin of --probability.
      Without --budget-yuan the cheapest choice that reaches --share of all cells is looked for, with it
      the one that reaches most. Each answer has a bound on every other. SS-SINR of the chosen sites is
      said too; interference does not decide.

      EXAMPLES
        twin-sim radio place --walls walls.csv --candidates ceiling.csv --longest-cable-m 90
        twin-sim radio place --walls walls.csv --candidates ceiling.csv --budget-yuan 9000 --power-w 60
      """)

  @OptionGroup var network: BareNetworkOptions
  @Option(help: ArgumentHelp("Places where a site may hang (CSV).", valueName: "file"))
  var candidates: String
  @Option(help: ArgumentHelp("Side of a cell.", valueName: "m"))
  var cellM = 1.0
  @Option(
    help: ArgumentHelp("Height of the receivers above the zero of the walls.", valueName: "m"))
  var heightM = 1.2
  @Option(help: ArgumentHelp("Probability that a cell is reached, 0.5 to 0.999.", valueName: "p"))
  var probability = 0.9
  @Option(help: ArgumentHelp("Share of all cells to reach, in percent.", valueName: "%"))
  var share = 100.0
  @Option(help: ArgumentHelp("Money at most.", valueName: "¥"))
  var budgetYuan: Double?
  @Option(help: ArgumentHelp("Power of all sites at most.", valueName: "W"))
  var powerW: Double?
  @Option(help: ArgumentHelp("Cable to a site at most.", valueName: "m"))
  var longestCableM: Double?
  @OptionGroup var seeds: SeedOptions
  @OptionGroup var output: OutputOptions

  private struct Document: Encodable {
    let schema_version = 1
    let chosen: [Int]
    let cost: Double
    let power_w: Double
    let cells, covered: Int
    let bound: Double
    let is_proven: Bool
    let sinr_share_percent: Double
  }

  func validate() throws {
    guard (0.1...100).contains(cellM) else {
      throw ValidationError("--cell-m is \(cellM); expected 0.1 to 100")
    }
    guard (0.5...0.999).contains(probability) else {
      throw ValidationError("--probability is \(probability); expected 0.5 to 0.999")
    }
    guard (0...100).contains(share) else {
      throw ValidationError("--share is \(share); expected 0 to 100")
    }
    for (name, value) in [
      ("--budget-yuan", budgetYuan), ("--power-w", powerW), ("--longest-cable-m", longestCableM),
    ] {
      if let value, !(value >= 0 && value.isFinite) {
        throw ValidationError("\(name) is \(value); expected 0 or more")
      }
    }
  }

  func run() throws {
    let parameters = try CoverageParameters(seeds: seeds.folder())
    let frequency = network.frequencyGhz.map { Gigahertz($0) } ?? parameters.frequency
    let scene = try RadioFiles.walls(network.walls)
    let places = try RadioFiles.sites(candidates)
    let grid = try BareGrid.over(scene.segments, places, cellM: cellM, file: network.walls)
    let map = MultiWallMap(grid: grid, receiverHeight: Metres(heightM), frequency: frequency)
    let maps = places.map { map.pathLoss(from: $0, through: [scene]) }
    let placement = SitePlacement(
      candidates: try priced(maps), radiated: parameters.link.radiatedPerElement,
      threshold: parameters.rsrpThreshold,
      margin: ShadowMargin.margin(probability: probability, sigma: parameters.shadowSigma),
      longestCable: Metres(longestCableM ?? .infinity))
    let budget = SiteBudget(cost: budgetYuan, watts: powerW)
    let choice =
      budgetYuan == nil
      ? try placement.cheapest(reaching: share / 100, within: budget)
      : try placement.best(within: budget)
    guard choice.isPossible else {
      throw CommandFailure(
        .notMet,
        "no choice of the \(places.count) candidates reaches \(share) % of the cells within the "
          + "limits; add candidates, or lower --share or --probability")
    }
    var good = 0
    if !choice.chosen.isEmpty {
      let server = BestServer(
        pathLoss: choice.chosen.map { maps[$0] }, link: parameters.link, load: parameters.load)
      good = server.sinr.count { Double($0) >= parameters.sinrThreshold.value }
    }
    let document = Document(
      chosen: choice.chosen, cost: choice.cost, power_w: choice.watts, cells: grid.count,
      covered: choice.covered, bound: choice.bound, is_proven: choice.isProven,
      sinr_share_percent: 100 * Double(good) / Double(grid.count))
    try output.show(document) { text(document) }
  }

  private func priced(_ maps: [[Float]]) throws -> [SitePlacement.Candidate] {
    let file = try RadioTable(candidates)
    let (cost, cable) = (file.optional(["cost_yuan"]), file.optional(["cable_m"]))
    let power = file.optional(["power_w"])
    return try zip(file.table.records, maps).map { record, map in
      SitePlacement.Candidate(
        pathLoss: map, cost: try cost.map { try file.number(record, $0, in: 0...1e9) } ?? 1,
        cable: try cable.map { Metres(try file.number(record, $0, in: 0...1e5)) },
        watts: try power.map { try file.number(record, $0, in: 0...1e5) } ?? 0)
    }
  }

  private func text(_ found: Document) -> String {
    let bound =
      budgetYuan == nil
      ? "no choice costs less than \(FixedPoint.text(found.bound, decimals: 2, trimmed: true))"
      : "no choice reaches more than \(Int(found.bound + 1e-6)) cells"
    return "sites \(found.chosen.map(String.init).joined(separator: ", ")): "
      + "\(FixedPoint.text(found.cost, decimals: 2, trimmed: true)) ¥, "
      + "\(FixedPoint.text(found.power_w, decimals: 1)) W\n"
      + "reach \(found.covered) of \(found.cells) cells; \(bound)"
      + (found.is_proven ? " (proven best)\n" : "\n")
      + "SS-SINR reaches its threshold in \(FixedPoint.text(found.sinr_share_percent, decimals: 1)) % "
      + "of the cells\n"
  }
}
