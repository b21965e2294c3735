import ArgumentParser
import Foundation
import SeatForecast
import TwinModel
import TwinReport

/// `twin-sim forecast assign`: who sits where, from residential blocks to seats.
struct ForecastAssignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: "Assign the pupils of blocks to the seats of one stage.",
    discussion: """
      Blocks are CSV with block, zone, x, y and pupils, then pupils2 and so on for further classes of
      priority; schools with school, zones (separated by spaces), x, y and seats. Places are metres.
      As many pupils as possible get a seat, those of the first class before all others, with the
      fewest metres; the result is proven over all pairs.
      """)

  @Option(help: ArgumentHelp("Where pupils live (CSV).", valueName: "file"))
  var blocks: String
  @Option(help: ArgumentHelp("Schools with seats (CSV).", valueName: "file"))
  var schools: String
  @Option(help: ArgumentHelp("Walking metres for a metre of straight line.", valueName: "x"))
  var detour = 1.3
  @Option(
    help: ArgumentHelp("Metres that crossing a border of zones costs.", valueName: "m"))
  var crossing = 2000.0
  @Flag(help: "Nobody crosses a border of zones.")
  var withinZones = false
  @Option(
    help: ArgumentHelp(
      "Roads that should not be crossed (CSV: x1, y1, x2, y2, metres that it counts as).",
      valueName: "file"))
  var barriers: String?
  @Flag(help: "All pupils of a block go to one school.")
  var wholeBlocks = false
  @Option(help: ArgumentHelp("A walk that is too far; 500 m is usual in primary.", valueName: "m"))
  var far = 500.0
  @Option(help: ArgumentHelp("Write a map of the flows (SVG).", valueName: "file"))
  var map: String?

  func run() throws {
    let problem = BlockProblem(
      blocks: try BlockProblem.blocks(csv: read(blocks), file: blocks),
      schools: try BlockProblem.schools(csv: read(schools), file: schools),
      rules: .init(
        detour: detour, crossing: withinZones ? nil : Metres(crossing),
        barriers: try barriers.map { try RoadBarrier.barriers(csv: read($0), file: $0) } ?? [],
        wholeBlocks: wholeBlocks))
    let found = try BlockAssignment(problem)
    Console.line("block,priority,school,pupils,walk_m")
    for flow in found.flows {
      Console.line(
        "\(flow.block),\(flow.priority + 1),\(flow.school),\(flow.pupils),"
          + "\(Int(flow.walk.value.rounded()))")
    }
    for (block, pupils) in found.unplaced.sorted(by: { $0.key < $1.key }) {
      for (priority, count) in pupils.enumerated() where count > 0 {
        Console.line("\(block),\(priority + 1),,\(count),")
      }
    }
    let gap = found.unplaced.values.reduce(0) { $0 + $1.reduce(0, +) }
    Console.note(
      "\(found.flows.reduce(0) { $0 + $1.pupils }) pupils seated, \(gap) without a seat, "
        + "\(found.walking(fartherThan: Metres(far))) walk more than \(Int(far)) m")
    if wholeBlocks {
      Console.note(
        "with blocks split it would be \(found.bound.unplaced) without a seat and "
          + "\(found.bound.cost) pupil-metres against \(found.cost)")
    }
    if let map { try write(picture(problem, found), to: map) }
  }

  private func read(_ path: String) throws -> [UInt8] { Array(try InputFile(path).data) }

  private func write(_ text: String, to path: String) throws {
    do { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) } catch {
      throw CommandFailure(.cannotWrite, "\(path): \(error.localizedDescription)")
    }
  }

  private func picture(_ problem: BlockProblem, _ found: BlockAssignment) -> String {
    let homes = Dictionary(
      problem.blocks.map { ($0.id, $0.position) }, uniquingKeysWith: { first, _ in first })
    let places = Dictionary(
      problem.schools.map { ($0.id, $0.position) }, uniquingKeysWith: { first, _ in first })
    return FlowMap(
      title: "Pupils to seats",
      schools: problem.schools.map {
        .init(
          name: $0.id, position: $0.position, seats: $0.seats, seated: found.seated[$0.id] ?? 0)
      },
      flows: found.flows.compactMap { flow in
        guard let from = homes[flow.block], let to = places[flow.school] else { return nil }
        return .init(from: from, to: to, pupils: flow.pupils, isFar: flow.walk.value > far)
      },
      gaps: problem.blocks.compactMap { block in
        found.unplaced[block.id].map {
          .init(position: block.position, pupils: $0.reduce(0, +))
        }
      }
    ).svg()
  }
}
