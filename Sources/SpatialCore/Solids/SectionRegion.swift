/// An area of a plane of space, in metres of that plane's frame.
struct SectionRegion: PlaneRegion {
  /// A tenth of a micrometre: a tenth of the distance at which solids count as touching.
  static let grid = 1e-7

  /// Polygons as rings, the outer one first.
  private(set) var polygons: [[[Vector2]]] = []

  var isEmpty: Bool { polygons.isEmpty }

  init() {}

  /// The area that rings enclose, counter-clockwise ones adding and clockwise ones taking away.
  init(_ rings: [[Vector2]]) { polygons = nestedPolygons(rings).map { [$0.outer] + $0.holes } }

  /// The area of triangles that may touch but not overlap.
  init(triangles: [[Vector2]]) { polygons = triangles.map { [$0] } }

  var coordinates: [[[Double]]] {
    polygons.map { $0.map { ring in ring.flatMap { [$0.x, $0.y] } } }
  }

  init(coordinates: [[[Double]]]) {
    polygons = coordinates.map { rings in
      rings.map { flat in
        stride(from: 0, to: flat.count - 1, by: 2).map { Vector2(flat[$0], flat[$0 + 1]) }
      }
    }
  }

  /// The edges, with the area to their left.
  var edges: [(Vector2, Vector2)] {
    polygons.flatMap { rings in
      rings.flatMap { ring in ring.indices.map { (ring[$0], ring[($0 + 1) % ring.count]) } }
    }
  }

  /// How often the border runs around a point, counter-clockwise.
  static func winding(_ edges: [(Vector2, Vector2)], around point: Vector2) -> Int {
    var count = 0
    for (a, b) in edges where (a.y > point.y) != (b.y > point.y) {
      let side = (b - a).cross(point - a)
      if b.y > a.y, side > 0 { count += 1 }
      if b.y < a.y, side < 0 { count -= 1 }
    }
    return count
  }
}
