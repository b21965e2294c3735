import CGEOS
package import TwinModel

extension PlaneRegion {
  /// The centre of gravity, in the unit of the coordinates; nil for an empty region.
  ///
  /// It may lie outside a bent region: ``pointInside()`` never does.
  ///
  /// - Throws: ``GeometryError/operationFailed(_:reason:)`` in GEOS' words.
  package func centroid() throws(GeometryError) -> Point2? {
    let context = try GEOSContext()
    let valid = try context.valid(self)
    return try context.geometry("centroid") { GEOSGetCentroid_r($0, valid.pointer) }
      .point.map { Point2($0.x, $0.y) }
  }

  /// A point well inside the region, for a label; nil for an empty region.
  ///
  /// - Throws: ``GeometryError/operationFailed(_:reason:)`` in GEOS' words.
  package func pointInside() throws(GeometryError) -> Point2? {
    let context = try GEOSContext()
    let valid = try context.valid(self)
    return try context.geometry("point on surface") { GEOSPointOnSurface_r($0, valid.pointer) }
      .point.map { Point2($0.x, $0.y) }
  }
}
