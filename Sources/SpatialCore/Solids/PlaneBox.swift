/// The least upright rectangle around points of a plane (m).
struct PlaneBox {
  private var low: Vector2
  private var high: Vector2

  /// Nil without points.
  init?(_ points: some Sequence<Vector2>) {
    low = Vector2(repeating: .infinity)
    high = -low
    for point in points { (low, high) = (pointwiseMin(low, point), pointwiseMax(high, point)) }
    guard low.x <= high.x, low.y <= high.y else { return nil }
  }

  /// The rectangle `margin` (m) further out on all sides.
  func grown(by margin: Double) -> PlaneBox {
    var box = self
    box.low -= Vector2(repeating: margin)
    box.high += Vector2(repeating: margin)
    return box
  }

  func meets(_ other: PlaneBox) -> Bool {
    low.x <= other.high.x && low.y <= other.high.y && high.x >= other.low.x && high.y >= other.low.y
  }

  /// Whether the rectangle around a segment meets this one.
  func meets(_ a: Vector2, _ b: Vector2) -> Bool {
    min(a.x, b.x) <= high.x && min(a.y, b.y) <= high.y && max(a.x, b.x) >= low.x
      && max(a.y, b.y) >= low.y
  }

  /// Whether the rectangle around a triangle meets this one.
  func meets(_ a: Vector2, _ b: Vector2, _ c: Vector2) -> Bool {
    let least = pointwiseMin(a, pointwiseMin(b, c))
    let most = pointwiseMax(a, pointwiseMax(b, c))
    return least.x <= high.x && least.y <= high.y && most.x >= low.x && most.y >= low.y
  }
}
