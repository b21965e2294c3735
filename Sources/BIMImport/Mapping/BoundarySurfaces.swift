import SpatialCore
import TwinModel

/// Reads the surfaces of space boundaries: area, plane and outline.
struct BoundarySurfaces {
  let model: IFCModel
  let reader: ShapeReader

  /// Where a space stands: the frame of its boundaries.
  func placement(of space: STEPInstance) -> AffineTransform { reader.placement(of: space) }

  /// The surface of a boundary in the world of the file; nil when it has none or none that can be
  /// read.
  func surface(of relation: STEPInstance, placed: AffineTransform) -> BoundarySurface? {
    guard let connection = model.instance(relation, .connectionGeometry),
      let item = model.instance(connection, .surfaceOnRelatingElement)
    else { return nil }
    do {
      return Self.measured(try reader.surface(item).transformed(placed))
    } catch {
      let reason: String
      switch error {
      case .unsupported(let name): reason = "\(name) is not supported"
      case .degenerate(let said): reason = said
      }
      model.log.count(
        .warning, code: "ifc.boundary.surface",
        what: "the surface of a space boundary cannot be read: \(reason)",
        subject: model.text(relation, .globalId) ?? "#\(model.number(relation))",
        suggestion: "the boundary is kept without its area")
      return nil
    }
  }

  /// Area, mean normal and, when it is flat within a millimetre, outline of a mesh; nil for one
  /// without area.
  static func measured(_ mesh: SolidMesh) -> BoundarySurface? {
    var sum = Vector3.zero
    var area = 0.0
    for index in 0..<mesh.triangleCount {
      let (a, b, c) = mesh.corners(index)
      let cross = (b - a).cross(c - a) / 2
      sum += cross
      area += cross.length
    }
    guard area > 1e-9, area.isFinite else { return nil }
    let normal = sum.length > 1e-9 * area ? sum / sum.length : Vector3(0, 0, 1)
    return BoundarySurface(
      area: SquareMetres(area), normal: normal.point,
      outline: outline(of: mesh, across: normal).map { $0.map(\.point) })
  }

  /// The border of a flat mesh, the outer ring first; nothing for one that is not flat.
  private static func outline(of mesh: SolidMesh, across normal: Vector3) -> [[Vector3]] {
    guard let first = mesh.indices.first else { return [] }
    let origin = mesh.vertices[Int(first)]
    let isFlat = mesh.indices.allSatisfy {
      abs((mesh.vertices[Int($0)] - origin).dot(normal)) < 1e-3
    }
    guard isFlat else { return [] }
    let rings = mesh.outline()
    guard rings.count > 1 else { return rings }
    func area(_ ring: [Vector3]) -> Double {
      var twice = Vector3.zero
      for index in ring.indices {
        twice += (ring[index] - ring[0]).cross(ring[(index + 1) % ring.count] - ring[0])
      }
      return abs(twice.dot(normal))
    }
    return rings.sorted { area($0) > area($1) }
  }
}
