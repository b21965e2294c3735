public import TwinModel

extension Georeference {
  /// A footprint of the local frame in map coordinates (easting, northing in metres of ``epsg``).
  public func map(_ footprint: MultiPolygon) -> MultiPolygon {
    MultiPolygon(
      footprint.polygons.map { polygon in
        Polygon(outer: polygon.outer.map(map), holes: polygon.holes.map { $0.map(map) })
      })
  }
}

extension CoordinateTransformation {
  /// A footprint of the source system in the target system.
  ///
  /// - Throws: ``GeometryError/cannotTransform(x:y:from:to:reason:)`` for the first point without a
  ///   place there.
  public func forward(_ footprint: MultiPolygon) throws(GeometryError) -> MultiPolygon {
    var result = MultiPolygon()
    for polygon in footprint.polygons {
      var rings: [[Point2]] = []
      for ring in [polygon.outer] + polygon.holes {
        var points: [Point2] = []
        for point in ring { points.append(try forward(point)) }
        rings.append(points)
      }
      result.polygons.append(Polygon(outer: rings.removeFirst(), holes: rings))
    }
    return result
  }
}
