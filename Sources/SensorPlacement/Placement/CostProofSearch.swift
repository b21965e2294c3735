import Optimisation
import SensorCheck

/// Builds the tree of cases that shows that no choice of candidates is cheaper.
///
/// The weights of a leaf are the dual of the linear relaxation of the cover in its case,
///
///     maximise   Σ k_i w_i + low μ⁺ − high μ⁻ − Σ u_j
///     subject to Σ_{i served by j} w_i + μ⁺ − μ⁻ − u_j ≤ c_j,   w, μ⁺, μ⁻, u ≥ 0,
///
/// rounded down to millionths. Where it shows too little, the number of devices is split when the
/// relaxation's is not whole, else the candidate that it takes most nearly by half.
struct CostProofSearch {
  let check: ProofCheck
  /// Cost of each candidate.
  let costs: [Double]
  /// The cost (yuan) to be shown.
  let target: Int64

  /// Cases that are looked at for one area.
  private static let mostNodes = 600

  /// The proof, as far as the nodes suffice.
  func proof() throws(OptimisationError) -> CostProof {
    var left = Self.mostNodes
    return try proof(check.whole, &left)
  }

  private func proof(
    _ limits: ProofCheck.Case, _ left: inout Int
  ) throws(OptimisationError) -> CostProof {
    left -= 1
    if limits.low > limits.high { return .weights([], each: 0) }
    let (weights, each) = try weights(limits)
    let leaf = CostProof.weights(weights, each: each)
    let value = check.value(of: weights, each: each, in: limits) ?? 0
    if left <= 0 || check.raised(max(0, value)) >= target { return leaf }
    let free = check.free(in: limits)
    let shares = try relaxation(limits, free)
    guard shares.count == free.count else { return leaf }
    let count = shares.reduce(0, +) + Double(limits.chosen.count)
    if abs(count - count.rounded()) > 1e-6 {
      var (fewer, more) = (limits, limits)
      fewer.high = min(fewer.high, Int(count.rounded(.down)))
      more.low = max(more.low, Int(count.rounded(.up)))
      let low = try proof(fewer, &left)
      return .count(
        atMost: Int(count.rounded(.down)), fewer: low, more: try proof(more, &left))
    }
    let halves = shares.map { min($0, 1 - $0) }
    guard let best = halves.indices.max(by: { (halves[$0], $1) < (halves[$1], $0) }),
      halves[best] > 1e-6
    else { return leaf }
    var (with, without) = (limits, limits)
    with.chosen.insert(free[best])
    without.out.insert(free[best])
    let chosen = try proof(with, &left)
    return .candidate(free[best], with: chosen, without: try proof(without, &left))
  }

  /// The dual of a case.
  private func weights(
    _ limits: ProofCheck.Case
  ) throws(OptimisationError) -> ([CostProof.Weight], each: Int64) {
    let needs = check.needs(in: limits)
    let witnesses = needs.indices.filter { needs[$0] > 0 }
    // A witness that too few can serve weighs as much as one likes.
    let most = 2 * Double(target) + (costs.max() ?? 0)
    var program = MixedIntegerProgram(
      variables: witnesses.map { .init(cost: -Double(needs[$0]), upper: most) })
    let taken = limits.chosen.count
    let price = program.variables.count
    program.variables.append(.init(cost: -Double(max(0, limits.low - taken)), upper: most))
    program.variables.append(.init(cost: Double(limits.high - taken), upper: most))
    var number = [Int](repeating: -1, count: needs.count)
    for (place, witness) in witnesses.enumerated() { number[witness] = place }
    for candidate in check.free(in: limits) {
      var terms = check.served[candidate].filter { number[$0] >= 0 }.map {
        MixedIntegerProgram.Term(number[$0], 1)
      }
      terms += [.init(price, 1), .init(price + 1, -1), .init(program.variables.count, -1)]
      program.variables.append(.init(cost: 1))
      program.rows.append(.init(terms, upper: costs[candidate]))
    }
    let values = try program.solve().values
    guard values.count == program.variables.count else { return ([], 0) }
    func millionths(_ value: Double) -> Int64 { Int64((value * 1e6).rounded(.down)) }
    let found = zip(witnesses, values).map {
      CostProof.Weight(witness: $0, weight: millionths(max(0, $1)))
    }
    return (found.filter { $0.weight > 0 }, millionths(values[price] - values[price + 1]))
  }

  /// How much of each free candidate the linear relaxation takes; empty when nothing serves the case.
  private func relaxation(
    _ limits: ProofCheck.Case, _ free: [Int]
  ) throws(OptimisationError) -> [Double] {
    let needs = check.needs(in: limits)
    var rows = [[MixedIntegerProgram.Term]](repeating: [], count: needs.count)
    for (place, candidate) in free.enumerated() {
      for witness in check.served[candidate] { rows[witness].append(.init(place, 1)) }
    }
    var program = MixedIntegerProgram(
      variables: free.map { .init(cost: costs[$0], upper: 1) },
      rows: needs.indices.filter { needs[$0] > 0 }.map {
        .init(rows[$0], lower: Double(needs[$0]))
      })
    let taken = limits.chosen.count
    program.rows.append(
      .init(
        free.indices.map { .init($0, 1) }, lower: Double(max(0, limits.low - taken)),
        upper: Double(limits.high - taken)))
    return try program.solve().values
  }

  /// Witnesses that say more than all others: a witness says no more than another that fewer candidates
  /// serve and that needs as many of them.
  static func telling(_ check: ProofCheck) -> [Int] {
    var servers = [[Int]](repeating: [], count: check.needs.count)
    for candidate in check.served.indices where !check.isRuledOut[candidate] {
      for witness in check.served[candidate] { servers[witness].append(candidate) }
    }
    let order = servers.indices.filter { check.needs[$0] > 0 }.sorted {
      (servers[$0].count, $0) < (servers[$1].count, $1)
    }
    var kept: [(witness: Int, servers: Set<Int>)] = []
    for witness in order {
      let own = Set(servers[witness])
      let isSaid = kept.contains {
        check.needs[$0.witness] >= check.needs[witness] && $0.servers.isSubset(of: own)
      }
      if !isSaid { kept.append((witness, own)) }
    }
    return kept.map(\.witness).sorted()
  }
}
