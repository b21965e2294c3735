import TwinModel

/// A room as one sees it who looks up.
struct CeilingView {
  let room: PlanRoom
  let plan: StoreyPlan
  let frame: PlanFrame
  /// Top of the room, metres above the local zero.
  let top: Double
  /// Half way up: beams lower down are not the ceiling's.
  let middle: Double
  /// What is lower is part of the floor, as a step or a covering; eaves are higher.
  let low: Double
  /// The box around the floor, in metres of the local frame.
  let box: Box2
  let covers: UndersideProbe
  /// Points of the floor, 49 at most for each part.
  let samples: [Point2]

  /// How far above the top of a space its ceiling may be (m): spaces end somewhat below, or above, it.
  private static let slack = 0.5

  init?(of room: PlanRoom, in plan: StoreyPlan, covers: UndersideProbe) {
    self.room = room
    self.plan = plan
    frame = PlanFrame(origin: plan.origin, elevationMetres: plan.elevation.value)
    let floor = plan.elevation.value + Double(room.floor) / 1000
    let height = (room.height ?? plan.height).value
    (top, middle, low) = (floor + height, floor + height / 2, floor + min(1, height / 2))
    let corners = room.outline.flatMap { [$0.bounds.min, $0.bounds.max] }.map(plan.local)
    guard height > 0, let box = Box2(around: corners) else { return nil }
    self.box = box
    self.covers = covers.within(box)
    samples = room.outline.flatMap { Self.points(of: $0) }.map(plan.local)
  }

  /// A grid of seven by seven over the box of a polygon, less what is outside.
  private static func points(of polygon: PlanPolygon) -> [PlanPoint] {
    let (low, high) = polygon.bounds
    return (0..<7).flatMap { row in
      (0..<7).map { column in
        PlanPoint(
          low.x + (high.x - low.x) * (2 * column + 1) / 14,
          low.y + (high.y - low.y) * (2 * row + 1) / 14)
      }
    }.filter(polygon.contains)
  }

  /// The ceiling above a point.
  func cover(at point: Point2) -> UndersideProbe.Hit? {
    covers.lowest(at: point, above: low).flatMap { $0.height <= top + Self.slack ? $0 : nil }
  }

  /// How far a beam hangs below the ceiling over the room (mm), where it hangs farthest; 0 when it does
  /// not hang over the room at all.
  func drop(
    of beam: UndersideProbe, outline: [PlanPolygon]
  ) throws(GeometryError) -> Int64 {
    var most = 0.0
    for part in try outline.intersection(room.outline) where part.area.value >= 0.01 {
      let count = Int64(part.outer.count)
      let middle = PlanPoint(
        part.outer.reduce(0) { $0 + $1.x } / count, part.outer.reduce(0) { $0 + $1.y } / count)
      let points =
        [middle] + part.outer.map { PlanPoint(($0.x + middle.x) / 2, ($0.y + middle.y) / 2) }
      for point in points.filter(part.contains).map(plan.local) {
        guard let under = beam.lowest(at: point, above: self.middle) else { continue }
        let ceiling = min(top, cover(at: point)?.height ?? top)
        most = max(most, ceiling - under.height)
      }
    }
    return PlanFrame.millimetres(most)
  }
}
