/// A triangle along the direction, which from the front is a line.
struct FaceAlong {
  private let corners: [Vector3]
  /// The line's start, its unit direction and its length.
  private let start: Vector2
  private let way: Vector2
  private let length: Double
  private let tolerance: Double
  /// To the inside of the solid.
  private let inwards: Vector2

  /// Nil when the triangle is not parallel to the direction, within some tolerances: earlier cuts leave
  /// corners some micrometres off.
  init?(_ a: Vector3, _ b: Vector3, _ c: Vector3, _ tolerance: Double) {
    corners = [a, b, c]
    self.tolerance = tolerance
    var longest = (a.plan, b.plan)
    for (p, q) in [(b.plan, c.plan), (c.plan, a.plan)]
    where (q - p).length > (longest.1 - longest.0).length { longest = (p, q) }
    start = longest.0
    length = (longest.1 - longest.0).length
    guard length > tolerance else { return nil }
    way = (longest.1 - longest.0) / length
    let area = (b.plan - a.plan).cross(c.plan - a.plan)
    guard abs(area) <= 20 * tolerance * length else { return nil }
    let normal = (b - a).cross(c - a).plan
    let size = normal.length
    guard size > 0 else { return nil }
    inwards = -normal / size
  }

  /// The parts of the triangle that do not bound what the holes take away.
  func parts(outside holes: PlaneArea, from bottom: Double, to top: Double) -> [[Vector3]] {
    // A little within the solid, so that a side flush with a hole's border goes with what is behind.
    let shift = inwards * 1e-5
    var breaks = [0, length]
    holes.forEachEdge { p, q in
      let (u, v) = (p - start - shift, q - start - shift)
      let (d, e) = (way.cross(u), way.cross(v))
      guard (d > 0) != (e > 0) else { return }
      let place = (u + (v - u) * (d / (d - e))).dot(way)
      if place > 0, place < length { breaks.append(place) }
    }
    breaks.sort()
    var parts: [[Vector3]] = []
    var from = 0.0
    // Strips that stay and touch are one strip.
    for index in 1..<breaks.count {
      let (low, high) = (breaks[index - 1], breaks[index])
      guard high > low else { continue }
      if holes.contains(start + way * ((low + high) / 2) + shift) {
        if low > from + tolerance { parts.append(strip(from, low)) }
        let taken = strip(low, high)
        if taken.contains(where: { $0.z < bottom - tolerance }) {
          parts.append(FaceAlong.clipped(taken, at: bottom, keepsAbove: false) { $0.z })
        }
        if taken.contains(where: { $0.z > top + tolerance }) {
          parts.append(FaceAlong.clipped(taken, at: top, keepsAbove: true) { $0.z })
        }
        from = high
      }
    }
    if length > from + tolerance { parts.append(strip(from, length)) }
    return parts
  }

  private func strip(_ from: Double, _ to: Double) -> [Vector3] {
    var polygon = corners
    let place = { (point: Vector3) in (point.plan - start).dot(way) }
    if from > 0 { polygon = FaceAlong.clipped(polygon, at: from, keepsAbove: true, place) }
    if to < length { polygon = FaceAlong.clipped(polygon, at: to, keepsAbove: false, place) }
    return polygon
  }

  private static func clipped(
    _ polygon: [Vector3], at limit: Double, keepsAbove: Bool, _ place: (Vector3) -> Double
  ) -> [Vector3] {
    var result: [Vector3] = []
    for index in polygon.indices {
      let (a, b) = (polygon[index], polygon[index + 1 == polygon.count ? 0 : index + 1])
      let (p, q) = (place(a), place(b))
      let (isIn, isNextIn) = ((p > limit) == keepsAbove, (q > limit) == keepsAbove)
      if isIn { result.append(a) }
      if isIn != isNextIn { result.append(a + (b - a) * ((limit - p) / (q - p))) }
    }
    return result
  }
}
