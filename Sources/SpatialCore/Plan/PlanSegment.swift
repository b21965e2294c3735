package import TwinModel

/// A straight piece between two plan points (mm); its tests are exact while coordinates stay below
/// 10⁹ mm.
package struct PlanSegment: Hashable, Sendable {
  /// One end.
  package var start: PlanPoint
  /// The other end.
  package var end: PlanPoint

  /// Creates a segment; it may be a single point.
  package init(_ start: PlanPoint, _ end: PlanPoint) {
    self.start = start
    self.end = end
  }

  /// Length (mm).
  package var length: Double {
    let (dx, dy) = (Double(end.x - start.x), Double(end.y - start.y))
    return (dx * dx + dy * dy).squareRoot()
  }

  /// The least box around it, in millimetres.
  package var box: Box2 {
    Box2(
      min: Point2(Double(min(start.x, end.x)), Double(min(start.y, end.y))),
      max: Point2(Double(max(start.x, end.x)), Double(max(start.y, end.y))))
  }

  /// Whether `point` lies on it, ends included.
  package func contains(_ point: PlanPoint) -> Bool {
    orientation(start, end, point) == 0
      && min(start.x, end.x)...max(start.x, end.x) ~= point.x
      && min(start.y, end.y)...max(start.y, end.y) ~= point.y
  }

  /// Whether both share at least a point; touching ends and overlaps count.
  package func intersects(_ other: PlanSegment) -> Bool {
    crosses(other) || contains(other.start) || contains(other.end) || other.contains(start)
      || other.contains(end)
  }

  /// Whether both cross in one point that is inside of each; touching and overlapping do not count.
  package func crosses(_ other: PlanSegment) -> Bool {
    let a = orientation(start, end, other.start).signum()
    let b = orientation(start, end, other.end).signum()
    let c = orientation(other.start, other.end, start).signum()
    let d = orientation(other.start, other.end, end).signum()
    return a * b < 0 && c * d < 0
  }

  /// Where along this segment (0 at its start, 1 at its end) the line of `other` is met by it, when
  /// the segments share exactly one point; nil when they share none or are parallel.
  package func parameter(of other: PlanSegment) -> Double? {
    guard intersects(other) else { return nil }
    let a = orientation(other.start, other.end, start)
    let b = orientation(other.start, other.end, end)
    guard a != b else { return nil }
    return Double(a) / (Double(a) - Double(b))
  }

  /// Distance from `point` to the nearest point of the segment (mm).
  package func distance(to point: PlanPoint) -> Double {
    let (dx, dy) = (Double(end.x - start.x), Double(end.y - start.y))
    let (px, py) = (Double(point.x - start.x), Double(point.y - start.y))
    let squaredLength = dx * dx + dy * dy
    let along = squaredLength > 0 ? min(max((px * dx + py * dy) / squaredLength, 0), 1) : 0
    let (ox, oy) = (px - along * dx, py - along * dy)
    return (ox * ox + oy * oy).squareRoot()
  }
}

extension PlanPolygon {
  /// The edges of all rings, outer ring first, each in the ring's direction.
  package var edges: [PlanSegment] {
    rings.flatMap { ring in
      ring.indices.map {
        PlanSegment(ring[$0], ring[$0 + 1 == ring.endIndex ? ring.startIndex : $0 + 1])
      }
    }
  }

  /// Distance from `point` to the nearest border, of the outer ring or of a hole (mm); 0 on it,
  /// positive on either side.
  package func borderDistance(to point: PlanPoint) -> Double {
    edges.lazy.map { $0.distance(to: point) }.min() ?? .infinity
  }

  /// Whether the segment has a point of the polygon, its border included; exact.
  package func meets(_ segment: PlanSegment) -> Bool {
    contains(segment.start) || edges.contains { $0.intersects(segment) }
  }
}
