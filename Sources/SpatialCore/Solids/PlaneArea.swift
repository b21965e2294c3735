/// Areas of a plane inside the kernel, in metres: of each polygon the outer ring, then its holes.
package struct PlaneArea: PlaneRegion {
  /// The polygons as rings.
  package var polygons: [[[Vector2]]]

  /// Creates an area from polygons as rings, the outer one first.
  package init(polygons: [[[Vector2]]]) { self.polygons = polygons }

  /// No grid, which would take most of the time; hairline cracks of rounding are left out on reading.
  package static let grid = 0.0

  package var coordinates: [[[Double]]] {
    polygons.map { rings in
      rings.map { ring in
        var flat: [Double] = []
        flat.reserveCapacity(2 * ring.count)
        for point in ring {
          flat.append(point.x)
          flat.append(point.y)
        }
        return flat
      }
    }
  }

  package init(coordinates: [[[Double]]]) {
    polygons = coordinates.compactMap { rings in
      let rings = rings.map { flat in
        PlaneArea.withoutSpikes(
          stride(from: 0, to: flat.count, by: 2).map { Vector2(flat[$0], flat[$0 + 1]) })
      }
      guard let outer = rings.first, PlaneArea.isArea(outer) else { return nil }
      return [outer] + rings.dropFirst().filter(PlaneArea.isArea)
    }
  }

  /// The ring without corners on top of each other, and without strips as thin as rounding makes them
  /// where two areas nearly share an edge.
  private static func withoutSpikes(_ ring: [Vector2], width: Double = 2e-6) -> [Vector2] {
    var ring = ring
    var index = 0
    var kept = 0
    while ring.count > 2, kept < ring.count {
      let a = ring[(index + ring.count - 1) % ring.count]
      let b = ring[index % ring.count]
      let c = ring[(index + 1) % ring.count]
      let (come, go) = (b - a, c - b)
      let isSpike =
        come.dot(go) < 0
        && abs(come.cross(go)) <= width * max(come.length, go.length)
      if come.length <= width || isSpike {
        ring.remove(at: index % ring.count)
        index = (index + ring.count - 1) % max(ring.count, 1)
        kept = 0
      } else {
        index = (index + 1) % ring.count
        kept += 1
      }
    }
    return ring
  }

  /// Whether a ring is more than a crack: 10 m long and as wide as rounding makes it, it has 10⁻¹⁰ m².
  private static func isArea(_ ring: [Vector2]) -> Bool { abs(signedArea(ring)) > 1e-9 }

  /// The area (m²), of polygons that do not overlap.
  var area: Double {
    polygons.reduce(0) { sum, rings in
      guard let outer = rings.first else { return sum }
      return sum + abs(signedArea(outer))
        - rings.dropFirst().reduce(0) { $0 + abs(signedArea($1)) }
    }
  }

  /// Whether a point lies in one of the polygons; either answer on the border.
  func contains(_ point: Vector2) -> Bool {
    polygons.contains { rings in
      guard let outer = rings.first, encloses(outer, point) else { return false }
      return !rings.dropFirst().contains { encloses($0, point) }
    }
  }

  /// Calls `visit` with each edge.
  func forEachEdge(_ visit: (Vector2, Vector2) -> Void) {
    for ring in polygons.joined() {
      for index in ring.indices {
        visit(ring[index], ring[index + 1 == ring.count ? 0 : index + 1])
      }
    }
  }
}
