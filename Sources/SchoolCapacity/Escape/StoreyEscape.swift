import TwinModel

/// 疏散净宽: what a storey's pupils leave by.
struct StoreyEscape {
  /// Sum of clear widths; nil when the plan has no such door.
  let width: Metres?
  /// The doors and open passages counted, sorted.
  let doors: [GlobalID]

  /// Finds the exits of a storey.
  ///
  /// Storeys other than the first leave by openings between a stair and any room that is not a
  /// stair; storey 1 by openings between a room on the way out and the outside, which is where the
  /// model has no room beside the opening. Windows never count.
  init(
    _ plan: StoreyPlan, role: (GlobalID) -> RoomUse.Role, clearWidth: (PlanOpening) -> Metres
  ) {
    let exits = plan.openings.filter { opening in
      guard opening.kind != .window else { return false }
      let roles = opening.rooms.map(role)
      if plan.number == 1 { return roles.count == 1 && roles[0].isCirculation }
      return roles.contains(.stair) && roles.contains { $0 != .stair }
    }
    doors = exits.map(\.id).sorted()
    width = exits.isEmpty ? nil : exits.reduce(.zero) { $0 + clearWidth($1) }
  }
}
