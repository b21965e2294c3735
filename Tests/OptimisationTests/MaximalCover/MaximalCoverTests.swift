import Optimisation
import Testing
import TwinModel

@Suite("A maximal cover")
struct MaximalCoverTests {
  @Test("has the optimum that trying every choice finds, for every budget", arguments: 1...40)
  func agreesWithEnumeration(_ seed: Int) throws {
    let problem = try random(rows: 8 + seed % 7, columns: 5 + seed % 6, seed: UInt64(seed))
    let curve = try problem.budgetCurve()
    for (budget, point) in curve.points.enumerated() {
      let best = optimum(problem, budget)
      #expect(point.covered == best)
      #expect(point.bound == best)
      #expect(point.chosen.count <= budget)
      #expect(problem.covered(by: point.chosen) == best)
      let alone = try problem.solve(budget: budget)
      #expect(alone.objective == best)
      #expect(alone.isProven)
      // CBC alone says the same.
      #expect(try problem.solve(budget: budget, .init(ownNodes: 0)).objective == best)
    }
    let all = problem.columns.indices.map(\.self)
    #expect(curve.points.last?.covered == problem.covered(by: all))
  }

  @Test("spends a budget over rooms that share nothing where it serves most")
  func rooms() throws {
    // One room whose first device serves 5 and second 1, another with 3 and 3.
    let problem = try MaximalCover(weights: [5, 1, 3, 3], columns: [[0], [1], [2], [3]])
    let curve = try problem.budgetCurve()
    #expect(curve.points.map(\.covered) == [0, 5, 8, 11, 12])
    #expect(curve.points[1].chosen == [0])
    #expect(try problem.budgetCurve(upTo: 2).points.count == 3)
  }

  @Test("serves a point exactly at the radius, whatever its digits")
  func radius() throws {
    // 0.3² + 0.4² is 0.25 in whole numbers, and above it in doubles.
    let file = try MaximalCoverFile(
      points: Array("2\r\n0.1 0.1\r\n0.4 0.5\r\n".utf8), demand: Array("3\n4.5\n".utf8),
      names: ("p", "d"))
    #expect(try file.problem(radius: "0.5").columns == [[0, 1], [0, 1]])
    #expect(try file.problem(radius: "0.499999999").columns == [[0], [1]])
    #expect(try file.problem(radius: "0.5").solve(budget: 1).objective == 7.5)
  }

  @Test(
    "names the file and line that are wrong",
    arguments: [
      (
        "1\n2 x", "1",
        "p:2: a coordinate is “x”, expected a number below 9000000000 with at most 9 decimals"
      ),
      (
        "3\n1 1\n2 2", "1\n1",
        "p:1: the file has 4 numbers after its first, expected x and y for as many points as that says"
      ),
      (
        "1 1\n2 2", "1\n1\n1",
        "d:3: there are 3 demands, expected one for each of the 2 points of p"
      ),
      ("1 1", "-1", "d:1: a demand is below 0, expected 0 or more"),
    ])
  func refusals(_ points: String, _ demand: String, _ message: String) {
    #expect {
      try MaximalCoverFile(
        points: Array(points.utf8), demand: Array(demand.utf8), names: ("p", "d"))
    } throws: {
      "\($0)" == message
    }
  }

  private func random(rows: Int, columns: Int, seed: UInt64) throws -> MaximalCover {
    var random = SeededRandom(seed, stream: "maximal cover")
    let weights = (0..<rows).map { _ in Double(Int.random(in: 1...9, using: &random)) }
    let lists = (0..<columns).map { _ in (0..<rows).filter { _ in random.unit() < 0.25 } }
    return try MaximalCover(weights: weights, columns: lists)
  }

  private func optimum(_ problem: MaximalCover, _ budget: Int) -> Double {
    (0..<(1 << problem.columns.count)).filter { $0.nonzeroBitCount <= budget }.map { choice in
      problem.covered(by: problem.columns.indices.filter { choice >> $0 & 1 == 1 })
    }.max() ?? 0
  }
}
