import CGEOS

extension PlaneRegion {
  /// The region with crossing rings and overlapping parts resolved, on the grid of its type.
  ///
  /// - Throws: ``GeometryError/operationFailed(_:reason:)`` in GEOS' words.
  package func madeValid() throws(GeometryError) -> Self {
    let context = try GEOSContext()
    let valid = try context.valid(self)
    guard Self.grid > 0 else { return try valid.region() }
    return try context.geometry("snap") {
      GEOSGeom_setPrecision_r($0, valid.pointer, Self.grid, 0)
    }.region()
  }

  /// What makes the region invalid, in GEOS' words with the place; nil when it is valid.
  package func invalidity() throws(GeometryError) -> String? {
    let context = try GEOSContext()
    let raw = try context.multipolygon(coordinates)
    if try context.predicate("check validity", { GEOSisValid_r($0, raw.pointer) }) { return nil }
    guard let reason = GEOSisValidReason_r(context.handle, raw.pointer) else { return "unknown" }
    defer { GEOSFree_r(context.handle, reason) }
    return String(cString: reason)
  }
}
