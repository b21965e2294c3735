import Optimisation
import Testing

@Suite("Any small set cover")
struct SetCoverPropertyTests {
  @Test("has the optimum that trying every choice finds", arguments: 1...60)
  func agreesWithEnumeration(_ seed: Int) throws {
    let problem = RandomCover.make(
      rows: 4 + seed % 9, columns: 6 + seed % 7, seed: UInt64(seed), highestNeed: 1 + seed % 3)
    let solution = try problem.solve()
    #expect(solution.isProven)
    #expect(solution.objective == RandomCover.optimum(problem))
    #expect(solution.objective == solution.chosen.reduce(0) { $0 + problem.columns[$1].cost })
    for (row, required) in problem.required.enumerated()
    where !solution.uncoverable.contains(row) {
      #expect(solution.chosen.count { problem.columns[$0].rows.contains(row) } >= required)
    }
  }

  @Test("is solved alike by the own search and by CBC", arguments: 1...12)
  func agreesWithCbc(_ seed: Int) throws {
    let problem = RandomCover.make(
      rows: 40, columns: 70, seed: UInt64(seed), highestNeed: 1 + seed % 2)
    let own = try problem.solve(SetCoverLimits(ownNodes: 100_000, solverNodes: 0))
    let program = MixedIntegerProgram(
      variables: problem.columns.map { .binary(cost: $0.cost) },
      rows: problem.required.enumerated().map { row, required in
        MixedIntegerProgram.Row(
          problem.columns.indices.filter { problem.columns[$0].rows.contains(row) }
            .map { MixedIntegerProgram.Term($0, 1) }, lower: Double(required))
      })
    let solver = try program.solve()
    #expect(own.isProven)
    #expect(solver.status == .optimal)
    #expect(own.objective == solver.objective)
    #expect(try problem.solve(SetCoverLimits(ownNodes: 0)).objective == solver.objective)
  }

  @Test("has the same answer every time")
  func isRepeatable() throws {
    let problem = RandomCover.make(rows: 80, columns: 200, seed: 5, highestNeed: 2)
    let first = try problem.solve()
    #expect(try problem.solve() == first)
  }
}
