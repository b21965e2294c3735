/// Depth-first branch and bound over a cover: Lagrangian bounds, fixing by reduced costs, and the
/// whole pre-solve again at every node.
///
/// Small components end here; what is too large, or does not end within its nodes, goes to CBC.
struct CoverSearch {
  /// A cover cheaper than asked for, if there is one, and a bound on all such covers.
  struct Answer {
    var chosen: [Int]?
    var bound: Double
  }

  let limits: SetCoverLimits
  /// Own nodes that are left.
  private var budget: Int
  /// The share of the cost that the bounds of the root leave open.
  private var rootGap = 0.0
  /// Nodes used, CBC's included.
  private(set) var nodes = 0

  /// Components with more columns than this go to CBC at once.
  private static let ownColumns = 80
  /// Components with more entries than this are not given to CBC when bounds are far apart.
  private static let hopelessEntries = 1_500
  /// Subgradient steps below the root.
  private static let innerSteps = 40

  init(limits: SetCoverLimits) {
    self.limits = limits
    budget = limits.ownNodes
  }

  /// The best cover of a component.
  mutating func solve(_ core: CoverCore) throws(OptimisationError) -> Answer {
    guard var best = core.greedyCover() else { return Answer(chosen: nil, bound: .infinity) }
    var dual = CoverDual(core)
    dual.improve(core, best: &best, steps: limits.subgradientSteps, clock: limits.clock)
    if !isClosed(dual, core, cost: core.cost(of: best)),
      let found = searched(core, dual, from: best)
    {
      best = found
      dual.improve(core, best: &best, steps: limits.subgradientSteps / 2, clock: limits.clock)
    }
    rootGap = 1 - dual.bound / core.cost(of: best)
    // Where no tree will help, the cover itself is worth a longer search.
    if rootGap > limits.solverGap, let found = searched(core, dual, from: best, effort: 60) {
      best = found
    }
    return try settle(core, dual, known: best, cutoff: .infinity, level: .root)
  }

  /// Where in the search a call stands: at the root the choice between own search and CBC is made,
  /// within the tree only the own search goes on.
  private enum Level { case root, tree }

  private mutating func search(
    _ core: CoverCore, cutoff: Double
  ) throws(OptimisationError) -> Answer {
    guard var best = core.greedyCover() else { return Answer(chosen: nil, bound: cutoff) }
    var dual = CoverDual(core)
    dual.improve(core, best: &best, steps: Self.innerSteps, cutoff: cutoff)
    return try settle(core, dual, known: best, cutoff: cutoff, level: .tree)
  }

  private func isClosed(_ dual: CoverDual, _ core: CoverCore, cost: Double) -> Bool {
    CoverCore.isClosed(bound: dual.bound, cost: cost, isIntegral: core.isIntegral)
  }

  /// Ends a core whose bounds meet, or fixes columns by reduced costs and goes on with the rest.
  private mutating func settle(
    _ core: CoverCore, _ dual: CoverDual, known best: [Int], cutoff: Double, level: Level
  ) throws(OptimisationError) -> Answer {
    let isIntegral = core.isIntegral
    let cost = core.cost(of: best)
    let target = min(cost, cutoff)
    let bound = CoverCore.raised(dual.bound, isIntegral: isIntegral)
    let known = cost < cutoff ? best : nil
    if isClosed(dual, core, cost: target) { return Answer(chosen: known, bound: target) }
    let (kept, taken) = fixed(dual, in: core, below: target, isIntegral: isIntegral)
    var answer: Answer
    if level == .root || !taken.isEmpty || kept.contains(false) {
      answer = try residual(core, keeping: kept, taking: taken, cutoff: target, level: level)
    } else {
      answer = try branch(core, dual, cutoff: target)
    }
    answer.chosen = answer.chosen ?? known
    answer.bound = min(max(answer.bound, bound), answer.chosen.map(core.cost) ?? cutoff)
    return answer
  }

  /// Which columns a cover below `target` can have, and which it must have, by reduced costs.
  private func fixed(
    _ dual: CoverDual, in core: CoverCore, below target: Double, isIntegral: Bool
  ) -> (kept: [Bool], taken: [Int]) {
    // A better cover costs at most this much.
    let limit = isIntegral ? target - 1 : target
    let margin = 1e-6 * max(1, target)
    let kept = dual.reducedCosts.map { dual.bound + max(0, $0) <= limit + margin }
    let taken = core.costs.indices.filter {
      dual.reducedCosts[$0] < 0 && dual.bound - dual.reducedCosts[$0] > limit + margin
    }
    return (kept, taken)
  }

  /// Solves what is left of `core` when some columns are in and some are out.
  private mutating func residual(
    _ core: CoverCore, keeping kept: [Bool], taking taken: [Int], cutoff: Double, level: Level
  ) throws(OptimisationError) -> Answer {
    var isFree = kept
    for column in taken { isFree[column] = false }
    guard let problem = core.problem(keeping: isFree, taking: taken) else {
      return Answer(chosen: nil, bound: 0)
    }
    var reduction = SetCoverReduction(problem)
    guard reduction.uncoverable.isEmpty else { return Answer(chosen: nil, bound: cutoff) }
    reduction.run()
    var chosen = taken + reduction.forced
    var bound = core.cost(of: chosen)
    var isComplete = true
    for part in CoverCore.components(of: reduction, costs: core.costs) {
      if bound >= cutoff { return Answer(chosen: nil, bound: cutoff) }
      let answer = try finish(part, cutoff: cutoff - bound, level: level)
      bound += answer.bound
      if let found = answer.chosen {
        chosen += found.map { part.names[$0] }
      } else {
        isComplete = false
      }
    }
    let isBetter = isComplete && core.cost(of: chosen) < cutoff
    return Answer(chosen: isBetter ? chosen.sorted() : nil, bound: min(bound, cutoff))
  }

  private mutating func finish(
    _ part: CoverCore, cutoff: Double, level: Level
  ) throws(OptimisationError) -> Answer {
    guard level == .root else {
      guard budget > 0, !limits.clock.isOver else { return Answer(chosen: nil, bound: 0) }
      budget -= 1
      nodes += 1
      return try search(part, cutoff: cutoff)
    }
    var answer = Answer(chosen: nil, bound: 0)
    if part.costs.count <= Self.ownColumns {
      budget = limits.ownNodes
      answer = try search(part, cutoff: cutoff)
    }
    let target = answer.chosen.map(part.cost) ?? cutoff
    if CoverCore.isClosed(bound: answer.bound, cost: target, isIntegral: part.isIntegral) {
      return answer
    }
    let allowed = solverNodes(for: part)
    if allowed == 0 || limits.clock.isOver { return answer }
    let other = try part.solveWithCbc(nodes: allowed, cutoff: target, clock: limits.clock)
    nodes += other.nodes
    return Answer(chosen: other.chosen ?? answer.chosen, bound: max(answer.bound, other.bound))
  }

  /// Nodes that CBC gets for a part: none where its linear programs would be large, or the bounds are
  /// too far apart for any tree that fits.
  private func solverNodes(for part: CoverCore) -> Int {
    let isHopeless = rootGap > limits.solverGap && part.entries > Self.hopelessEntries
    if part.entries > limits.solverEntries || isHopeless { return 0 }
    return min(limits.solverNodes, limits.solverWork / max(1, part.entries))
  }

  /// Splits at the column that looks best in the row with the fewest columns.
  private mutating func branch(
    _ core: CoverCore, _ dual: CoverDual, cutoff: Double
  ) throws(OptimisationError) -> Answer {
    guard
      let row = core.columns.indices.min(by: { core.columns[$0].count < core.columns[$1].count }),
      let column = core.columns[row].min(by: { dual.reducedCosts[$0] < dual.reducedCosts[$1] })
    else { return Answer(chosen: [], bound: 0) }
    var kept = [Bool](repeating: true, count: core.costs.count)
    let with = try residual(core, keeping: kept, taking: [column], cutoff: cutoff, level: .tree)
    let target = with.chosen.map(core.cost) ?? cutoff
    kept[column] = false
    let without = try residual(core, keeping: kept, taking: [], cutoff: target, level: .tree)
    return Answer(
      chosen: without.chosen ?? with.chosen, bound: min(with.bound, without.bound))
  }
}
