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
    /// No choice that costs less than the next step serves more.
    var bound: Double
    let views: [DeviceView]
  }
}

extension DeviceCover {
  /// Nodes for one number of devices; none of CBC, whose programs take seconds each here.
  private static let curveLimits = MaximalCoverLimits(ownNodes: 300, solverNodes: 0)

  /// The curve of an area up to the cost of its full plan.
  ///
  ///     maximise   Σ w_i z_i
  ///     subject to z_i ≤ Σ_{j serves i} x_j,   Σ x_j ≤ n,   x_j ∈ {0, 1}, 0 ≤ z_i ≤ 1
  ///
  /// for every number n of devices: the maximal covering location problem. Points i are the middles of
  /// cells, w_i the floor of the cell. Types of unlike cost share the problem: a choice costs what its
  /// types do, and for money b no more than the most of ⌊b / cheapest⌋ devices can be served.
  ///
  /// Source: Church and ReVelle: The maximal covering location problem, Papers of the Regional Science
  /// Association 32 (1974).
  func curve(upTo plan: DevicePlan) throws(OptimisationError) -> CoverageCurve {
    let (candidates, _) = DeviceIncidence.candidates(self, step: max(step, plan.candidateStep))
    var weights: [Double] = []
    var columns = [[Int]](repeating: [], count: candidates.count)
    var (demand, free, full, all) = (0.0, 0.0, 0.0, 0.0)
    for cell in FloorGrid(area, step: step).cells where needs(cell.centre) {
      let point = cell.centre
      demand += cell.area
      if present.contains(where: { serves($0, point) }) {
        free += cell.area
        continue
      }
      if plan.views.contains(where: { serves($0, point) }) { full += cell.area }
      let servers = candidates.indices.filter { serves(candidates[$0], point) }
      for server in servers { columns[server].append(weights.count) }
      if !servers.isEmpty { all += cell.area }
      weights.append(cell.area)
    }
    let costs = candidates.map { Int(options[$0.type].cost) }
    let last = CoverageCurve.Step(
      cost: Int(plan.cost), covered: free + full, bound: free + all, views: plan.views)
    // What is free is taken whole.
    guard last.cost > 0, let cheapest = costs.filter({ $0 > 0 }).min() else {
      return CoverageCurve(steps: [last], demand: demand)
    }
    // Dear types alone would leave out what little money buys: cheaper ones have curves of their own.
    var points: [Optimisation.BudgetCurve.Point] = []
    var choices: [Optimisation.BudgetCurve.Point] = []
    for most in Set(costs).sorted() {
      points = try MaximalCover(
        weights: weights, columns: columns.indices.map { costs[$0] <= most ? columns[$0] : [] }
      ).budgetCurve(upTo: last.cost / cheapest, Self.curveLimits).points
      choices += points
    }
    var steps = [CoverageCurve.Step(cost: 0, covered: free, bound: free, views: [])]
    let priced = choices.map { point in (point, point.chosen.reduce(0) { $0 + costs[$1] }) }
    for (point, cost) in priced.sorted(by: { ($0.1, -$0.0.covered) < ($1.1, -$1.0.covered) })
    where free + point.covered > steps[steps.count - 1].covered + 1e-9 && cost < last.cost {
      steps.append(
        CoverageCurve.Step(
          cost: cost, covered: free + point.covered, bound: 0,
          views: point.chosen.map { candidates[$0] }))
    }
    // A step's bound holds for all money that does not reach the next step.
    let ends = steps.dropFirst().map(\.cost) + [last.cost]
    for (index, end) in ends.enumerated() {
      let most = points[min((end - 1) / cheapest, points.count - 1)].bound
      steps[index].bound = max(steps[index].covered, free + min(all, most))
    }
    return CoverageCurve(steps: steps + [last], demand: demand)
  }
}
