import Optimisation

/// Builds the tree that shows how many guards the witnesses need.
struct GuardBound {
  /// By witness: the corners that see it.
  let seers: [[Int]]
  let corners: Int
  /// What a weight of 1 is written as.
  static let scale = 1_000_000_000

  /// A proof that fewer than `bound` corners do not see all witnesses; nil when `nodes` do not suffice.
  ///
  /// - Throws: ``OptimisationError/solverFailed(_:)`` when the solver cannot be set up.
  func proof(of bound: Int, nodes: Int) throws(OptimisationError) -> GuardCertificate.Proof? {
    var left = nodes
    return try proof(of: bound, taken: [], forbidden: [], left: &left)
  }

  private func proof(
    of bound: Int, taken: Set<Int>, forbidden: Set<Int>, left: inout Int
  ) throws(OptimisationError) -> GuardCertificate.Proof? {
    guard left > 0 else { return nil }
    left -= 1
    let needed = bound - 1 - taken.count
    if needed < 0 { return .weights([]) }
    let open = seers.indices.filter { taken.isDisjoint(with: seers[$0]) }
    // A witness that nobody left may see weighs as much as one likes.
    if let lost = open.first(where: { forbidden.isSuperset(of: seers[$0]) }) {
      return .weights([.init(witness: lost, weight: (needed + 1) * Self.scale)])
    }
    let weights = try packing(of: open, without: forbidden)
    if weights.reduce(0, { $0 + $1.weight }) > needed * Self.scale { return .weights(weights) }
    guard let corner = try branchingCorner(open, without: forbidden) else { return nil }
    guard
      let with = try proof(
        of: bound, taken: taken.union([corner]), forbidden: forbidden, left: &left),
      let without = try proof(
        of: bound, taken: taken, forbidden: forbidden.union([corner]), left: &left)
    else { return nil }
    return .branch(corner: corner, with: with, without: without)
  }

  /// Weights of the witnesses `open` that are largest in sum while no allowed corner sees more than 1:
  /// the dual of the linear relaxation, rounded down.
  private func packing(
    of open: [Int], without forbidden: Set<Int>
  ) throws(OptimisationError) -> [GuardCertificate.Weight] {
    var rows = [[MixedIntegerProgram.Term]](repeating: [], count: corners)
    for (place, witness) in open.enumerated() {
      for corner in seers[witness] where !forbidden.contains(corner) {
        rows[corner].append(.init(place, 1))
      }
    }
    let found = try MixedIntegerProgram(
      variables: open.map { _ in .init(cost: -1, upper: 1) },
      rows: rows.filter { !$0.isEmpty }.map { .init($0, upper: 1) }
    ).solve()
    var weights = zip(open, found.values).map {
      GuardCertificate.Weight(
        witness: $0, weight: Int(max(0, $1) * (1 - 1e-9) * Double(Self.scale)))
    }.filter { $0.weight > 0 }
    // The solver's tolerance may leave a corner with a little too much: all shrink by the worst excess.
    var sums = [Int](repeating: 0, count: corners)
    for entry in weights {
      for corner in seers[entry.witness] where !forbidden.contains(corner) {
        sums[corner] += entry.weight
      }
    }
    let most = sums.max() ?? 0
    if most > Self.scale {
      for place in weights.indices {
        weights[place].weight = weights[place].weight * Self.scale / (most + 1)
      }
      weights.removeAll { $0.weight == 0 }
    }
    return weights
  }

  /// The corner that the linear relaxation takes most nearly by half.
  private func branchingCorner(
    _ open: [Int], without forbidden: Set<Int>
  ) throws(OptimisationError) -> Int? {
    let found = try MixedIntegerProgram(
      variables: (0..<corners).map { .init(cost: 1, upper: forbidden.contains($0) ? 0 : 1) },
      rows: open.map { .init(seers[$0].map { .init($0, 1) }, lower: 1) }
    ).solve()
    let fractions = found.values.map { min($0, 1 - $0) }
    guard let best = fractions.indices.max(by: { (fractions[$0], $1) < (fractions[$1], $0) })
    else { return nil }
    if fractions[best] > 1e-6 { return best }
    // A whole relaxation that is too small to prove anything leaves nothing to split.
    return nil
  }
}
