package import TwinModel

/// Adds up what the leaves of a ``CostProof`` show.
///
/// In a leaf, candidates T are chosen, others are ruled out, and the number of devices is between `low`
/// and `high`. For any weights w ≥ 0 of witnesses that k_i further devices must serve, and any price μ of
/// each further device, what is chosen costs at least
///
///     Σ_{j∈T} c_j + Σ_i k_i w_i + μ n − Σ_j max(0, Σ_{i may be served by j} w_i + μ − c_j),
///
/// n = low − |T| for μ > 0 and high − |T| for μ < 0, by linear programming duality; the last sum is over
/// candidates that are neither chosen nor ruled out, and stands there since a candidate is bought once at
/// most. The bound is the least of all leaves.
///
/// Where every point needs one device only, a candidate that serves no more witnesses than another that
/// costs no more is ruled out from the start: the other can stand in for it.
package struct ProofCheck {
  private let area: PlacementCertificate.Area
  /// By witness: how many devices it needs that are not there yet; no more than can serve it.
  package private(set) var needs: [Int64] = []
  /// By candidate: the witnesses that it may serve, ascending.
  package private(set) var served: [[Int]]
  /// By candidate: whether another one stands in for it.
  package let isRuledOut: [Bool]

  /// One case: what is chosen, what is ruled out, and how many devices there are.
  package struct Case {
    package var chosen: Set<Int> = []
    package var out: Set<Int> = []
    package var low = 0
    package var high: Int
  }

  /// Looks at who may serve whom on a floor with columns.
  package init(area: PlacementCertificate.Area, floor: PlanPolygon, columns: [[PlanPoint]]) {
    self.init(area: area, sight: FloorSight(floor: floor, columns: columns))
  }

  init(area: PlacementCertificate.Area, sight: FloorSight) {
    self.area = area
    let there = area.devices.filter { $0.cost == 0 }
    served = area.candidates.map { _ in [] }
    for (index, witness) in area.witnesses.enumerated() {
      let point = PlanPoint(witness[0], witness[1])
      // A point that need not be served bears no weight.
      guard sight.holds(point), !sight.isNearWall(point, margin: area.margin) else {
        needs.append(0)
        continue
      }
      func serves(_ view: PlacementCertificate.View) -> Bool {
        view.reaches(point) && !sight.isHidden(point, from: view.place)
      }
      let servers = area.candidates.indices.filter { serves(area.candidates[$0]) }
      for candidate in servers { served[candidate].append(index) }
      needs.append(Int64(max(0, min(area.times - there.count(where: serves), servers.count))))
    }
    isRuledOut =
      area.times == 1
      ? Self.dominated(served, area.candidates.map(\.cost)) : served.map { _ in false }
  }

  /// Whether another candidate serves all that each serves and costs no more; of equals the first stays.
  private static func dominated(_ served: [[Int]], _ costs: [Int64]) -> [Bool] {
    let sets = served.map { Set($0) }
    return served.indices.map { a in
      served.indices.contains { b in
        guard a != b, costs[b] <= costs[a], sets[b].count >= sets[a].count,
          sets[a].isSubset(of: sets[b])
        else { return false }
        return costs[b] < costs[a] || sets[b].count > sets[a].count || b < a
      }
    }
  }

  /// The case before any branch.
  package var whole: Case { Case(high: area.candidates.count) }

  /// No choice of candidates costs less, rounded up to a cost that can be; and what is wrong with the
  /// proof, if anything.
  package func bound(of proof: CostProof) -> (cost: Int64, fault: String?) {
    var least: Int64?
    var cases = [(proof: proof, limits: whole)]
    while let (proof, limits) = cases.popLast() {
      switch proof {
      case .weights(let weights, let each):
        // A case that cannot be.
        if limits.low > limits.high || !limits.chosen.isDisjoint(with: limits.out) { continue }
        guard let value = value(of: weights, each: each, in: limits) else {
          return (0, "a weight of the proof is negative, too large or of no witness")
        }
        least = min(least ?? value, value)
      case .candidate(let number, let with, let without):
        guard area.candidates.indices.contains(number) else {
          return (0, "the proof names candidate \(number), which is not there")
        }
        var (chosen, out) = (limits, limits)
        chosen.chosen.insert(number)
        out.out.insert(number)
        cases += [(with, chosen), (without, out)]
      case .count(let most, let fewer, let more):
        guard 0..<Int(Int32.max) ~= most else { return (0, "the proof counts \(most) devices") }
        var (low, high) = (limits, limits)
        low.high = min(low.high, most)
        high.low = max(high.low, most + 1)
        cases += [(fewer, low), (more, high)]
      }
    }
    return (raised(max(0, least ?? 0)), nil)
  }

  /// What the choices of one case cost at least, in millionths of a yuan; nil for numbers out of range.
  package func value(
    of weights: [CostProof.Weight], each: Int64, in limits: Case
  ) -> Int64? {
    let greatest: Int64 = 1_000_000_000_000
    guard -greatest...greatest ~= each else { return nil }
    var weight = [Int64](repeating: 0, count: area.witnesses.count)
    for entry in weights {
      guard weight.indices.contains(entry.witness), 0...greatest ~= entry.weight else { return nil }
      weight[entry.witness] = entry.weight
    }
    let left = needs(in: limits)
    var total = limits.chosen.reduce(Int128(0)) {
      $0 + Int128(area.candidates[$1].cost) * 1_000_000
    }
    for (need, weight) in zip(left, weight) { total += Int128(need) * Int128(weight) }
    let further = (each > 0 ? limits.low : limits.high) - limits.chosen.count
    total += Int128(each) * Int128(further)
    for candidate in free(in: limits) {
      // What is served often enough already asks for nothing more.
      let load = served[candidate].reduce(Int128(each)) {
        left[$1] > 0 ? $0 + Int128(weight[$1]) : $0
      }
      total -= max(0, load - Int128(area.candidates[candidate].cost) * 1_000_000)
    }
    return Int64(clamping: total)
  }

  /// By witness: how many devices it needs besides those that are chosen.
  package func needs(in limits: Case) -> [Int64] {
    var left = needs
    for candidate in limits.chosen { for witness in served[candidate] { left[witness] -= 1 } }
    return left.map { max(0, $0) }
  }

  /// Candidates that may be chosen besides.
  package func free(in limits: Case) -> [Int] {
    area.candidates.indices.filter {
      !isRuledOut[$0] && !limits.chosen.contains($0) && !limits.out.contains($0)
    }
  }

  /// Up to the next multiple of what all costs are multiples of, and to the least number of devices.
  package func raised(_ millionths: Int64) -> Int64 {
    let step = area.candidates.reduce(Int64(0)) { greatestDivisor($0, $1.cost) }
    guard step > 0, let cheapest = area.candidates.map(\.cost).min() else { return 0 }
    // A yuan's ten-thousandth of rounding is no device.
    let parts = (millionths - 100) / (step * 1_000_000)
    let whole = (parts * step * 1_000_000 < millionths - 100 ? parts + 1 : parts) * step
    let free = area.devices.count { $0.cost == 0 }
    return max(whole, Int64(max(0, area.least - free)) * cheapest)
  }

  private func greatestDivisor(_ a: Int64, _ b: Int64) -> Int64 {
    b == 0 ? a : greatestDivisor(b, a % b)
  }
}
