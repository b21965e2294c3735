import TwinModel

/// What is said of one room's plan.
struct Words {
  let rules: PointDetectorRules
  let protection: PointDetectorRules.Protection
  let placements: [CeilingPlan]
  let areas: RoomParts
  /// Slope of the ceiling; nil when nothing says it.
  let slope: Degrees?

  private var isNarrowCorridor: Bool { areas.isNarrowCorridor }

  /// The figures that the plan rests on.
  var basis: String {
    var parts = ["table 6.2.2: A \(protection.area), R \(protection.radius)"]
    if isNarrowCorridor {
      parts = ["6.2.4: at most \(rules.corridor.spacing) apart"]
    } else {
      if let slope, slope > 0 { parts[0] += " at a slope of \(slope)" }
      if !protection.isVerified { parts[0] += " (unverified)" }
    }
    if areas.partedBays > 0 {
      parts.append("6.2.3: \(areas.partedBays) bays between beams, at least one in each")
    }
    if areas.dividedBays > 0 {
      parts.append(
        "6.2.3: \(areas.dividedBays) bays between beams, several to a detector by appendices F and G"
          + (rules.beams.isVerified ? "" : " (unverified)"))
    }
    if !areas.ridges.isEmpty { parts.append("6.2.10: a row at the ridge") }
    if areas.outlets > 0 {
      parts.append("6.2.8: clear of \(areas.outlets) air outlet\(areas.outlets == 1 ? "" : "s")")
    }
    return parts.joined(separator: "; ")
  }

  /// Basis, bound, and what the bound holds for.
  var note: String {
    let count = placements.reduce(0) { $0 + $1.places.count }
    let bound = areas.bound(placements.map(\.bound))
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
    func property(_ name: String, _ value: Double, _ unit: String) -> Property {
      Property(set: "GB50116", name: name, value: .number(value), unit: unit)
    }
    let figures =
      isNarrowCorridor
      ? [property("Spacing", rules.corridor.spacing.value, "m")]
      : [
        property("ProtectionArea", protection.area.value, "m²"),
        property("ProtectionRadius", protection.radius.value, "m"),
      ]
    return figures + (slope.map { [property("Slope", $0.value, "°")] } ?? [])
  }

  /// Problems of the room that the plan ran into.
  func findings(for room: PlanRoom, in plan: StoreyPlan, parts: [RoomTask.Part]) -> [Finding] {
    var list: [Finding] = []
    if placements.contains(where: \.isNarrow) {
      list.append(
        .narrow(room, clearance: rules.clearance, hasOutlets: areas.outlets > 0))
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
