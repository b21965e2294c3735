package import TwinModel

extension MultiPolygon: PlaneRegion {
  /// Metres carry no grid.
  package static var grid: Double { 0 }

  package var coordinates: [[[Double]]] {
    polygons.map { polygon in
      ([polygon.outer] + polygon.holes).map { ring in ring.flatMap { [$0.x, $0.y] } }
    }
  }

  package init(coordinates: [[[Double]]]) {
    self.init(
      coordinates.compactMap { rings in
        let rings = rings.map { flat in
          stride(from: 0, to: flat.count, by: 2).map { Point2(flat[$0], flat[$0 + 1]) }
        }
        return rings.first.map { Polygon(outer: $0, holes: Array(rings.dropFirst())) }
      })
  }
}
