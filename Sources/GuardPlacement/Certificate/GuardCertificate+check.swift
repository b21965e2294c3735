package import SpatialCore

// This file is the checker: it knows geometry and whole numbers, and nothing of any optimiser.

extension GuardCertificate {
  /// Why the certificate does not hold for `polygon`; nil when it does.
  package func firstFault(for polygon: ExactPolygon) -> String? {
    if format != Self.currentFormat {
      return "the format is “\(format.prefix(60))”, expected “\(Self.currentFormat)”"
    }
    if corners != polygon.corners.count {
      return "it is for a polygon of \(corners) corners, but this one has \(polygon.corners.count)"
    }
    if let stranger = guards.first(where: { !polygon.corners.indices.contains($0) }) {
      return "guard \(stranger) is no corner, expected 0 to \(corners - 1)"
    }
    if Set(guards).count != guards.count { return "a guard is named twice" }
    if bound > guards.count { return "the bound \(bound) is above the \(guards.count) guards" }
    if let unseen = GuardCoverage(polygon, guards: guards).unseenPoints(upTo: 1).first {
      return "no guard sees the point \(unseen.nearX) \(unseen.nearY)"
    }
    return firstFaultOfBound(for: polygon)
  }

  private func firstFaultOfBound(for polygon: ExactPolygon) -> String? {
    // Weights are summed in 64 bits.
    guard (1...1_000_000_000_000).contains(scale) else {
      return "the scale is \(scale), expected 1 to 1000000000000"
    }
    var seers: [[Int]] = []
    for (index, words) in witnesses.enumerated() {
      guard words.count == 2, let x = ExactNumber(fraction: words[0]),
        let y = ExactNumber(fraction: words[1])
      else { return "witness \(index) is no point, expected two fractions such as 7/2" }
      let point = ExactPoint(x, y)
      guard polygon.contains(point) else { return "witness \(index) lies outside the polygon" }
      seers.append(polygon.corners.indices.filter { polygon.sees($0, point) })
    }
    var cases: [(proof: Proof, taken: Set<Int>, forbidden: Set<Int>)] = [(proof, [], [])]
    while let (proof, taken, forbidden) = cases.popLast() {
      switch proof {
      case .weights(let weights):
        if let fault = fault(of: weights, seers: seers, taken: taken, forbidden: forbidden) {
          return fault
        }
      case .branch(let corner, let with, let without):
        guard polygon.corners.indices.contains(corner) else {
          return "a branch is at \(corner), which is no corner"
        }
        cases.append((with, taken.union([corner]), forbidden))
        cases.append((without, taken, forbidden.union([corner])))
      }
    }
    return nil
  }

  private func fault(
    of weights: [Weight], seers: [[Int]], taken: Set<Int>, forbidden: Set<Int>
  ) -> String? {
    // A corner both taken and forbidden: a case that cannot be.
    if !taken.isDisjoint(with: forbidden) { return nil }
    var total = 0
    var seen: [Int: Int] = [:]
    for entry in weights {
      guard seers.indices.contains(entry.witness) else {
        return "a weight is for witness \(entry.witness), which is not there"
      }
      guard entry.weight > 0, entry.weight <= 1_000_000_000_000_000 else {
        return "witness \(entry.witness) weighs \(entry.weight), expected 1 to 10¹⁵"
      }
      // What a taken corner sees asks for nothing more.
      if !taken.isDisjoint(with: seers[entry.witness]) { continue }
      let (sum, overflow) = total.addingReportingOverflow(entry.weight)
      if overflow { return "the weights of a leaf are too large to be summed" }
      total = sum
      for corner in seers[entry.witness] where !forbidden.contains(corner) {
        seen[corner, default: 0] += entry.weight
      }
    }
    if let (corner, weight) = seen.filter({ $0.value > scale }).min(by: { $0.key < $1.key }) {
      return "corner \(corner) sees witnesses of weight \(weight), expected \(scale) at most"
    }
    let needed = bound - 1 - taken.count
    if needed < 0 || total > needed * scale { return nil }
    return "the witnesses of a leaf weigh \(total), expected more than \(needed) × \(scale)"
  }
}
