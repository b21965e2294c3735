extension CoverSearch {
  /// What is looked at together, in the order in which it is tried.
  private static let sizes: [LocalCutSearch.Size] = [
    .init(rows: 25, weight: 3.2), .init(rows: 40, weight: 5),
  ]
  /// A round that closes less than this share of what is open is the last of its size.
  private static let leastGain = 0.02
  /// When the first round of all closes less than this share, it is the last: rows without neighbours,
  /// as in random covers, have no local cuts worth their time.
  private static let firstGain = 0.1
  /// At the root, cuts that close less than this share together are left to CBC.
  private static let rootGain = 0.5
  /// Columns that are tried before a split.
  private static let candidates = 16

  /// Branch and cut: linear relaxations with local cuts, columns fixed by reduced costs, and the
  /// pre-solve again as soon as many of them are.
  mutating func cutAndBranch(
    _ core: CoverCore, cuts: [CoverCut], cutoff: Double, isRoot: Bool
  ) throws(OptimisationError) -> Answer {
    guard cutNodes > 0, !limits.clock.isOver else { return Answer(chosen: nil, bound: 0) }
    cutNodes -= 1
    nodes += 1
    let isIntegral = core.isIntegral
    var relaxation = try CoverRelaxation(core, cuts: cuts)
    var answer = Answer(chosen: nil, bound: 0)
    var target = cutoff
    var sizes = Self.sizes[...]
    var (first, last) = (-Double.infinity, -Double.infinity)
    while let point = relaxation.solve() {
      answer.bound = max(answer.bound, CoverCore.raised(point.bound, isIntegral: isIntegral))
      if let found = core.greedyCover(prices: point.reducedCosts), core.cost(of: found) < target {
        answer.chosen = found
        target = core.cost(of: found)
      }
      if CoverCore.isClosed(bound: point.bound, cost: target, isIntegral: isIntegral) {
        answer.bound = target
        return answer
      }
      let (kept, taken) = fixed(point, in: core, below: target, isIntegral: isIntegral)
      let isSmaller = kept.count(where: { $0 }) < core.costs.count * 4 / 5 || taken.count > 4
      if isSmaller {
        return try better(
          of: answer,
          residual(
            core, keeping: kept, taking: taken, cutoff: target, level: .cuts,
            cuts: relaxation.tightCuts))
      }
      let open = target - max(first, 0)
      if !cutsHelp, last == first, first > 0 {
        cutsHelp = point.bound - first >= Self.firstGain * open
        if !cutsHelp {
          cutNodes = 0
          break
        }
      }
      if first < 0 { first = point.bound }
      if point.bound - last < Self.leastGain * (target - point.bound) { sizes = sizes.dropFirst() }
      last = point.bound
      var found: [CoverCut] = []
      while found.isEmpty, let size = sizes.first {
        found = try LocalCutSearch(core, point: point.values, size: size).cuts()
        if found.isEmpty { sizes = sizes.dropFirst() }
      }
      if found.isEmpty {
        if isRoot, point.bound - first < Self.rootGain * open { break }
        let column = Self.splittingColumn(of: relaxation, at: point)
        return try better(
          of: answer, split(core, at: column, cuts: relaxation.tightCuts, cutoff: target))
      }
      relaxation.add(found)
    }
    return answer
  }

  /// The cheaper cover of both, which is that of `next` where it has one, and the greater bound.
  private func better(of known: Answer, _ next: Answer) -> Answer {
    Answer(chosen: next.chosen ?? known.chosen, bound: max(known.bound, next.bound))
  }

  /// Of the columns whose shares are closest to a half, the one that moves the bound most.
  private static func splittingColumn(
    of relaxation: borrowing CoverRelaxation, at point: CoverRelaxation.Point
  ) -> Int {
    let distance = point.values.map { abs($0 - 0.5) }
    let closest = distance.indices.sorted { (distance[$0], $0) < (distance[$1], $1) }
    var best = (column: closest[0], score: -Double.infinity)
    for column in closest.prefix(candidates) where distance[column] < 0.499 {
      let score = relaxation.score(ofSplittingAt: column, from: point.bound)
      if score > best.score { best = (column, score) }
    }
    return best.column
  }

  /// Splits at a column: all covers with it, all without it.
  private mutating func split(
    _ core: CoverCore, at column: Int, cuts: [CoverCut], cutoff: Double
  ) throws(OptimisationError) -> Answer {
    var kept = [Bool](repeating: true, count: core.costs.count)
    let with = try residual(
      core, keeping: kept, taking: [column], cutoff: cutoff, level: .cuts, cuts: cuts)
    let target = with.chosen.map(core.cost) ?? cutoff
    kept[column] = false
    let without = try residual(
      core, keeping: kept, taking: [], cutoff: target, level: .cuts, cuts: cuts)
    return Answer(
      chosen: without.chosen ?? with.chosen, bound: min(with.bound, without.bound))
  }
}
