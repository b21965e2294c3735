package import TwinModel

/// The floor that detectors share without a wall between them: a part of a room's outline and what
/// stands in it up to the ceiling, in whole millimetres.
///
/// All predicates are exact: no tolerance decides whether a detector sees round a corner.
package struct DetectionArea: Hashable {
  /// The floor; outer ring counter-clockwise, holes clockwise.
  let outline: PlanPolygon
  /// Outlines of what stands in the way, clockwise, so that free floor is on the left of every edge.
  let blockers: [[PlanPoint]]
  /// Every edge of outline and blockers, free floor on its left.
  let edges: [Edge]
  /// Whether every two points of the floor see each other.
  let isConvex: Bool

  /// One edge.
  package struct Edge: Hashable {
    let start: PlanPoint
    let end: PlanPoint
  }

  /// Creates an area; rings may run either way, blockers may reach into walls.
  package init(outline: PlanPolygon, blockers: [[PlanPoint]] = []) {
    self.outline = PlanPolygon(
      outer: Self.turned(outline.outer, left: true),
      holes: outline.holes.map { Self.turned($0, left: false) })
    let (low, high) = outline.bounds
    self.blockers = blockers.filter { ring in
      ring.count > 2 && twiceArea(ring) != 0
        && ring.contains { $0.x > low.x } && ring.contains { $0.x < high.x }
        && ring.contains { $0.y > low.y } && ring.contains { $0.y < high.y }
    }.map { Self.turned($0, left: false) }
    edges = (self.outline.rings + self.blockers).flatMap { ring in
      ring.indices.map {
        Edge(start: ring[$0], end: ring[$0 + 1 == ring.endIndex ? 0 : $0 + 1])
      }
    }.filter { $0.start != $0.end }
    let outer = self.outline.outer
    isConvex =
      self.outline.holes.isEmpty && self.blockers.isEmpty
      && outer.indices.allSatisfy { index in
        orientation(
          outer[index], outer[(index + 1) % outer.count], outer[(index + 2) % outer.count]) >= 0
      }
  }

  private static func turned(_ ring: [PlanPoint], left: Bool) -> [PlanPoint] {
    (twiceArea(ring) > 0) == left ? ring : ring.reversed()
  }

  /// The area moved by (−x, −y).
  func moved(by origin: PlanPoint) -> DetectionArea {
    func move(_ ring: [PlanPoint]) -> [PlanPoint] {
      ring.map { PlanPoint($0.x - origin.x, $0.y - origin.y) }
    }
    return DetectionArea(
      outline: PlanPolygon(outer: move(outline.outer), holes: outline.holes.map(move)),
      blockers: blockers.map(move))
  }

  /// Whether `point` is on the floor or its border.
  func contains(_ point: PlanPoint) -> Bool {
    outline.contains(point)
      && blockers.allSatisfy { position(of: point, in: $0) != .inside }
  }

  /// Distance of `point` to the nearest edge, in millimetres.
  func clearance(of point: PlanPoint) -> Double {
    edges.reduce(Double.infinity) { min($0, $1.distance(to: point)) }
  }

  /// The outline's lower left and upper right corner when it is an axis-parallel rectangle; nil for
  /// any other outline.
  var rectangle: (min: PlanPoint, max: PlanPoint)? {
    let box = outline.bounds
    let whole = PlanPolygon.rectangle(box.min.x, box.min.y, box.max.x, box.max.y)
    guard outline.holes.isEmpty, twiceArea(outline.outer) == twiceArea(whole.outer) else {
      return nil
    }
    return box
  }
}

extension DetectionArea.Edge {
  /// Distance to `point`, in millimetres.
  func distance(to point: PlanPoint) -> Double {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let (px, py) = (point.x - start.x, point.y - start.y)
    let along = px * dx + py * dy
    let square = dx * dx + dy * dy
    if along <= 0 { return Double(px * px + py * py).squareRoot() }
    if along >= square {
      let (qx, qy) = (point.x - end.x, point.y - end.y)
      return Double(qx * qx + qy * qy).squareRoot()
    }
    return Double(abs(dx * py - dy * px)) / Double(square).squareRoot()
  }
}
