import TwinModel

extension Finding {
  static func flag(_ room: PlanRoom, kind: String, _ words: String) -> Finding {
    Finding(
      .warning, code: "placement.flag", subject: room.id.value,
      message: "room \(room.name), \(kind): \(words)")
  }

  /// What is wrong with an area that is too large to be a room of a school; nil when nothing is.
  static func tooLarge(_ area: PlacementArea, kind: String) -> Finding? {
    let box = area.floor.bounds
    let side = max(box.max.x - box.min.x, box.max.y - box.min.y)
    guard side > RoomTask.greatestSide || area.floor.area > RoomTask.greatestPart else {
      return nil
    }
    return Finding(
      .warning, code: "placement.size", subject: area.rooms[0].id.value,
      message: "\(kind): \(area.floor.area) of floor in one piece with room \(area.rooms[0].name), "
        + "more than \(RoomTask.greatestPart) or 400 m long, so nothing was placed",
      suggestion: "check outlines and units, or count doors as closed")
  }

  /// The points of an area that nothing can serve; nil when there are none.
  static func blind(_ area: AreaPlacement, _ room: PlanRoom) -> Finding? {
    guard let first = area.blindPoints.first else { return nil }
    var counts: [String: Int] = [:]
    for point in area.blindPoints { counts[point.reason, default: 0] += 1 }
    let reasons = counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    return Finding(
      .warning, code: "placement.blind", subject: room.id.value,
      message: "room \(room.name), \(area.kind): \(area.blindPoints.count) floor points cannot be "
        + "served, the first at (\(first.point.x), \(first.point.y)) m: "
        + reasons.joined(separator: "; "),
      suggestion: "choose another type of device, or accept the gap")
  }
}
