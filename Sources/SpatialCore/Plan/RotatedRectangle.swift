package import TwinModel

/// The least rectangle around points, turned as it fits best (in the unit of the points).
package struct RotatedRectangle: Hashable, Sendable {
  /// The middle.
  package var centre: Point2
  /// Direction of the longer side, of unit length, with x > 0 or (0, 1).
  package var axis: Point2
  /// The longer side.
  package var length: Double
  /// The lesser side.
  package var width: Double

  /// Creates the rectangle of least area around `points`; nil when there are none.
  ///
  /// One side of it lies along a side of the convex hull, so each is tried (Freeman and Shapira 1975).
  /// Points on one line give a rectangle without width, a single point one without length.
  package init?(around points: [Point2]) {
    let hull = convexHull(points)
    guard let first = hull.first else { return nil }
    guard hull.count > 1 else {
      self.init(centre: first, axis: Point2(1, 0), length: 0, width: 0)
      return
    }
    var best: RotatedRectangle?
    for index in hull.indices {
      let a = hull[index]
      let b = hull[index + 1 == hull.endIndex ? 0 : index + 1]
      let length = ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
      let candidate = RotatedRectangle(
        around: hull, along: Point2((b.x - a.x) / length, (b.y - a.y) / length))
      // A thousandth of slack, so that rounding does not choose between equal sides.
      if let best, candidate.length * candidate.width >= best.length * best.width * 0.999 {
        continue
      }
      best = candidate
    }
    guard let best else { return nil }
    self = best
  }

  /// The rectangle of a given direction around points.
  init(around points: [Point2], along direction: Point2) {
    let along = points.map { $0.x * direction.x + $0.y * direction.y }
    let across = points.map { $0.y * direction.x - $0.x * direction.y }
    let (u0, u1) = (along.min() ?? 0, along.max() ?? 0)
    let (v0, v1) = (across.min() ?? 0, across.max() ?? 0)
    let (u, v) = ((u0 + u1) / 2, (v0 + v1) / 2)
    let centre = Point2(
      u * direction.x - v * direction.y, u * direction.y + v * direction.x)
    let isAlong = u1 - u0 >= v1 - v0
    var axis = isAlong ? direction : Point2(-direction.y, direction.x)
    if axis.x < 0 || (axis.x == 0 && axis.y < 0) { axis = Point2(-axis.x, -axis.y) }
    self.init(
      centre: centre, axis: axis, length: max(u1 - u0, v1 - v0), width: min(u1 - u0, v1 - v0))
  }

  init(centre: Point2, axis: Point2, length: Double, width: Double) {
    self.centre = centre
    self.axis = axis
    self.length = length
    self.width = width
  }
}

/// The corners of the least convex polygon around points, counter-clockwise from the leftmost; exact
/// for whole millimetres below 10⁷.
///
/// - Complexity: O(n log n), Andrew's monotone chain.
package func convexHull(_ points: [Point2]) -> [Point2] {
  var sorted: [Point2] = []
  for point in points.sorted(by: { ($0.x, $0.y) < ($1.x, $1.y) }) where point != sorted.last {
    sorted.append(point)
  }
  guard sorted.count > 2 else { return sorted }
  func half(_ points: some Sequence<Point2>) -> [Point2] {
    var chain: [Point2] = []
    for point in points {
      while chain.count >= 2, turn(chain[chain.count - 2], chain[chain.count - 1], point) <= 0 {
        chain.removeLast()
      }
      chain.append(point)
    }
    return chain
  }
  return half(sorted).dropLast() + half(sorted.reversed()).dropLast()
}

private func turn(_ a: Point2, _ b: Point2, _ c: Point2) -> Double {
  (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}
