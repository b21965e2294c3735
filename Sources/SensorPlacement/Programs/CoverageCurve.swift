import Optimisation
import TwinModel

/// How much floor of one area devices serve for how much money, one step for every cost that buys more.
struct CoverageCurve {
  /// The steps, in order of cost, from nothing bought.
  var steps: [Step]
  /// Floor (m²) of the cells that must be served.
  var demand: Double

  /// The most floor for a cost.
  struct Step {
    let cost: Int
    let covered: Double
    /// No choice of that cost serves more.
    let bound: Double
    let views: [DeviceView]
  }
}

extension DeviceCover {
  /// Nodes for one step.
  private static let curveNodes = 400

  /// The curve of an area up to the cost of its full plan.
  ///
  ///     maximise   Σ w_i z_i
  ///     subject to z_i ≤ Σ_{j serves i} x_j,   Σ c_j x_j ≤ B,   x_j ∈ {0, 1}, 0 ≤ z_i ≤ 1
  ///
  /// for falling budgets B: the maximal covering location problem. Points i are the middles of cells,
  /// w_i the floor of the cell; points that the same candidates serve are one.
  ///
  /// Source: Church and ReVelle: The maximal covering location problem, Papers of the Regional Science
  /// Association 32 (1974).
  func curve(upTo plan: DevicePlan) throws(OptimisationError) -> CoverageCurve {
    let (candidates, _) = DeviceIncidence.candidates(self, step: max(step, plan.candidateStep))
    var groups: [[Int]: Double] = [:]
    var demand = 0.0
    var free = 0.0
    var full = 0.0
    let sees = candidates.map(\.place)
    for cell in FloorGrid(area, step: step).cells where needs(cell.centre) {
      let point = cell.centre
      demand += cell.area
      if present.contains(where: { serves($0, point) }) {
        free += cell.area
        continue
      }
      if plan.views.contains(where: { serves($0, point) }) { full += cell.area }
      let servers = candidates.indices.filter {
        candidates[$0].reaches(point) && area.sees(sees[$0], point)
      }
      groups[servers, default: 0] += cell.area
    }
    let rows = groups.filter { !$0.key.isEmpty }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    let costs = candidates.map { Int(options[$0.type].cost) }
    let kept = undominated(candidates.count, rows.map(\.key), costs)
    var steps: [CoverageCurve.Step] = []
    // The full plan needs no search.
    let all = rows.reduce(0) { $0 + $1.value }
    if plan.cost > 0 {
      steps.append(
        CoverageCurve.Step(
          cost: Int(plan.cost), covered: free + full, bound: free + all, views: plan.views))
    }
    var budget = Int(plan.cost) - 1
    while budget > 0 {
      let solution = try mostCovered(
        rows: rows.map { ($0.key, $0.value) }, kept: kept, costs: costs, budget: budget)
      guard solution.covered > 1e-9 else { break }
      steps.append(
        CoverageCurve.Step(
          cost: solution.chosen.reduce(0) { $0 + costs[$1] }, covered: free + solution.covered,
          bound: free + solution.bound, views: solution.chosen.map { candidates[$0] }))
      budget = min(budget, steps[steps.count - 1].cost) - 1
    }
    steps.append(CoverageCurve.Step(cost: 0, covered: free, bound: free, views: []))
    return CoverageCurve(steps: steps.reversed(), demand: demand)
  }

  /// Candidates that no other one beats: cheaper or as cheap, and serving all that it serves.
  private func undominated(_ count: Int, _ rows: [[Int]], _ costs: [Int]) -> [Int] {
    let words = (rows.count + 63) / 64
    var bits = [[UInt64]](repeating: [UInt64](repeating: 0, count: words), count: count)
    for (row, servers) in rows.enumerated() {
      for server in servers { bits[server][row / 64] |= 1 << UInt64(row % 64) }
    }
    return (0..<count).filter { a in
      guard bits[a].contains(where: { $0 != 0 }) else { return false }
      return !(0..<count).contains { b in
        guard b != a, costs[b] <= costs[a], zip(bits[a], bits[b]).allSatisfy({ $0 & ~$1 == 0 })
        else { return false }
        // Of equals the first stays.
        return bits[a] != bits[b] || costs[b] < costs[a] || b < a
      }
    }
  }

  /// The best single candidate, for budgets that buy no two.
  private func single(
    rows: [([Int], Double)], kept: [Int], costs: [Int], budget: Int
  ) -> (chosen: [Int], covered: Double, bound: Double) {
    var gains: [Int: Double] = [:]
    for (servers, weight) in rows { for server in servers { gains[server, default: 0] += weight } }
    var best: (candidate: Int, gain: Double)?
    for candidate in kept where costs[candidate] <= budget {
      let gain = gains[candidate] ?? 0
      if gain > best?.gain ?? 0 { best = (candidate, gain) }
    }
    guard let best else { return ([], 0, 0) }
    return ([best.candidate], best.gain, best.gain)
  }

  private func mostCovered(
    rows: [([Int], Double)], kept: [Int], costs: [Int], budget: Int
  ) throws(OptimisationError) -> (chosen: [Int], covered: Double, bound: Double) {
    if budget < 2 * (kept.map { costs[$0] }.min() ?? 0) {
      return single(rows: rows, kept: kept, costs: costs, budget: budget)
    }
    var program = MixedIntegerProgram()
    var variable: [Int: Int] = [:]
    for candidate in kept {
      variable[candidate] = program.variables.count
      program.variables.append(.binary(cost: 0))
    }
    program.rows.append(
      .init(
        kept.compactMap { candidate in
          variable[candidate].map { .init($0, Double(costs[candidate])) }
        }, upper: Double(budget)))
    for (servers, weight) in rows {
      let z = program.variables.count
      program.variables.append(.init(cost: -weight, upper: 1))
      let terms = servers.compactMap { variable[$0] }.map { MixedIntegerProgram.Term($0, -1) }
      program.rows.append(.init([.init(z, 1)] + terms, upper: 0))
    }
    let solution = try program.solve(nodeLimit: Self.curveNodes)
    let chosen = kept.filter { candidate in
      variable[candidate].map { $0 < solution.values.count && solution.values[$0] > 0.5 } ?? false
    }
    let isIn = Set(chosen)
    let covered = rows.reduce(0) { sum, row in
      row.0.contains(where: isIn.contains) ? sum + row.1 : sum
    }
    return (chosen, covered, max(covered, -solution.bound))
  }
}
