import Optimisation
import Testing

@Suite("A set cover")
struct SetCoverTests {
  @Test("of a triangle needs two of its three corners")
  func triangle() throws {
    // Rows are edges, columns corners: the linear relaxation gives 1.5, the answer is 2.
    let problem = try SetCover(
      required: [1, 1, 1],
      columns: [
        SetCover.Column(rows: [0, 1]), SetCover.Column(rows: [1, 2]),
        SetCover.Column(rows: [0, 2]),
      ])
    let solution = try problem.solve()
    #expect(solution.objective == 2)
    #expect(solution.bound == 2)
    #expect(solution.isProven)
    #expect(solution.gap == 0)
  }

  @Test("of the Petersen graph's edges needs six corners")
  func petersen() throws {
    // Its greatest independent set has 4 of 10 corners, so the least vertex cover has 6.
    var edges: [(Int, Int)] = []
    for corner in 0..<5 {
      edges += [(corner, (corner + 1) % 5), (corner, corner + 5)]
      edges.append((corner + 5, (corner + 2) % 5 + 5))
    }
    let columns = (0..<10).map { corner in
      SetCover.Column(
        rows: edges.indices.filter { edges[$0].0 == corner || edges[$0].1 == corner })
    }
    let solution = try SetCover(required: edges.map { _ in 1 }, columns: columns).solve()
    #expect(solution.objective == 6)
    #expect(solution.isProven)
  }

  @Test("prefers two cheap columns to a dear one")
  func weights() throws {
    let problem = try SetCover(
      required: [1, 1],
      columns: [
        SetCover.Column(cost: 5, rows: [0, 1]), SetCover.Column(cost: 2, rows: [0]),
        SetCover.Column(cost: 2.5, rows: [1]),
      ])
    let solution = try problem.solve()
    #expect(solution.chosen == [1, 2])
    #expect(solution.objective == 4.5)
    #expect(solution.isProven)
  }

  @Test("takes the smaller of two nested columns when a row asks for two")
  func noDominanceWithTwo() throws {
    // Column 1 serves a part of what column 0 serves; with k = 2 both are needed.
    let problem = try SetCover(
      required: [2, 1],
      columns: [
        SetCover.Column(rows: [0, 1]), SetCover.Column(rows: [0]),
        SetCover.Column(cost: 9, rows: [0]),
      ])
    let solution = try problem.solve()
    #expect(solution.chosen == [0, 1])
    #expect(solution.objective == 2)
  }

  @Test("lists rows that nothing serves, and solves the rest")
  func uncoverable() throws {
    let problem = try SetCover(
      required: [1, 1, 3],
      columns: [SetCover.Column(rows: [0, 2]), SetCover.Column(rows: [2])])
    let solution = try problem.solve()
    #expect(solution.uncoverable == [1, 2])
    #expect(solution.chosen == [0, 1])
    #expect(solution.isProven)
  }

  @Test("fills up to a number asked for of all columns together")
  func countRow() throws {
    // Row 0 is served by column 0 alone; row 1 asks for three of the four.
    let problem = try SetCover(
      required: [1, 3],
      columns: [
        SetCover.Column(rows: [0, 1]), SetCover.Column(rows: [1]), SetCover.Column(rows: [1]),
        SetCover.Column(rows: [1]),
      ])
    let solution = try problem.solve()
    #expect(solution.objective == 3)
    #expect(solution.bound == 3)
    #expect(solution.chosen.contains(0))
    #expect(solution.isProven)
  }

  @Test("of nothing is nothing")
  func empty() throws {
    let solution = try SetCover(required: [], columns: []).solve()
    #expect(solution.chosen.isEmpty)
    #expect(solution.objective == 0)
    #expect(solution.isProven)
  }

  @Test("refuses costs and rows that cannot be")
  func refusals() {
    #expect(
      throws: OptimisationError.outOfRange(
        field: "cost of column 0", value: "-1.0", allowed: "finite and ≥ 0")
    ) { try SetCover(required: [1], columns: [SetCover.Column(cost: -1, rows: [0])]) }
    #expect(
      throws: OptimisationError.outOfRange(
        field: "row of column 0", value: "7", allowed: "in 0 ..< 1")
    ) { try SetCover(required: [1], columns: [SetCover.Column(rows: [7])]) }
  }

  @Test("says that it is not proven when it may not search")
  func unproven() throws {
    let problem = RandomCover.make(rows: 60, columns: 120, seed: 3, highestNeed: 1)
    let limits = SetCoverLimits(
      ownNodes: 0, cutNodes: 0, solverNodes: 0, subgradientSteps: 0)
    let rough = try problem.solve(limits)
    let best = try problem.solve()
    #expect(best.isProven)
    #expect(rough.bound <= best.objective)
    #expect(rough.objective >= best.objective)
    #expect(rough.isProven == (rough.bound == rough.objective))
    #expect(!rough.isProven)
  }
}
