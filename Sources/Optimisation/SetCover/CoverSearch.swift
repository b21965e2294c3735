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
  /// Nodes with linear relaxations that are left.
  var cutNodes = 0
  /// Whether local cuts have closed enough of this part's gap to go on with them.
  var cutsHelp = false
  /// The share of the cost that the bounds of the root leave open.
  private var rootGap = 0.0
  /// Nodes used, CBC's included.
  var nodes = 0

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
    // A small core is solved sooner than searched for good covers.
    if core.costs.count > Self.ownColumns, !isClosed(dual, core, cost: core.cost(of: best)),
      let found = searched(core, dual, from: best)
    {
      best = found
      dual.improve(core, best: &best, steps: limits.subgradientSteps / 2, clock: limits.clock)
    }
    rootGap = 1 - dual.bound / core.cost(of: best)
    // Where no tree will help, the cover itself is worth a longer search.
    if rootGap > limits.solverGap, core.costs.count > Self.ownColumns,
      let found = searched(core, dual, from: best, effort: 60)
    {
      best = found
    }
    return try settle(core, dual, known: best, cutoff: .infinity, level: .root)
  }

  /// Where in the search a call stands: at the root the choice between own search and CBC is made,
  /// within the tree only the own search goes on.
  enum Level { case root, tree, cuts }

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
    let point = CoverRelaxation.Point(
      bound: dual.bound, reducedCosts: dual.reducedCosts, values: [])
    let (kept, taken) = fixed(point, in: core, below: target, isIntegral: isIntegral)
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
  func fixed(
    _ dual: CoverRelaxation.Point, in core: CoverCore, below target: Double, isIntegral: Bool
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
  mutating func residual(
    _ core: CoverCore, keeping kept: [Bool], taking taken: [Int], cutoff: Double, level: Level,
    cuts: [CoverCut] = []
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
    let parts = CoverCore.components(of: reduction, costs: core.costs)
    let sharing = CutSharing(cuts, taken: chosen, parts: parts, columns: core.costs.count)
    let first = try firstBounds(of: parts, sharing, level: level)
    var ahead = first.reduce(0, +)
    for (part, least) in zip(parts, first) {
      if bound + ahead >= cutoff { return Answer(chosen: nil, bound: cutoff) }
      ahead -= least
      let answer = try finish(
        part, cuts: sharing.cuts(for: part), cutoff: cutoff - bound - ahead, level: level)
      bound += max(least, answer.bound)
      if let found = answer.chosen {
        chosen += found.map { part.names[$0] }
      } else {
        isComplete = false
      }
    }
    let isBetter = isComplete && core.cost(of: chosen) < cutoff
    return Answer(chosen: isBetter ? chosen.sorted() : nil, bound: min(bound, cutoff))
  }

  /// What each part costs at least, so that none is searched for covers that the others do not leave
  /// room for; nothing for a single part.
  private func firstBounds(
    of parts: [CoverCore], _ sharing: CutSharing, level: Level
  ) throws(OptimisationError) -> [Double] {
    var bounds = [Double](repeating: 0, count: parts.count)
    guard parts.count > 1 else { return bounds }
    for (index, part) in parts.enumerated() {
      var bound = CoverDual(part).bound
      if level == .cuts {
        var relaxation = try CoverRelaxation(part, cuts: sharing.cuts(for: part))
        bound = max(bound, relaxation.solve()?.bound ?? 0)
      }
      bounds[index] = max(0, CoverCore.raised(bound, isIntegral: part.isIntegral))
    }
    return bounds
  }

  private mutating func finish(
    _ part: CoverCore, cuts: [CoverCut], cutoff: Double, level: Level
  ) throws(OptimisationError) -> Answer {
    guard level != .tree else {
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
    var target = answer.chosen.map(part.cost) ?? cutoff
    if CoverCore.isClosed(bound: answer.bound, cost: target, isIntegral: part.isIntegral) {
      return answer
    }
    if level == .root { (cutNodes, cutsHelp) = (allowedCutNodes(for: part), false) }
    let next = try cutAndBranch(part, cuts: cuts, cutoff: target, isRoot: level == .root)
    answer = Answer(chosen: next.chosen ?? answer.chosen, bound: max(answer.bound, next.bound))
    target = answer.chosen.map(part.cost) ?? cutoff
    if level == .cuts
      || CoverCore.isClosed(bound: answer.bound, cost: target, isIntegral: part.isIntegral)
    {
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
    if part.entries > limits.solverEntries || isHopeless(part) { return 0 }
    return min(limits.solverNodes, limits.solverWork / max(1, part.entries))
  }

  /// Nodes of branch and cut that a part gets: its own linear programs grow with it, too.
  private func allowedCutNodes(for part: CoverCore) -> Int {
    if isHopeless(part), part.entries > limits.solverEntries { return 0 }
    return min(limits.cutNodes, limits.solverWork / 10 / max(1, part.entries))
  }

  private func isHopeless(_ part: CoverCore) -> Bool {
    rootGap > limits.solverGap && part.entries > Self.hopelessEntries
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
