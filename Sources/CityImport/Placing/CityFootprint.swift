import SpatialCore
import TwinModel

/// The outline of faces seen from above.
enum CityFootprint {
  /// Faces of which the outline is still computed exactly; each costs some 0.02 ms.
  static let limit = 20_000

  /// The union of the faces that touch the ground, else of those that look down, else of all.
  ///
  /// Of more than ``limit`` faces the box stands in, and `isExact` is false.
  static func outline(
    of surfaces: [CitySurface]
  ) throws(GeometryError) -> (outline: MultiPolygon, isExact: Bool) {
    let ground = surfaces.filter { $0.semantic == "GroundSurface" }
    var faces = ground.compactMap(polygon)
    if faces.isEmpty {
      let down = surfaces.filter { $0.areaVector.z < 0 }
      // Open surfaces such as roads look up only.
      faces = (down.isEmpty ? surfaces : down).compactMap(polygon)
    }
    guard faces.count <= limit else { return (box(of: faces), false) }
    let whole = faces.count == 1 && faces[0].holes.isEmpty && faces[0].outer.count < 5
    return (whole ? MultiPolygon(faces) : try MultiPolygon(faces).merged(), true)
  }

  /// A face seen from above, turned upward; nil for an upright one.
  private static func polygon(_ surface: CitySurface) -> Polygon? {
    guard let outer = ring(surface.rings.first, isHole: false) else { return nil }
    let holes = surface.rings.dropFirst().compactMap { ring($0, isHole: true) }
    return Polygon(outer: outer, holes: holes)
  }

  private static func ring(_ ring: [Point3]?, isHole: Bool) -> [Point2]? {
    guard let ring, ring.count >= 3 else { return nil }
    let plan = ring.map(\.plan)
    let area = signedArea(plan)
    guard abs(area) > 1e-6 else { return nil }
    return (area > 0) == isHole ? plan.reversed() : plan
  }

  private static func box(of faces: [Polygon]) -> MultiPolygon {
    let points = faces.lazy.flatMap(\.outer).map { Point3($0.x, $0.y, 0) }
    guard let box = Box3(around: points) else { return MultiPolygon() }
    return MultiPolygon([.rectangle(box.min.x, box.min.y, box.max.x, box.max.y)])
  }
}
