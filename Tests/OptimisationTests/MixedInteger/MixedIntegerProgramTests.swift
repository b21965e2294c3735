import Optimisation
import Testing

@Suite("A mixed-integer program")
struct MixedIntegerProgramTests {
  @Test("fills a knapsack with the best load")
  func knapsack() throws {
    // Values 10, 13, 7 at weights 5, 6, 4, room for 10: the last two weigh 10 and are worth 20;
    // the first two weigh 11, first and last are worth 17.
    let program = MixedIntegerProgram(
      variables: [.binary(cost: -10), .binary(cost: -13), .binary(cost: -7)],
      rows: [.init([.init(0, 5), .init(1, 6), .init(2, 4)], upper: 10)])
    let solution = try program.solve()
    #expect(solution.status == .optimal)
    #expect(solution.values == [0, 1, 1])
    #expect(solution.objective == -20)
    #expect(solution.bound == -20)
    #expect(solution.gap == 0)
  }

  @Test("keeps continuous variables continuous")
  func mixed() throws {
    // x whole, y free to 0.5: minimise −x − y with 2x + 2y ≤ 5, y ≤ 0.75 → x = 2, y = 0.5.
    let program = MixedIntegerProgram(
      variables: [
        .init(cost: -1, isInteger: true), .init(cost: -1, upper: 0.75),
      ], rows: [.init([.init(0, 2), .init(1, 2)], upper: 5)])
    let solution = try program.solve()
    #expect(solution.status == .optimal)
    #expect(abs(solution.objective - -2.5) < 1e-9)
    #expect(solution.values[0] == 2)
  }

  @Test("solves a plain linear program")
  func linear() throws {
    let program = MixedIntegerProgram(
      variables: [.init(cost: 1), .init(cost: 2)],
      rows: [.init([.init(0, 1), .init(1, 1)], lower: 3), .init([.init(0, 1)], upper: 1)])
    let solution = try program.solve()
    #expect(solution.status == .optimal)
    #expect(abs(solution.objective - 5) < 1e-9)
  }

  @Test("says when there is no solution")
  func infeasible() throws {
    let program = MixedIntegerProgram(
      variables: [.binary(cost: 1)], rows: [.init([.init(0, 2)], lower: 1, upper: 1)])
    let solution = try program.solve()
    #expect(solution.status == .infeasible)
    #expect(solution.values.isEmpty)
  }

  @Test("says when the cost falls without end")
  func unbounded() throws {
    let program = MixedIntegerProgram(
      variables: [.init(cost: -1, isInteger: false)], rows: [.init([.init(0, 1)], lower: 1)])
    #expect(try program.solve().status == .unbounded)
  }

  @Test("refuses rows that name variables it has not")
  func refusals() {
    let program = MixedIntegerProgram(
      variables: [.binary(cost: 1)], rows: [.init([.init(4, 1)], lower: 1)])
    #expect(
      throws: OptimisationError.outOfRange(
        field: "variable in row 0", value: "4", allowed: "in 0 ..< 1")
    ) { try program.solve() }
  }
}
