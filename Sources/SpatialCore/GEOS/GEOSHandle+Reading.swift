import CGEOS

extension GEOSHandle {
  /// The polygons of the geometry in GEOS' normal order; its points and lines are left out.
  ///
  /// Rings come back open and in the orientation of TwinModel: outer ones counter-clockwise, holes
  /// clockwise, each from its lowest point, so that equal regions give equal values.
  func region<Region: PlaneRegion>() throws(GeometryError) -> Region {
    let handle = context.handle
    guard GEOSNormalize_r(handle, pointer) >= 0 else {
      throw .operationFailed("normalise", reason: "GEOS could not order the parts")
    }
    var polygons: [[[Double]]] = []
    collect(handle, pointer, into: &polygons)
    return Region(coordinates: polygons)
  }

  /// The coordinates of a point; nil for an empty one.
  var point: (x: Double, y: Double)? {
    var x = 0.0
    var y = 0.0
    guard GEOSGeomGetX_r(context.handle, pointer, &x) == 1,
      GEOSGeomGetY_r(context.handle, pointer, &y) == 1
    else { return nil }
    return (x, y)
  }

  private func collect(
    _ handle: GEOSContextHandle_t, _ geometry: OpaquePointer, into polygons: inout [[[Double]]]
  ) {
    switch UInt32(GEOSGeomTypeId_r(handle, geometry)) {
    case GEOS_POLYGON.rawValue:
      guard GEOSisEmpty_r(handle, geometry) == 0,
        let shell = GEOSGetExteriorRing_r(handle, geometry)
      else { return }
      var rings = [ring(handle, shell, counterClockwise: true)]
      for index in 0..<GEOSGetNumInteriorRings_r(handle, geometry) {
        guard let hole = GEOSGetInteriorRingN_r(handle, geometry, index) else { continue }
        rings.append(ring(handle, hole, counterClockwise: false))
      }
      polygons.append(rings)
    case GEOS_MULTIPOLYGON.rawValue, GEOS_GEOMETRYCOLLECTION.rawValue:
      for index in 0..<GEOSGetNumGeometries_r(handle, geometry) {
        guard let part = GEOSGetGeometryN_r(handle, geometry, index) else { continue }
        collect(handle, part, into: &polygons)
      }
    default: break
    }
  }

  private func ring(
    _ handle: GEOSContextHandle_t, _ ring: OpaquePointer, counterClockwise: Bool
  ) -> [Double] {
    guard let sequence = GEOSGeom_getCoordSeq_r(handle, ring) else { return [] }
    var count: UInt32 = 0
    GEOSCoordSeq_getSize_r(handle, sequence, &count)
    var flat = [Double](repeating: 0, count: Int(count) * 2)
    GEOSCoordSeq_copyToBuffer_r(handle, sequence, &flat, 0, 0)
    var isCounterClockwise: CChar = 0
    GEOSCoordSeq_isCCW_r(handle, sequence, &isCounterClockwise)
    flat.removeLast(2)
    guard (isCounterClockwise == 1) != counterClockwise else { return flat }
    // Reversed behind its first point, so that the ring still starts there.
    var reversed = Array(flat.prefix(2))
    for index in stride(from: flat.count - 2, to: 0, by: -2) {
      reversed += [flat[index], flat[index + 1]]
    }
    return reversed
  }
}
