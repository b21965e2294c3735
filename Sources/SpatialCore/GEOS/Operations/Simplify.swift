import CGEOS

extension PlaneRegion {
  /// The region with corners left out that lie within `tolerance` (in the unit of the coordinates)
  /// of the line without them; rings neither cross nor vanish.
  ///
  /// - Throws: ``GeometryError/operationFailed(_:reason:)`` in GEOS' words.
  package func simplified(tolerance: Double) throws(GeometryError) -> Self {
    let context = try GEOSContext()
    let valid = try context.valid(self)
    return try context.geometry("simplify") {
      GEOSTopologyPreserveSimplify_r($0, valid.pointer, tolerance)
    }.region()
  }
}
