import SpatialCore
import TwinModel

/// The outline of a room's floor, from the mesh of the room.
enum FloorOutline {
  /// The faces that look down, seen from above, joined to polygons; nil when their edges do not
  /// close.
  ///
  /// Edges that two faces share cancel. Floors at several levels give polygons that touch; faces that
  /// lie above one another (a floor under a sloping one) give polygons that overlap.
  static func outline(of mesh: SolidMesh) -> MultiPolygon? {
    var edges: [(Vector2, Vector2)] = []
    for index in 0..<mesh.triangleCount {
      let (a, b, c) = mesh.corners(index)
      let normal = (b - a).cross(c - a)
      // Walls that lean by rounding only are no floor.
      guard normal.z < -1e-4 * normal.length else { continue }
      edges += [(b.plan, a.plan), (c.plan, b.plan), (a.plan, c.plan)]
    }
    guard !edges.isEmpty, let rings = EdgeRings(edges).rings else { return nil }
    let clean = rings.map(withoutStraightCorners).filter { abs(signedArea($0)) > 1e-6 }
    func points(_ ring: [Vector2]) -> [Point2] { ring.map { Point2($0.x, $0.y) } }
    let polygons = nestedPolygons(clean).map {
      Polygon(outer: points($0.outer), holes: $0.holes.map(points))
    }
    return MultiPolygon(polygons.sorted { ($0.area, first($0)) > ($1.area, first($1)) })
  }

  private static func first(_ polygon: Polygon) -> Double { polygon.outer.first?.x ?? 0 }

  /// The ring without corners less than a tenth of a millimetre off the line of their neighbours.
  private static func withoutStraightCorners(_ ring: [Vector2]) -> [Vector2] {
    var result = ring
    var index = 0
    while result.count > 3, index < result.count {
      let before = result[(index + result.count - 1) % result.count]
      let here = result[index]
      let after = result[(index + 1) % result.count]
      let way = after - before
      let isStraight =
        way.length > 0 && abs(way.cross(here - before)) < 1e-4 * way.length
        && way.dot(here - before) > 0 && way.dot(after - here) > 0
      if isStraight { result.remove(at: index) } else { index += 1 }
    }
    return result
  }
}
