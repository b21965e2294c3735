import Optimisation
import Testing

@Suite("A minimum-cost flow")
struct MinimumCostFlowTests {
  @Test("takes the cheap way until it is full, then the dear one")
  func twoWays() throws {
    var problem = MinimumCostFlow(supply: [5, 0, -9])
    problem.addArc(from: 0, to: 2, capacity: 10, cost: 7)
    problem.addArc(from: 0, to: 1, capacity: 3, cost: 1)
    problem.addArc(from: 1, to: 2, capacity: 3, cost: 2)
    guard case .optimal(let optimum) = try problem.solve() else {
      Issue.record("no optimum")
      return
    }
    #expect(optimum.flow == [2, 3, 3])
    #expect(optimum.cost == 2 * 7 + 3 * 3)
    for (arc, flow) in zip(problem.arcs, optimum.flow) where flow < arc.capacity {
      #expect(arc.cost + optimum.potential[arc.tail] - optimum.potential[arc.head] >= 0)
    }
  }

  @Test("creates nothing out of thin air, even where a negative cost would pay for it")
  func conserves() throws {
    // Node 1 gets nothing, so that its arc of cost −5 must stay empty although node 2 could take 4.
    var problem = MinimumCostFlow(supply: [1, 0, -4])
    problem.addArc(from: 0, to: 2, capacity: 1, cost: 0)
    problem.addArc(from: 1, to: 2, capacity: 4, cost: -5)
    guard case .optimal(let optimum) = try problem.solve() else {
      Issue.record("no optimum")
      return
    }
    #expect(optimum.flow == [1, 0])
    #expect(optimum.cost == 0)
  }

  @Test("is infeasible when more is sent than taken, or when no way is wide enough")
  func infeasible() throws {
    #expect(try MinimumCostFlow(supply: [2, -1]).solve() == .infeasible)
    var narrow = MinimumCostFlow(supply: [2, -2])
    narrow.addArc(from: 0, to: 1, capacity: 1, cost: 1)
    #expect(try narrow.solve() == .infeasible)
  }

  @Test("has an empty answer for an empty problem")
  func empty() throws {
    for (supply, units) in [([], 0), ([0, -3], 2)] as [([Int64], Int)] {
      guard case .optimal(let optimum) = try MinimumCostFlow(supply: supply).solve() else {
        Issue.record("no optimum")
        return
      }
      #expect(optimum.flow == [])
      #expect(optimum.potential.count == units)
      #expect(optimum.cost == 0)
    }
  }

  @Test("refuses nodes that are not there, negative capacities and numbers that would overflow")
  func refuses() {
    var stray = MinimumCostFlow(supply: [1, -1])
    stray.addArc(from: 0, to: 2, capacity: 1, cost: 1)
    #expect(throws: FlowError.noSuchNode(2, nodes: 2)) { try stray.solve() }

    var negative = MinimumCostFlow(supply: [1, -1])
    negative.addArc(from: 0, to: 1, capacity: -1, cost: 1)
    #expect(
      throws: FlowError.negative(field: "the capacity of arc", index: 0, value: -1)
    ) { try negative.solve() }

    for (units, cost) in [(Int64.max, 1), (Int64(1) << 40, Int64(1) << 40), (1, Int64.min)] {
      var large = MinimumCostFlow(supply: [units, -units &+ (units == .max ? 1 : 0)])
      large.addArc(from: 0, to: 1, capacity: units, cost: cost)
      #expect(throws: FlowError.self) { try large.solve() }
    }
  }
}
