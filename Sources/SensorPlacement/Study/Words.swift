import TwinModel

/// What is said of one room's plan.
struct Words {
  let rules: PointDetectorRules
  let protection: PointDetectorRules.Protection
  let placements: [CeilingPlan]
  let isNarrowCorridor: Bool

  /// The figures that the plan rests on.
  var basis: String {
    if isNarrowCorridor { return "6.2.4: at most \(rules.corridor.spacing) apart" }
    return "table 6.2.2: A \(protection.area), R \(protection.radius)"
      + (protection.isVerified ? "" : " (unverified)")
  }

  /// Basis, bound, and what the bound holds for.
  var note: String {
    let count = placements.reduce(0) { $0 + $1.places.count }
    let bound = placements.reduce(0) { $0 + $1.bound }
    let steps = placements.compactMap { plan -> Int64? in
      if case .grid(let step) = plan.basis { step } else { nil }
    }
    let scope =
      steps.max().map { "for places on a \(Double($0) / 1000) m grid" } ?? "for all places"
    return count == bound
      ? "\(basis); fewest, proven \(scope)"
      : "\(basis); at least \(bound) \(scope), not proven to be the fewest"
  }

  /// The same figures as properties of the proposed devices.
  var properties: [Property] {
    isNarrowCorridor
      ? [
        Property(
          set: "GB50116", name: "Spacing", value: .number(rules.corridor.spacing.value), unit: "m")
      ]
      : [
        Property(
          set: "GB50116", name: "ProtectionArea", value: .number(protection.area.value),
          unit: "m²"),
        Property(
          set: "GB50116", name: "ProtectionRadius", value: .number(protection.radius.value),
          unit: "m"),
      ]
  }

  /// Problems of the room that the plan ran into.
  func findings(for room: PlanRoom, in plan: StoreyPlan, parts: [RoomTask.Part]) -> [Finding] {
    var list: [Finding] = []
    if placements.contains(where: \.isNarrow) {
      list.append(.narrow(room, clearance: rules.clearance))
    }
    let blind = zip(parts, placements).flatMap { part, placement in
      placement.blind.map {
        plan.local(PlanPoint($0.x + part.origin.x, $0.y + part.origin.y))
      }
    }
    if let first = blind.first { list.append(.blind(room, blind.count, first: first)) }
    let unshown = placements.reduce(0) { $0 + $1.unshownArea }
    if unshown > 0 { list.append(.unshown(room, SquareMetres(unshown))) }
    return list
  }
}
