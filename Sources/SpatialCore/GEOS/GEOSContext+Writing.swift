import CGEOS

extension GEOSContext {
  /// The region as a valid GEOS multipolygon.
  ///
  /// Rings with fewer than three points are left out; a region whose rings cross or whose parts
  /// overlap is repaired (GEOSMakeValid, method “structure”), so that no operation meets an invalid one.
  func valid<Region: PlaneRegion>(_ region: Region) throws(GeometryError) -> GEOSHandle {
    let raw = try multipolygon(region.coordinates)
    if try predicate("check validity", { GEOSisValid_r($0, raw.pointer) }) { return raw }
    return try geometry("repair") { handle in
      guard let parameters = GEOSMakeValidParams_create_r(handle) else { return nil }
      defer { GEOSMakeValidParams_destroy_r(handle, parameters) }
      GEOSMakeValidParams_setMethod_r(handle, parameters, GEOS_MAKE_VALID_STRUCTURE)
      GEOSMakeValidParams_setKeepCollapsed_r(handle, parameters, 0)
      return GEOSMakeValidWithParams_r(handle, raw.pointer, parameters)
    }
  }

  /// A GEOS multipolygon from polygons as rings x0, y0, x1, y1 …, as they are.
  func multipolygon(_ polygons: [[[Double]]]) throws(GeometryError) -> GEOSHandle {
    for ring in polygons.joined() where !ring.allSatisfy(\.isFinite) {
      throw .notFinite(subject: "a polygon")
    }
    return try geometry("make a polygon") { handle in
      var parts: [OpaquePointer?] = []
      for rings in polygons {
        guard let outer = rings.first, outer.count >= 6 else { continue }
        var pointers = rings.filter { $0.count >= 6 }.map { ring(handle, $0) }
        let shell = pointers.removeFirst()
        // The call takes its rings over, also when it fails.
        parts.append(GEOSGeom_createPolygon_r(handle, shell, &pointers, UInt32(pointers.count)))
      }
      return GEOSGeom_createCollection_r(
        handle, Int32(GEOS_MULTIPOLYGON.rawValue), &parts, UInt32(parts.count))
    }
  }

  private func ring(_ handle: GEOSContextHandle_t, _ open: [Double]) -> OpaquePointer? {
    let closed = open + [open[0], open[1]]
    let sequence = GEOSCoordSeq_copyFromBuffer_r(handle, closed, UInt32(closed.count / 2), 0, 0)
    return GEOSGeom_createLinearRing_r(handle, sequence)
  }
}
