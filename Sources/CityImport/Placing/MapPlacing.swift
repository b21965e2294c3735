public import SpatialCore
public import TwinModel

/// Takes coordinates of a file to the map of the store.
///
/// Coordinates in degrees come in the order of their authority, latitude first, unless the name says
/// CRS84; projected ones come easting first, which is what files have, whatever the authority says.
public final class MapPlacing {
  /// EPSG code of the map.
  public let target: Int
  private let transformation: CoordinateTransformation?
  private let isLatitudeFirst: Bool

  /// Prepares placing from `system` on the map `target`.
  ///
  /// - Parameters:
  ///   - system: What the coordinates are in.
  ///   - target: EPSG code of the map.
  ///   - isLongitudeFirst: Whether the format puts longitude first whatever the authority says, as
  ///     GeoJSON and GeoPackage do.
  /// - Throws: `GeometryError` for a system that PROJ does not know.
  public init(
    from system: SystemName, to target: Int, isLongitudeFirst: Bool = false
  ) throws(GeometryError) {
    self.target = target
    isLatitudeFirst =
      try CoordinateSystem.isGeographic(epsg: system.epsg) && !system.isLongitudeFirst
      && !isLongitudeFirst
    transformation =
      system.epsg == target ? nil : try CoordinateTransformation(from: system.epsg, to: target)
  }

  /// The point on the map; its height stays.
  ///
  /// - Throws: `GeometryError.cannotTransform` where the map has no place for it.
  public func place(_ point: Point3) throws(GeometryError) -> Point3 {
    let plan = try place(point.plan)
    return Point3(plan.x, plan.y, point.z)
  }

  /// The point on the map.
  ///
  /// - Throws: `GeometryError.cannotTransform` where the map has no place for it.
  public func place(_ point: Point2) throws(GeometryError) -> Point2 {
    let ordered = isLatitudeFirst ? Point2(point.y, point.x) : point
    return try transformation?.forward(ordered) ?? ordered
  }
}
