import CGEOS

extension PlaneRegion {
  /// Whether the regions share at least a point; a common border counts.
  ///
  /// - Throws: ``GeometryError/operationFailed(_:reason:)`` in GEOS' words.
  package func intersects(_ other: Self) throws(GeometryError) -> Bool {
    let context = try GEOSContext()
    let left = try context.valid(self)
    let right = try context.valid(other)
    return try context.predicate("intersects") {
      GEOSIntersects_r($0, left.pointer, right.pointer)
    }
  }

  /// Whether every point of `other` lies in this region; a common border counts.
  ///
  /// - Throws: ``GeometryError/operationFailed(_:reason:)`` in GEOS' words.
  package func covers(_ other: Self) throws(GeometryError) -> Bool {
    let context = try GEOSContext()
    let left = try context.valid(self)
    let right = try context.valid(other)
    return try context.predicate("covers") { GEOSCovers_r($0, left.pointer, right.pointer) }
  }
}
