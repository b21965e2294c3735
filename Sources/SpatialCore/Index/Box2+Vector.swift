import TwinModel

extension Box2 {
  /// Creates the least box around `points` of a kernel's plane, in metres; nil when there are none.
  init?(around points: some Sequence<Vector2>) {
    self.init(around: points.lazy.map { Point2($0.x, $0.y) })
  }

  /// The box `margin` further out on all sides.
  func grown(by margin: Double) -> Box2 {
    Box2(
      min: Point2(min.x - margin, min.y - margin), max: Point2(max.x + margin, max.y + margin))
  }

  /// Whether the least box around a segment shares a point with this one.
  func intersects(_ a: Vector2, _ b: Vector2) -> Bool {
    let (low, high) = (pointwiseMin(a, b), pointwiseMax(a, b))
    return intersects(Box2(min: Point2(low.x, low.y), max: Point2(high.x, high.y)))
  }

  /// Whether the least box around a triangle shares a point with this one.
  func intersects(_ a: Vector2, _ b: Vector2, _ c: Vector2) -> Bool {
    let low = pointwiseMin(a, pointwiseMin(b, c))
    let high = pointwiseMax(a, pointwiseMax(b, c))
    return intersects(Box2(min: Point2(low.x, low.y), max: Point2(high.x, high.y)))
  }
}
