import Foundation
import Optimisation
import Testing
import TwinTestSupport

/// City-size instances with optima on which three independent solvers agree.
///
/// Provenance: `gen_instance.py`, solved by LEMON's own program, OR-tools 9.15 and, the first, HiGHS
/// and CBC (`timings.txt` beside them); objective in pupil-metres, 200,000 for an unplaced pupil.
@Suite(
  "The assignment of a city's pupils",
  .enabled(if: Checkout.shared != nil, "the folder ../shared is not there"))
struct FlowReferenceTests {
  @Test(
    "costs exactly what other solvers found",
    arguments: [
      ("inst_primary_5000x348_k30", 2_784_679_107, 5),
      ("inst_junior_5000x162_k30", 1_486_813_170, 0),
      ("inst_senior_5000x90_k30", 2_207_478_089, 0),
    ] as [(String, Int64, Int64)])
  func optimum(_ name: String, _ cost: Int64, _ unplaced: Int64) throws {
    let problem = try Self.instance(name)
    let optimum = try problem.solve()
    #expect(optimum.cost == cost)
    #expect(optimum.unplaced.reduce(0, +) == unplaced)
  }

  @Test("costs the same when only the pairs are looked at that can pay")
  func priced() throws {
    let problem = try Self.instance("inst_primary_5000x348_k30")
    var costs = [[(destination: Int, cost: Int64)]](repeating: [], count: problem.demand.count)
    for arc in problem.arcs { costs[arc.origin].append((arc.destination, arc.cost)) }
    let answer = try PricedTransportation(
      demand: problem.demand, capacity: problem.capacity, unplacedCost: 200_000, start: 6
    ).solve { costs[$0] }
    #expect(answer.optimum.cost == 2_784_679_107)
    #expect(answer.arcs.count < problem.arcs.count / 2)
  }

  private static func instance(_ name: String) throws -> Transportation {
    let shared = try #require(Checkout.shared)
    let file = shared.appendingPathComponent("anchors/forecast/alloc/\(name).txt")
    let numbers = try Data(contentsOf: file).split { $0 == 0x20 || $0 == 0x0A }.map { word in
      word.reduce(Int64(0)) { 10 * $0 + Int64($1 - 0x30) }
    }
    let (blocks, schools, arcs) = (Int(numbers[0]), Int(numbers[1]), Int(numbers[2]))
    let first = 3 + blocks + schools
    return Transportation(
      demand: Array(numbers[3..<(3 + blocks)]), capacity: Array(numbers[(3 + blocks)..<first]),
      arcs: (0..<arcs).map { arc in
        let place = first + 3 * arc
        return .init(
          origin: Int(numbers[place]), destination: Int(numbers[place + 1]),
          cost: numbers[place + 2])
      }, unplacedCost: 200_000)
  }
}
