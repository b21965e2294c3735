/// The section of a solid with a plane, as triangles that look along the plane's normal.
struct PlaneSection {
  private(set) var triangles: [(Vector3, Vector3, Vector3)] = []
  /// Whether all edges of the section join to rings.
  private(set) var isClosed = true

  /// Cuts `mesh` at the distance `limit` from the plane; nil when they do not meet.
  init?(_ mesh: SolidMesh, _ plane: ConvexRegion.Plane, limit: Double) {
    var edges: [(Vector3, Vector3)] = []
    for index in 0..<mesh.triangleCount {
      let (a, b, c) = mesh.corners(index)
      let (d, e, f) = (
        plane.distance(a) - limit, plane.distance(b) - limit, plane.distance(c) - limit
      )
      guard (d > 0) != (e > 0) || (e > 0) != (f > 0) else { continue }
      var entry: Vector3?
      var exit: Vector3?
      for (p, q, u, v) in [(a, b, d, e), (b, c, e, f), (c, a, f, d)] where (u > 0) != (v > 0) {
        let crossing = PlaneSection.crossing(p, u, q, v, limit)
        if u > 0 { entry = crossing } else { exit = crossing }
      }
      if let entry, let exit, entry != exit { edges.append((entry, exit)) }
    }
    guard !edges.isEmpty else { return nil }
    let frame = PlaneSection.frame(plane.normal)
    let origin = edges[0].0
    func flat(_ p: Vector3) -> Vector2 {
      Vector2((p - origin).dot(frame.x), (p - origin).dot(frame.y))
    }
    // After several cuts, corners of neighbours may lie some micrometres apart.
    let flatEdges = edges.map { (flat($0.0), flat($0.1)) }
    var joined: [[Vector2]]?
    for tolerance in [1e-5, 1e-4, 1e-3] where joined == nil {
      joined = EdgeRings(flatEdges, tolerance: tolerance).rings
    }
    guard let rings = joined else {
      isClosed = false
      return
    }
    for polygon in nestedPolygons(rings) {
      let points = polygon.outer + polygon.holes.flatMap { $0 }
      let solid = points.map { point -> Vector3 in
        let place = origin + frame.x * point.x + frame.y * point.y
        // Back onto the plane itself, which the limit was a tolerance away from.
        return place - plane.normal * plane.distance(place)
      }
      let indices = Triangulation(outer: polygon.outer, holes: polygon.holes).indices
      for start in stride(from: 0, to: indices.count, by: 3) {
        triangles.append(
          (
            solid[Int(indices[start])], solid[Int(indices[start + 1])],
            solid[Int(indices[start + 2])]
          ))
      }
    }
  }

  /// Where the edge from a to b crosses, given their distances beyond the limit, of unlike sign.
  ///
  /// A corner within the limit of the plane itself is taken as the crossing, which avoids slivers;
  /// the result does not depend on the edge's direction.
  static func crossing(
    _ a: Vector3, _ d: Double, _ b: Vector3, _ e: Double, _ limit: Double
  ) -> Vector3 {
    let tolerance = 2 * abs(limit)
    if abs(d + limit) <= abs(limit), abs(d) <= tolerance { return a }
    if abs(e + limit) <= abs(limit), abs(e) <= tolerance { return b }
    // The plane itself is at −limit.
    let (u, v) = (d + limit, e + limit)
    let isForward = (a.x, a.y, a.z) < (b.x, b.y, b.z)
    let (p, q, s, t) = isForward ? (a, b, u, v) : (b, a, v, u)
    let share = min(max(s / (s - t), 0), 1)
    return p + (q - p) * share
  }

  /// The polygon without corners on top of each other.
  static func withoutRepeats(_ polygon: [Vector3]) -> [Vector3] {
    var result: [Vector3] = []
    for point in polygon where result.last != point { result.append(point) }
    if result.count > 1, result.first == result.last { result.removeLast() }
    return result
  }

  /// Two unit vectors that make a right-handed frame with `normal`.
  static func frame(_ normal: Vector3) -> (x: Vector3, y: Vector3) {
    let size = Vector3(abs(normal.x), abs(normal.y), abs(normal.z))
    let helper: Vector3 =
      size.x <= size.y && size.x <= size.z
      ? Vector3(1, 0, 0) : size.y <= size.z ? Vector3(0, 1, 0) : Vector3(0, 0, 1)
    let x = helper.cross(normal).normalized ?? Vector3(1, 0, 0)
    return (x, normal.cross(x))
  }
}
