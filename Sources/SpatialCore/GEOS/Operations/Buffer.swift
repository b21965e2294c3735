import CGEOS
package import TwinModel

extension MultiPolygon {
  /// All points within `distance` of the region; a negative distance shrinks it.
  ///
  /// Round corners, 8 segments a quarter circle: the border lies within 0.5 % of `distance` of the
  /// true one.
  ///
  /// - Throws: ``GeometryError/operationFailed(_:reason:)`` in GEOS' words.
  package func buffered(by distance: Metres) throws(GeometryError) -> MultiPolygon {
    try buffer(distance.value)
  }
}

extension [PlanPolygon] {
  /// All points within `millimetres` of the region, snapped to whole millimetres; a negative distance
  /// shrinks it.
  ///
  /// - Throws: ``GeometryError/operationFailed(_:reason:)`` in GEOS' words.
  package func buffered(by millimetres: Int64) throws(GeometryError) -> [PlanPolygon] {
    try buffer(Double(millimetres))
  }
}

extension PlaneRegion {
  fileprivate func buffer(_ distance: Double) throws(GeometryError) -> Self {
    let context = try GEOSContext()
    let valid = try context.valid(self)
    let wide = try context.geometry("buffer") { GEOSBuffer_r($0, valid.pointer, distance, 8) }
    guard Self.grid > 0 else { return try wide.region() }
    return try context.geometry("snap") {
      GEOSGeom_setPrecision_r($0, wide.pointer, Self.grid, 0)
    }.region()
  }
}
