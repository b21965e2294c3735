/// Holes that lie within faces without touching their borders or one another, as windows do.
///
/// They need no overlay: each is a ring more of the face around it.
struct InnerHoles {
  /// The outlines of the holes within the faces, counter-clockwise.
  private(set) var rings: [[Vector2]] = []
  /// Whether each ring lies within a face at the low end, and at the high end.
  private(set) var isOpen: [(low: Bool, high: Bool)] = []
  /// The faces without the holes.
  private(set) var low: PlaneArea
  private(set) var high: PlaneArea

  /// Nil when some hole is not convex, or comes within `clearance` (m) of a border or of another one.
  init?(_ holes: PlaneArea, low: PlaneArea, high: PlaneArea, clearance: Double) {
    self.low = low
    self.high = high
    var boxes: [Box2] = []
    for polygon in holes.polygons {
      guard polygon.count == 1, var ring = polygon.first, ring.count >= 3, isConvex(ring) else {
        return nil
      }
      if signedArea(ring) < 0 { ring.reverse() }
      guard let box = Box2(around: ring)?.grown(by: clearance),
        !boxes.contains(where: { $0.intersects(box) }),
        let below = InnerHoles.place(of: ring, box, in: low, clearance),
        let above = InnerHoles.place(of: ring, box, in: high, clearance)
      else { return nil }
      boxes.append(box)
      guard below.polygon ?? above.polygon != nil else { continue }
      rings.append(ring)
      isOpen.append((below.polygon != nil, above.polygon != nil))
      if let polygon = below.polygon { self.low.polygons[polygon].append(ring.reversed()) }
      if let polygon = above.polygon { self.high.polygons[polygon].append(ring.reversed()) }
    }
  }

  /// Where a ring lies in an area.
  private struct Place {
    /// The polygon it is within; nil when it is outside all.
    var polygon: Int?
  }

  /// Nil when the ring comes near a border.
  private static func place(
    of ring: [Vector2], _ box: Box2, in area: PlaneArea, _ clearance: Double
  ) -> Place? {
    for (index, polygon) in area.polygons.enumerated() {
      for border in polygon {
        var a = border[border.count - 1]
        for b in border {
          defer { a = b }
          guard box.intersects(a, b) else { continue }
          for corner in ring.indices {
            let next = ring[corner + 1 == ring.count ? 0 : corner + 1]
            if distance(a, b, ring[corner], next) < clearance { return nil }
          }
        }
      }
      guard encloses(polygon[0], ring[0]) else {
        // A face within the hole, without touching it.
        if let corner = polygon[0].first, encloses(ring, corner) { return nil }
        continue
      }
      // Within a hole of the face it is outside; around one it is neither.
      if polygon.dropFirst().contains(where: { encloses($0, ring[0]) }) { continue }
      if polygon.dropFirst().contains(where: { encloses(ring, $0[0]) }) { return nil }
      return Place(polygon: index)
    }
    return Place(polygon: nil)
  }

  /// Distance of two segments; 0 where they cross.
  private static func distance(_ a: Vector2, _ b: Vector2, _ c: Vector2, _ d: Vector2) -> Double {
    let (ab, cd) = (b - a, d - c)
    if (ab.cross(c - a) > 0) != (ab.cross(d - a) > 0),
      (cd.cross(a - c) > 0) != (cd.cross(b - c) > 0)
    {
      return 0
    }
    return min(
      min(distance(a, c, d), distance(b, c, d)), min(distance(c, a, b), distance(d, a, b)))
  }

  /// Distance of a point from a segment.
  private static func distance(_ point: Vector2, _ a: Vector2, _ b: Vector2) -> Double {
    let way = b - a
    let share = min(max((point - a).dot(way) / max(way.dot(way), 1e-300), 0), 1)
    return (a + way * share - point).length
  }
}

/// Whether a ring turns one way only, and once.
package func isConvex(_ ring: [Vector2]) -> Bool {
  var (left, right) = (false, false)
  // How often the direction changes between right and left of the vertical: twice for a convex ring.
  var changes = 0
  for index in ring.indices {
    let a = ring[index]
    let b = ring[(index + 1) % ring.count]
    let c = ring[(index + 2) % ring.count]
    let (come, go) = (b - a, c - b)
    let turn = come.cross(go)
    if turn > 0 { left = true }
    if turn < 0 { right = true }
    if turn == 0, come.dot(go) <= 0 { return false }
    if (come.x > 0 || come.x == 0 && come.y > 0) != (go.x > 0 || go.x == 0 && go.y > 0) {
      changes += 1
    }
  }
  return left != right && changes == 2
}
