import CGEOS

extension PlaneRegion {
  /// Everything in both regions; touching alone gives nothing.
  ///
  /// - Throws: ``GeometryError/operationFailed(_:reason:)`` in GEOS' words.
  package func intersection(_ other: Self) throws(GeometryError) -> Self {
    let context = try GEOSContext()
    let left = try context.valid(self)
    let right = try context.valid(other)
    return try context.geometry("intersection") {
      GEOSIntersectionPrec_r($0, left.pointer, right.pointer, Self.grid)
    }.region()
  }

  /// Everything in this region and not in the other.
  ///
  /// - Throws: ``GeometryError/operationFailed(_:reason:)`` in GEOS' words.
  package func difference(_ other: Self) throws(GeometryError) -> Self {
    let context = try GEOSContext()
    let left = try context.valid(self)
    let right = try context.valid(other)
    return try context.geometry("difference") {
      GEOSDifferencePrec_r($0, left.pointer, right.pointer, Self.grid)
    }.region()
  }
}
