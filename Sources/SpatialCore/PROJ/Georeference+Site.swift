import Foundation
public import TwinModel

extension Georeference {
  /// Places a local frame by the latitude and longitude of its origin and the direction of true north.
  ///
  /// The x axis is turned by the difference between true north and grid north at the place (meridian
  /// convergence), and the scale is that of the projection there, both by finite differences along
  /// the meridian; so the frame lies right in a conformal projection such as Gauss-Kruger.
  ///
  /// - Parameters:
  ///   - latitude: Latitude of the local origin (WGS 84 or CGCS2000, alike within decimetres), north
  ///     positive, between −89° and 89°.
  ///   - longitude: Longitude of the local origin, east positive.
  ///   - elevation: Height of the local zero.
  ///   - trueNorth: Direction of true north in the local frame; of any length but 0. The y axis when
  ///     the source has none (IfcGeometricRepresentationContext.TrueNorth).
  ///   - epsg: The projected system to place it in.
  /// - Returns: The georeference, with source ``Georeference/Source/siteCoordinates``.
  /// - Throws: ``GeometryError/unknownSystem(_:reason:)``,
  ///   ``GeometryError/cannotTransform(x:y:from:to:reason:)`` outside the projection,
  ///   ``GeometryError/operationFailed(_:reason:)`` for a true north without direction.
  ///
  /// Source: IFC4 IfcSite.RefLatitude, RefLongitude, RefElevation.
  public static func site(
    latitude: Degrees, longitude: Degrees, elevation: Metres = 0,
    trueNorth: Point2 = Point2(0, 1), epsg: Int = 4547
  ) throws(GeometryError) -> Georeference {
    try site(
      latitude: latitude, longitude: longitude, elevation: elevation, trueNorth: trueNorth,
      epsg: epsg, using: CoordinateTransformation(from: 4326, to: epsg))
  }

  /// As ``site(latitude:longitude:elevation:trueNorth:epsg:)``, with a transformation from EPSG:4326
  /// to `epsg` that the caller keeps.
  ///
  /// - Throws: As the other.
  public static func site(
    latitude: Degrees, longitude: Degrees, elevation: Metres, trueNorth: Point2, epsg: Int,
    using transformation: CoordinateTransformation
  ) throws(GeometryError) -> Georeference {
    guard (-89...89).contains(latitude.value), (-180...180).contains(longitude.value) else {
      throw .operationFailed(
        "place the site",
        reason: "latitude \(latitude) and longitude \(longitude) must lie within ±89° and ±180°")
    }
    guard trueNorth.x.isFinite, trueNorth.y.isFinite, trueNorth != Point2(0, 0) else {
      throw .operationFailed(
        "place the site", reason: "true north (\(trueNorth.x), \(trueNorth.y)) has no direction")
    }
    let origin = try transformation.forward(Point2(longitude.value, latitude.value))
    // About a kilometre to either side: long against rounding, short against the arc's curvature.
    let step = 0.01
    let south = try transformation.forward(Point2(longitude.value, latitude.value - step))
    let north = try transformation.forward(Point2(longitude.value, latitude.value + step))
    let (east, up) = (north.x - south.x, north.y - south.y)
    let angle = atan2(up, east) - atan2(trueNorth.y, trueNorth.x)
    return Georeference(
      epsg: epsg, eastings: Metres(origin.x), northings: Metres(origin.y), height: elevation,
      abscissa: cos(angle), ordinate: sin(angle),
      scale: hypot(east, up)
        / (2 * step * metresPerDegreeOfLatitude(at: latitude.value)), source: .siteCoordinates)
  }
}

/// Length of one degree along the meridian (m), on the ellipsoid GRS 80.
///
/// `M = a (1 − e²) / (1 − e² sin² φ)^1.5`, the radius of curvature, times π/180. WGS 84, GRS 80 and
/// CGCS2000 differ by less than 0.1 mm a degree.
private func metresPerDegreeOfLatitude(at latitudeDegrees: Double) -> Double {
  let semiMajorMetres = 6_378_137.0
  let flattening = 1 / 298.257_222_101
  let eccentricitySquared = flattening * (2 - flattening)
  let sine = sin(latitudeDegrees * .pi / 180)
  let root = (1 - eccentricitySquared * sine * sine).squareRoot()
  return semiMajorMetres * (1 - eccentricitySquared) / (root * root * root) * .pi / 180
}
