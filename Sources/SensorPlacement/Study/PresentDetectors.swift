import TwinModel

/// The detectors that the model already has in a room, and what they serve.
struct PresentDetectors {
  /// Devices of the kind in the room, in order of the plan.
  let devices: [Device]

  /// Cells that the share of floor is counted on are no wider than this (mm).
  private static let step: Int64 = 250

  init(of room: PlanRoom, in plan: StoreyPlan, kind: String) {
    devices = plan.devices.filter { device in
      guard device.kind == kind else { return false }
      if let space = device.space { return space == room.id }
      guard let point = device.position.map({ Self.planPoint($0, in: plan) }) else { return false }
      return room.outline.contains { $0.contains(point) }
    }
  }

  /// Their places in the plan.
  func places(in plan: StoreyPlan) -> [PlanPoint] {
    devices.compactMap { $0.position.map { Self.planPoint($0, in: plan) } }
  }

  /// Share of the floor (%) within the radius of a detector and in its sight.
  func coverage(of parts: [RoomTask.Part], in plan: StoreyPlan) -> Double {
    let points = places(in: plan)
    if points.isEmpty { return 0 }
    var (all, served) = (0.0, 0.0)
    for part in parts {
      let places = points.map { PlanPoint($0.x - part.origin.x, $0.y - part.origin.y) }
        .filter(part.cover.area.contains)
      for cell in FloorGrid(part.cover.area, step: Self.step).cells
      where part.cover.area.contains(cell.centre) {
        all += cell.area
        if places.contains(where: { part.cover.serves($0, cell.centre) }) { served += cell.area }
      }
    }
    return all > 0 ? 100 * served / all : 0
  }

  /// A place of the local frame in the plan.
  static func planPoint(_ position: Point3, in plan: StoreyPlan) -> PlanPoint {
    func whole(_ metres: Double) -> Int64 {
      // A place that far off is in no room.
      Int64(max(-1e9, min(1e9, (metres * 1000).rounded())))
    }
    return PlanPoint(whole(position.x - plan.origin.x), whole(position.y - plan.origin.y))
  }
}
