import TwinModel

/// Sight over a floor with walls and columns, in whole millimetres, as simply as can be.
struct FloorSight {
  /// Walls: every edge of the floor and of what stands on it.
  let walls: [(a: PlanPoint, b: PlanPoint)]
  private let floor: PlanPolygon
  private let columns: [[PlanPoint]]

  init(floor: PlanPolygon, columns: [[PlanPoint]]) {
    self.floor = floor
    self.columns = columns
    walls = (floor.rings + columns).flatMap { ring in
      ring.indices.map { (ring[$0], ring[($0 + 1) % ring.count]) }
    }
  }

  /// Whether a point is on the floor.
  func holds(_ point: PlanPoint) -> Bool {
    floor.contains(point) && columns.allSatisfy { position(of: point, in: $0) != .inside }
  }

  /// Whether no wall reaches into the triangles between an eye and the sides of a box, nor into the
  /// box: then the eye sees all of it.
  func surelySees(_ eye: PlanPoint, _ box: Box) -> Bool {
    let corners = box.corners
    let triangles = corners.indices.map { (eye, corners[$0], corners[($0 + 1) % 4]) }
    return walls.allSatisfy { wall in
      !Self.reaches(wall.a, wall.b, into: corners)
        && triangles.allSatisfy { t in
          let turn = orientation(t.0, t.1, t.2)
          return turn == 0
            || !Self.reaches(wall.a, wall.b, into: turn > 0 ? [t.0, t.1, t.2] : [t.0, t.2, t.1])
        }
    }
  }

  /// Whether some wall certainly stands between an eye and a point: it crosses the line of sight, and
  /// does not merely touch it.
  func isHidden(_ point: PlanPoint, from eye: PlanPoint) -> Bool {
    walls.contains { wall in
      let (c, d) = (orientation(eye, point, wall.a), orientation(eye, point, wall.b))
      let (e, f) = (orientation(wall.a, wall.b, eye), orientation(wall.a, wall.b, point))
      return (c > 0) != (d > 0) && c != 0 && d != 0 && (e > 0) != (f > 0) && e != 0 && f != 0
    }
  }

  /// Whether nothing of a box is floor, or all of it is.
  func isWhole(_ box: Box) -> Bool {
    walls.allSatisfy { !Self.reaches($0.a, $0.b, into: box.corners) }
  }

  /// Whether all of a box is within `margin` of one wall.
  func isBeside(_ box: Box, margin: Int64) -> Bool {
    margin > 0
      && walls.contains { wall in box.corners.allSatisfy { isNear($0, wall, margin) } }
  }

  /// Whether a point is within `margin` of some wall.
  func isNearWall(_ point: PlanPoint, margin: Int64) -> Bool {
    margin > 0 && walls.contains { isNear(point, $0, margin) }
  }

  private func isNear(
    _ p: PlanPoint, _ wall: (a: PlanPoint, b: PlanPoint), _ margin: Int64
  ) -> Bool {
    let (a, b) = wall
    let (dx, dy, px, py) = (b.x - a.x, b.y - a.y, p.x - a.x, p.y - a.y)
    let (along, square) = (px * dx + py * dy, dx * dx + dy * dy)
    if along <= 0 { return px * px + py * py <= margin * margin }
    if along >= square {
      let (qx, qy) = (p.x - b.x, p.y - b.y)
      return qx * qx + qy * qy <= margin * margin
    }
    let cross = Int128(dx * py - dy * px)
    return cross * cross <= Int128(margin * margin) * Int128(square)
  }

  /// Whether a segment has a point inside a convex polygon given counter-clockwise, its border left
  /// out: no line along a side, nor along the segment, separates the two.
  private static func reaches(_ a: PlanPoint, _ b: PlanPoint, into polygon: [PlanPoint]) -> Bool {
    for index in polygon.indices {
      let (p, q) = (polygon[index], polygon[(index + 1) % polygon.count])
      if orientation(p, q, a) <= 0, orientation(p, q, b) <= 0 { return false }
    }
    let sides = polygon.map { orientation(a, b, $0) }
    return sides.contains { $0 > 0 } && sides.contains { $0 < 0 }
  }
}

/// An axis-parallel box of floor.
struct Box {
  let x0: Int64
  let y0: Int64
  let x1: Int64
  let y1: Int64

  var corners: [PlanPoint] {
    [PlanPoint(x0, y0), PlanPoint(x1, y0), PlanPoint(x1, y1), PlanPoint(x0, y1)]
  }
  var middle: PlanPoint { PlanPoint((x0 + x1) / 2, (y0 + y1) / 2) }
  var area: Double { Double((x1 - x0) * (y1 - y0)) / 1e6 }
  var isSmallest: Bool { max(x1 - x0, y1 - y0) <= 40 }

  var quarters: [Box] {
    let m = middle
    return [
      Box(x0: x0, y0: y0, x1: m.x, y1: m.y), Box(x0: m.x, y0: y0, x1: x1, y1: m.y),
      Box(x0: x0, y0: m.y, x1: m.x, y1: y1), Box(x0: m.x, y0: m.y, x1: x1, y1: y1),
    ].filter { $0.x1 > $0.x0 && $0.y1 > $0.y0 }
  }
}
