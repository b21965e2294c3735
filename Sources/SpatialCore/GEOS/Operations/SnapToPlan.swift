import CGEOS
package import TwinModel

extension MultiPolygon {
  /// The region in whole millimetres from `origin`: valid, touching parts kept apart.
  ///
  /// Details below a millimetre collapse; a region that is nothing else gives no polygon.
  ///
  /// - Throws: ``GeometryError/operationFailed(_:reason:)`` in GEOS' words,
  ///   ``GeometryError/notFinite(subject:)``.
  package func snapped(from origin: Point2) throws(GeometryError) -> [PlanPolygon] {
    let millimetres = polygons.map { polygon in
      ([polygon.outer] + polygon.holes).map { ring in
        ring.flatMap { [($0.x - origin.x) * 1000, ($0.y - origin.y) * 1000] }
      }
    }
    let context = try GEOSContext()
    let valid = try context.valid(MultiPolygon(coordinates: millimetres))
    return try context.geometry("snap to millimetres") {
      GEOSGeom_setPrecision_r($0, valid.pointer, 1, 0)
    }.region()
  }
}
