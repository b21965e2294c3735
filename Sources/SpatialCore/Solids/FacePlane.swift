/// A plane with all triangles of two solids that lie on it.
struct FacePlane {
  let normal: Vector3
  let offset: Double
  let x: Vector3
  let y: Vector3
  /// The triangles of the first and of the second solid.
  var faces: [[Face]] = [[], []]

  /// A triangle on the plane.
  struct Face {
    var triangle: Int
    /// Whether it looks along the plane's normal.
    var isAlong: Bool
  }

  init(normal: Vector3, through point: Vector3) {
    self.normal = normal
    offset = normal.dot(point)
    (x, y) = PlaneSection.frame(normal)
  }

  func distance(_ point: Vector3) -> Double { normal.dot(point) - offset }

  func flat(_ point: Vector3) -> Vector2 { Vector2(point.dot(x), point.dot(y)) }

  func solid(_ point: Vector2) -> Vector3 { x * point.x + y * point.y + normal * offset }

  /// The planes of the triangles of two solids.
  ///
  /// Triangles with all corners within `tolerance` of a larger triangle's plane lie on that plane, so
  /// that walls flush but for rounding are flush.
  static func planes(of solids: [WeldedSolid], tolerance: Double) -> [FacePlane] {
    var planes: [FacePlane] = []
    // By cell of the normal; each plane is entered for either of its sides.
    var cells: [SIMD3<Int32>: [Int32]] = [:]
    let order = solids.indices.flatMap { solid in
      solids[solid].triangles.indices.map { (solid, $0, solids[solid].areaVector($0)) }
    }.sorted { ($1.2.length, $0.0, $0.1) < ($0.2.length, $1.0, $1.1) }
    for (solid, triangle, area) in order {
      guard let normal = area.normalized else { continue }
      let (a, b, c) = solids[solid].corners(triangle)
      let cell = SIMD3<Int32>((normal * 16).rounded(.down))
      let home = (cells[cell] ?? []).first { index in
        let plane = planes[Int(index)]
        return abs(plane.normal.dot(normal)) > 0.9 && abs(plane.distance(a)) <= tolerance
          && abs(plane.distance(b)) <= tolerance && abs(plane.distance(c)) <= tolerance
      }
      let index = home ?? Int32(planes.count)
      if home == nil {
        planes.append(FacePlane(normal: normal, through: (a + b + c) / 3))
        for side in [normal, -normal] {
          let middle = SIMD3<Int32>((side * 16).rounded(.down))
          for dx in Int32(-1)...1 {
            for dy in Int32(-1)...1 {
              for dz in Int32(-1)...1 {
                cells[middle &+ SIMD3(dx, dy, dz), default: []].append(index)
              }
            }
          }
        }
      }
      planes[Int(index)].faces[solid].append(
        Face(triangle: triangle, isAlong: planes[Int(index)].normal.dot(normal) > 0))
    }
    return planes
  }
}
