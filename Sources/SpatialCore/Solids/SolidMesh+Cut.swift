extension SolidMesh {
  /// What a cut does with the part of a solid inside the region.
  package enum Cut: Hashable, Sendable {
    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
    case remove, keep
  }

  /// The solid without its part inside a convex region, or only that part, with new faces where it
  /// was cut.
  ///
  /// Each triangle is cut by one plane after the other; the new faces are the solid's sections with
  /// the planes, cut to the region. Points within `tolerance` of a plane count as on it, and faces
  /// that only touch the region vanish or stay as for regularised sets.
  ///
  /// - Returns: nil when a section does not close, as of a mesh that is not a solid.
  /// - Complexity: O(planes × triangles) and the triangulation of the sections.
  package func cut(
    _ cut: Cut, _ region: ConvexRegion, tolerance: Double = 1e-5
  ) -> SolidMesh? {
    // Removing: what lies on a plane counts as inside, as if the region were a trifle larger.
    // Keeping: as if it were a trifle smaller.
    let limit = cut == .remove ? tolerance : -tolerance
    var touches = true
    for plane in region.planes {
      if indices.allSatisfy({ plane.distance(vertices[Int($0)]) >= -tolerance }) {
        touches = false
        break
      }
    }
    guard touches else { return cut == .remove ? self : SolidMesh() }
    var cutter = MeshCutter(self, region, limit: limit, tolerance: tolerance)
    return cutter.run(cut)
  }
}

/// The state of one cut.
private struct MeshCutter {
  private let source: SolidMesh
  private let planes: [ConvexRegion.Plane]
  private let limit: Double
  private let tolerance: Double
  private var result = SolidMesh()

  init(_ source: SolidMesh, _ region: ConvexRegion, limit: Double, tolerance: Double) {
    self.source = source
    planes = region.planes
    self.limit = limit
    self.tolerance = tolerance
  }

  mutating func run(_ cut: SolidMesh.Cut) -> SolidMesh? {
    for index in 0..<source.triangleCount {
      let (a, b, c) = source.corners(index)
      if !isBeyond(a, b, c) { divide([a, b, c], cut) } else if cut == .remove { append(a, b, c) }
    }
    for index in planes.indices {
      guard let section = PlaneSection(source, planes[index], limit: limit) else { continue }
      guard section.isClosed else { return nil }
      for (a, b, c) in section.triangles where !isBeyond(a, b, c, except: index) {
        // The section looks out of the region; where the region is removed, it is the new outside.
        var piece = cut == .remove ? [a, c, b] : [a, b, c]
        for (number, plane) in planes.enumerated() where number != index && !piece.isEmpty {
          piece = clipped(piece, plane)
        }
        append(piece)
      }
    }
    result.isClosed = source.isClosed
    return result
  }

  /// Whether a triangle lies wholly beyond one of the planes, as most do.
  private func isBeyond(
    _ a: Vector3, _ b: Vector3, _ c: Vector3, except skipped: Int = -1
  ) -> Bool {
    for (index, plane) in planes.enumerated()
    where index != skipped && plane.distance(a) > limit && plane.distance(b) > limit
      && plane.distance(c) > limit
    {
      return true
    }
    return false
  }

  private mutating func append(_ a: Vector3, _ b: Vector3, _ c: Vector3) {
    let base = UInt32(result.vertices.count)
    result.vertices.append(a)
    result.vertices.append(b)
    result.vertices.append(c)
    for corner in base..<base + 3 { result.indices.append(corner) }
  }

  private mutating func append(_ polygon: [Vector3]) {
    guard polygon.count >= 3 else { return }
    let base = UInt32(result.vertices.count)
    result.vertices.append(contentsOf: polygon)
    for index in 1..<UInt32(polygon.count - 1) {
      result.indices.append(contentsOf: [base, base + index, base + index + 1])
    }
  }

  /// Emits the parts of a triangle that the cut leaves.
  private mutating func divide(_ triangle: [Vector3], _ cut: SolidMesh.Cut) {
    var inside = triangle
    var outside: [[Vector3]] = []
    for plane in planes {
      let distances = inside.map { plane.distance($0) - limit }
      if distances.allSatisfy({ $0 > 0 }) {
        // Untouched after all, and better left in one piece.
        if cut == .remove { append(triangle) }
        return
      }
      guard distances.contains(where: { $0 > 0 }) else { continue }
      let parts = split(inside, distances)
      outside.append(parts.outside)
      inside = parts.inside
      if inside.count < 3 {
        if cut == .remove { append(triangle) }
        return
      }
    }
    if cut == .keep { append(inside) } else { outside.forEach { append($0) } }
  }

  private func split(
    _ polygon: [Vector3], _ distances: [Double]
  ) -> (inside: [Vector3], outside: [Vector3]) {
    var inside: [Vector3] = []
    var outside: [Vector3] = []
    for index in polygon.indices {
      let following = (index + 1) % polygon.count
      let (a, b) = (polygon[index], polygon[following])
      let (d, e) = (distances[index], distances[following])
      if d > 0 { outside.append(a) } else { inside.append(a) }
      guard (d > 0) != (e > 0) else { continue }
      let crossing = PlaneSection.crossing(a, d, b, e, limit)
      inside.append(crossing)
      outside.append(crossing)
    }
    return (PlaneSection.withoutRepeats(inside), PlaneSection.withoutRepeats(outside))
  }

  private func clipped(_ polygon: [Vector3], _ plane: ConvexRegion.Plane) -> [Vector3] {
    guard polygon.contains(where: { plane.distance($0) > limit }) else { return polygon }
    let distances = polygon.map { plane.distance($0) - limit }
    return split(polygon, distances).inside
  }
}
