import CGEOS

extension PlaneRegion {
  /// Everything in either region.
  ///
  /// - Throws: ``GeometryError/operationFailed(_:reason:)`` in GEOS' words.
  package func union(_ other: Self) throws(GeometryError) -> Self {
    try Self(coordinates: coordinates + other.coordinates).merged()
  }

  /// The same points with overlapping and touching parts made one (cascaded union).
  ///
  /// The parts may overlap as they please; each is repaired on its own first, so that nothing
  /// cancels out where two of them lie over one another.
  ///
  /// - Complexity: O(n log n) for n points on real plans.
  /// - Throws: ``GeometryError/operationFailed(_:reason:)`` in GEOS' words.
  package func merged() throws(GeometryError) -> Self {
    let context = try GEOSContext()
    var parts = try context.multipolygon(coordinates)
    if try !context.hasOnlyValidParts(parts) {
      var repaired: [[[Double]]] = []
      for part in coordinates {
        let valid: Self = try context.valid(Self(coordinates: [part])).region()
        repaired += valid.coordinates
      }
      parts = try context.multipolygon(repaired)
    }
    let pointer = parts.pointer
    let union = try context.geometry("union") { GEOSUnaryUnion_r($0, pointer) }
    guard Self.grid > 0 else { return try union.region() }
    // Snapped once at the end: a fifth of the time of a union on the grid.
    return try context.geometry("snap") {
      GEOSGeom_setPrecision_r($0, union.pointer, Self.grid, 0)
    }.region()
  }
}

extension GEOSContext {
  /// Whether each part is valid by itself, whatever it does to the others.
  fileprivate func hasOnlyValidParts(
    _ collection: borrowing GEOSHandle
  ) throws(GeometryError) -> Bool {
    for index in 0..<GEOSGetNumGeometries_r(handle, collection.pointer) {
      let part = GEOSGetGeometryN_r(handle, collection.pointer, index)
      if try !predicate("check validity", { GEOSisValid_r($0, part) }) { return false }
    }
    return true
  }
}
