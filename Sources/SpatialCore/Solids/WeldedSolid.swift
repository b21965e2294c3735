/// A mesh with one number for each place, without triangles that have no area.
struct WeldedSolid {
  let vertices: [Vector3]
  let triangles: [SIMD3<Int32>]
  let box: SolidBox

  /// Takes a mesh, moved by `shift`, with vertices of one cell of `grid` (m) made one.
  init(_ mesh: SolidMesh, shift: Vector3, grid: Double) {
    var moved = mesh
    for index in moved.vertices.indices { moved.vertices[index] += shift }
    let numbers = moved.weldedIndices(grid: grid)
    var places: [Vector3] = []
    for (index, number) in numbers.enumerated() where Int(number) == places.count {
      places.append(moved.vertices[index])
    }
    var kept: [SIMD3<Int32>] = []
    kept.reserveCapacity(mesh.triangleCount)
    for start in stride(from: 0, to: mesh.indices.count, by: 3) {
      let corners = SIMD3<Int32>(
        Int32(numbers[Int(mesh.indices[start])]), Int32(numbers[Int(mesh.indices[start + 1])]),
        Int32(numbers[Int(mesh.indices[start + 2])]))
      guard corners.x != corners.y, corners.y != corners.z, corners.z != corners.x else { continue }
      let (a, b, c) = (places[Int(corners.x)], places[Int(corners.y)], places[Int(corners.z)])
      // Thinner than the grid: three corners on a line.
      let longest = max((b - a).length, max((c - b).length, (a - c).length))
      guard (b - a).cross(c - a).length > grid * 0.1 * longest else { continue }
      kept.append(corners)
    }
    vertices = places
    triangles = kept
    box = SolidBox(kept.lazy.flatMap { [places[Int($0.x)], places[Int($0.y)], places[Int($0.z)]] })
  }

  func corners(_ triangle: Int) -> (Vector3, Vector3, Vector3) {
    let t = triangles[triangle]
    return (vertices[Int(t.x)], vertices[Int(t.y)], vertices[Int(t.z)])
  }

  /// A vector along the normal, with twice the triangle's area as length.
  func areaVector(_ triangle: Int) -> Vector3 {
    let (a, b, c) = corners(triangle)
    return (b - a).cross(c - a)
  }

  /// What of the solid lies on a plane, seen from its tip: just above it or just below.
  ///
  /// Vertices within `tolerance` lie on the plane itself.
  /// - Throws: ``SolidProblem/open`` when the border does not close.
  func section(
    _ plane: FacePlane, above: Bool, tolerance: Double
  ) throws(SolidProblem) -> SectionRegion {
    let distances = vertices.map { vertex -> Double in
      let distance = plane.distance(vertex)
      return abs(distance) <= tolerance ? 0 : distance
    }
    // Just above the plane, what lies on it is below.
    func isUp(_ vertex: Int32) -> Bool {
      let distance = distances[Int(vertex)]
      return above ? distance > 0 : distance >= 0
    }
    var edges: [(Vector2, Vector2)] = []
    for t in triangles {
      let (i, j, k) = (isUp(t.x), isUp(t.y), isUp(t.z))
      guard i != j || j != k else { continue }
      var entry = Vector2.zero
      var exit = Vector2.zero
      for (a, b, u, v) in [(t.x, t.y, i, j), (t.y, t.z, j, k), (t.z, t.x, k, i)] where u != v {
        let point = crossing(Int(min(a, b)), Int(max(a, b)), distances, plane)
        if u { entry = point } else { exit = point }
      }
      if entry != exit { edges.append((entry, exit)) }
    }
    guard !edges.isEmpty else { return SectionRegion() }
    for grid in [1e-7, 1e-6, 1e-5, 1e-4, 1e-3] {
      if let rings = EdgeRings(edges, tolerance: grid).rings { return SectionRegion(rings) }
    }
    throw .open
  }

  private func crossing(
    _ a: Int, _ b: Int, _ distances: [Double], _ plane: FacePlane
  ) -> Vector2 {
    let (d, e) = (distances[a], distances[b])
    if d == 0 { return plane.flat(vertices[a]) }
    if e == 0 { return plane.flat(vertices[b]) }
    return plane.flat(vertices[a] + (vertices[b] - vertices[a]) * (d / (d - e)))
  }
}

/// A box with sides along the axes, in metres.
struct SolidBox {
  var low = Vector3(repeating: .infinity)
  var high = Vector3(repeating: -.infinity)

  init(_ points: some Sequence<Vector3>) {
    for point in points {
      low = pointwiseMin(low, point)
      high = pointwiseMax(high, point)
    }
  }

  /// Whether boxes overlap or lie less than `gap` apart.
  func meets(_ other: SolidBox, gap: Double) -> Bool {
    all(low .<= other.high + gap) && all(other.low .<= high + gap)
  }
}
