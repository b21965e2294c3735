import SpatialCore
import TwinModel

/// Faces cut into triangles that share their vertices.
struct CityMesh {
  private var numbers: [Point3: UInt32] = [:]
  private(set) var mesh = TriangleMesh()

  /// Adds a face; one without area adds nothing.
  mutating func add(_ surface: CitySurface) {
    guard let normal = surface.areaVector.normalized else { return }
    let corners = surface.rings.flatMap { $0 }.map { vertex($0) }
    if surface.rings.count == 1, corners.count == 3 {
      mesh.indices += corners
      return
    }
    let rings = surface.rings.map { ring in ring.map { Self.flat($0, normal) } }
    let cut = Triangulation(outer: rings[0], holes: Array(rings.dropFirst()))
    for start in stride(from: 0, to: cut.indices.count, by: 3) {
      let triangle = (0..<3).map { corners[Int(cut.indices[start + $0])] }
      guard Set(triangle).count == 3 else { continue }
      mesh.indices += triangle
    }
  }

  /// The plane of the two axes along which the face is widest, seen from outside.
  private static func flat(_ point: Point3, _ normal: Vector3) -> Vector2 {
    let (x, y, z) = (abs(normal.x), abs(normal.y), abs(normal.z))
    if z >= x, z >= y {
      return normal.z > 0 ? Vector2(point.x, point.y) : Vector2(point.y, point.x)
    }
    if x >= y { return normal.x > 0 ? Vector2(point.y, point.z) : Vector2(point.z, point.y) }
    return normal.y > 0 ? Vector2(point.z, point.x) : Vector2(point.x, point.z)
  }

  private mutating func vertex(_ point: Point3) -> UInt32 {
    if let number = numbers[point] { return number }
    let number = UInt32(truncatingIfNeeded: mesh.vertices.count)
    mesh.vertices.append(point)
    numbers[point] = number
    return number
  }
}
