extension ConvexRegion {
  /// The region that a closed mesh encloses, when it is convex; nil when it is not.
  ///
  /// - Complexity: O(planes × vertices); meshes with more than 2000 planes are not looked at.
  package init?(around mesh: SolidMesh, tolerance: Double = 1e-6) {
    guard mesh.isClosed, !mesh.isEmpty else { return nil }
    var planes: [Plane] = []
    for index in 0..<mesh.triangleCount {
      let (a, b, c) = mesh.corners(index)
      let area = (b - a).cross(c - a)
      guard area.length > 1e-12, let normal = area.normalized else { continue }
      let plane = Plane(normal: normal, through: a)
      let isKnown = planes.contains {
        $0.normal.dot(normal) > 1 - 1e-9 && abs($0.distance(a)) <= tolerance
      }
      if isKnown { continue }
      for vertex in mesh.vertices where plane.distance(vertex) > tolerance { return nil }
      planes.append(plane)
      guard planes.count <= 2000 else { return nil }
    }
    guard planes.count >= 4 else { return nil }
    self.init(planes: planes)
  }
}
