import Optimisation
import Testing
import TwinModel

@Suite("Local cuts of covers")
struct LocalCutTests {
  /// A row of rooms along a corridor: each column serves rows close to it, some at random.
  private func corridor(_ seed: UInt64, rows: Int, columns: Int, reach: Int) throws -> SetCover {
    var random = SeededRandom(seed, stream: "corridor")
    let served = (0..<columns).map { column in
      let middle = column * rows / columns
      return (max(0, middle - reach)...min(rows - 1, middle + reach)).filter { _ in
        Int.random(in: 0..<5, using: &random) < 3
      }
    }
    return try SetCover(
      required: [Int](repeating: 1, count: rows), columns: served.map { .init(rows: $0) })
  }

  private func core(_ problem: SetCover) throws -> CoverCore {
    let reduction = SetCoverReduction(problem)
    let costs = problem.columns.map(\.cost)
    return try #require(
      CoverCore.components(of: reduction, costs: costs).max { $0.need.count < $1.need.count })
  }

  /// Every choice of columns that serves all rows, as bits.
  private func covers(_ core: CoverCore) -> [UInt64] {
    (0..<(UInt64(1) << UInt64(core.costs.count))).filter { choice in
      core.columns.allSatisfy { $0.contains { choice >> UInt64($0) & 1 == 1 } }
    }
  }

  @Test("hold for every cover and cut off the point", arguments: UInt64(1)...12)
  func validity(_ seed: UInt64) throws {
    let core = try core(corridor(seed, rows: 14, columns: 16, reach: 4))
    let all = covers(core)
    var relaxation = try CoverRelaxation(core, cuts: [])
    let cheapest = try #require(all.map(\.nonzeroBitCount).min())
    for _ in 0..<4 {
      let solved = relaxation.solve()
      let point = try #require(solved)
      #expect(point.bound <= Double(cheapest) + 1e-6)
      let cuts = try LocalCutSearch(
        core, point: point.values, size: .init(rows: 25, weight: 3.2)
      ).cuts()
      for cut in cuts {
        let value = zip(cut.columns, cut.weights).reduce(0) {
          $0 + point.values[$1.0] * Double($1.1)
        }
        #expect(value < Double(cut.need))
        let least = all.map { choice in
          zip(cut.columns, cut.weights).reduce(0) {
            $0 + (choice >> UInt64($1.0) & 1 == 1 ? $1.1 : 0)
          }
        }.min()
        #expect(try #require(least) >= cut.need)
      }
      relaxation.add(cuts)
    }
  }

  @Test(
    "are found where the linear relaxation leaves a gap: three rows, two of them in each column")
  func triangle() throws {
    let problem = try SetCover(
      required: [1, 1, 1], columns: [[0, 1], [1, 2], [0, 2]].map { .init(rows: $0) })
    let core = try core(problem)
    var relaxation = try CoverRelaxation(core, cuts: [])
    let solved = relaxation.solve()
    let point = try #require(solved)
    #expect(abs(point.bound - 1.5) < 1e-9)
    relaxation.add(
      try LocalCutSearch(core, point: point.values, size: .init(rows: 3, weight: 3)).cuts())
    let again = relaxation.solve()
    let next = try #require(again)
    #expect(next.bound > 1.99)
  }

  @Test("lead to the optimum that the search without them proves", arguments: UInt64(1)...6)
  func optimum(_ seed: UInt64) throws {
    let problem = try corridor(seed, rows: 120, columns: 150, reach: 5)
    let with = try problem.solve(SetCoverLimits(solverNodes: 0))
    let without = try problem.solve(SetCoverLimits(cutNodes: 0, solverGap: .infinity))
    #expect(with.isProven)
    #expect(without.isProven)
    #expect(with.objective == without.objective)
  }

  @Test("reduce to what is left when columns are taken")
  func reduced() {
    let cut = CoverCut(columns: [0, 2, 3], weights: [2, 1, 3], need: 4)
    let isGone = [false, false, false, true]
    let rest = cut.reduced(
      to: [-1, 0, 1, -1], isTaken: [true, false, false, false], isGone: isGone)
    #expect(rest == CoverCut(columns: [1], weights: [1], need: 2))
    // Column 0 belongs to another part.
    #expect(
      cut.reduced(to: [-1, 0, 1, -1], isTaken: [Bool](repeating: false, count: 4), isGone: isGone)
        == nil)
  }
}
