import CPROJ

/// Questions about one coordinate reference system.
public enum CoordinateSystem {
  /// Whether its coordinates are degrees; of a compound system whether the horizontal ones are.
  ///
  /// - Throws: ``GeometryError/unknownSystem(_:reason:)`` for a code that PROJ does not know.
  public static func isGeographic(epsg: Int) throws(GeometryError) -> Bool {
    guard let context = proj_context_create() else {
      throw .operationFailed("start PROJ", reason: "out of memory")
    }
    defer { proj_context_destroy(context) }
    proj_log_level(context, PJ_LOG_NONE)
    proj_context_set_enable_network(context, 0)
    guard let system = proj_create(context, "EPSG:\(epsg)") else {
      throw .unknownSystem("EPSG:\(epsg)", reason: "PROJ has no such code")
    }
    defer { proj_destroy(system) }
    var type = proj_get_type(system)
    if type == PJ_TYPE_COMPOUND_CRS, let part = proj_crs_get_sub_crs(context, system, 0) {
      type = proj_get_type(part)
      proj_destroy(part)
    }
    return type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS
  }
}
