package import TwinModel

/// An axis-parallel box of the plan, borders included; in millimetres or metres, as its maker says.
package struct Box2: Hashable, Sendable {
  /// The least coordinates.
  package var min: Point2
  /// The greatest coordinates.
  package var max: Point2

  /// Creates a box from two corners; `min` is nowhere above `max`.
  package init(min: Point2, max: Point2) {
    self.min = min
    self.max = max
  }

  /// Creates the least box around `points`; nil when there are none.
  package init?(around points: some Sequence<Point2>) {
    var iterator = points.makeIterator()
    guard let first = iterator.next() else { return nil }
    self.init(min: first, max: first)
    while let point = iterator.next() { self = union(Box2(min: point, max: point)) }
  }

  /// Creates the box around a plan polygon, in millimetres.
  package init(_ polygon: PlanPolygon) {
    let (low, high) = polygon.bounds
    self.init(
      min: Point2(Double(low.x), Double(low.y)), max: Point2(Double(high.x), Double(high.y)))
  }

  /// The middle.
  package var centre: Point2 { Point2((min.x + max.x) / 2, (min.y + max.y) / 2) }

  /// The least box around both.
  package func union(_ other: Box2) -> Box2 {
    Box2(
      min: Point2(Swift.min(min.x, other.min.x), Swift.min(min.y, other.min.y)),
      max: Point2(Swift.max(max.x, other.max.x), Swift.max(max.y, other.max.y)))
  }

  /// Whether the boxes share at least a point.
  package func intersects(_ other: Box2) -> Bool {
    min.x <= other.max.x && other.min.x <= max.x && min.y <= other.max.y && other.min.y <= max.y
  }

  /// Square of the distance from a point; 0 inside.
  package func squaredDistance(to point: Point2) -> Double {
    let dx = Swift.max(min.x - point.x, 0, point.x - max.x)
    let dy = Swift.max(min.y - point.y, 0, point.y - max.y)
    return dx * dx + dy * dy
  }
}
