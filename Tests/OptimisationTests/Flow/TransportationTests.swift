import Optimisation
import Testing
import TwinModel

@Suite("A transportation problem")
struct TransportationTests {
  @Test("moves those for whom the detour costs least")
  func detour() throws {
    // Two places at school 0 for two blocks of two pupils; block 1 reaches school 1 at 30 more,
    // block 0 only at 90 more.
    let problem = Transportation(
      demand: [2, 2], capacity: [2, 9],
      arcs: [
        .init(origin: 0, destination: 0, cost: 10), .init(origin: 0, destination: 1, cost: 100),
        .init(origin: 1, destination: 0, cost: 20), .init(origin: 1, destination: 1, cost: 50),
      ], unplacedCost: 1000)
    let optimum = try problem.solve()
    #expect(optimum.flow == [2, 0, 0, 2])
    #expect(optimum.unplaced == [0, 0])
    #expect(optimum.cost == 20 + 100)
  }

  @Test("leaves out exactly what no reachable place can take")
  func unplaced() throws {
    let problem = Transportation(
      demand: [5, 4, 3], capacity: [6],
      arcs: [
        .init(origin: 0, destination: 0, cost: 1), .init(origin: 1, destination: 0, cost: 2),
      ], unplacedCost: 100)
    let optimum = try problem.solve()
    #expect(optimum.unplaced == [0, 3, 3])
    #expect(optimum.cost == 5 + 2 + 600)
  }

  @Test("sends no more through a passage than it carries, and counts it where it leads")
  func passage() throws {
    // Both origins reach place 0 for 1 through place 1, which lets 2 pass, and for 10 by themselves.
    let problem = Transportation(
      demand: [3, 2], capacity: [4, 0],
      arcs: [
        .init(origin: 0, destination: 1, cost: 1), .init(origin: 1, destination: 1, cost: 1),
        .init(origin: 0, destination: 0, cost: 10), .init(origin: 1, destination: 0, cost: 11),
      ], unplacedCost: 1000, passages: [.init(from: 1, to: 0, capacity: 2)])
    let optimum = try problem.solve()
    // Two at 1, two at 10 by themselves, the fifth finds the 4 places taken.
    #expect(optimum.flow[0] + optimum.flow[1] == 2)
    #expect(optimum.flow[2] + optimum.flow[3] == 2)
    #expect(optimum.unplaced.reduce(0, +) == 1)
    #expect(optimum.cost == 2 * 1 + 2 * 10 + 1000)
    var unknown = problem
    unknown.passages = [.init(from: 1, to: 2, capacity: 2)]
    #expect(throws: FlowError.self) { try unknown.solve() }
  }

  @Test("agrees with the best of all assignments, one by one, on small random problems")
  func exhaustive() throws {
    var random = SeededRandom(7, stream: "transportation")
    for _ in 0..<60 {
      let costs = (0..<4).map { _ in (0..<3).map { _ in Int64.random(in: 0...50, using: &random) } }
      let capacity = (0..<3).map { _ in Int64.random(in: 0...2, using: &random) }
      let problem = Transportation(
        demand: [1, 1, 1, 1], capacity: capacity,
        arcs: costs.enumerated().flatMap { origin, row in
          row.enumerated().map { .init(origin: origin, destination: $0, cost: $1) }
        }, unplacedCost: 60)
      #expect(try problem.solve().cost == leastCost(costs, capacity, outside: 60))
    }
  }

  /// Tries every place, or none, for every pupil.
  private func leastCost(_ costs: [[Int64]], _ capacity: [Int64], outside: Int64) -> Int64 {
    guard let row = costs.first else { return 0 }
    let rest = Array(costs.dropFirst())
    var best = outside + leastCost(rest, capacity, outside: outside)
    for (place, cost) in row.enumerated() where capacity[place] > 0 {
      var left = capacity
      left[place] -= 1
      best = min(best, cost + leastCost(rest, left, outside: outside))
    }
    return best
  }

  @Test("refuses negative demands and places that are not there")
  func refuses() {
    #expect(throws: FlowError.negative(field: "demand", index: 0, value: -1)) {
      try Transportation(demand: [-1], capacity: [], arcs: [], unplacedCost: 1).solve()
    }
    #expect(throws: FlowError.noSuchNode(1, nodes: 1)) {
      try Transportation(
        demand: [1], capacity: [1], arcs: [.init(origin: 0, destination: 1, cost: 1)],
        unplacedCost: 1
      ).solve()
    }
  }
}
