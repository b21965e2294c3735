public import TwinModel

/// Where a site lies on the globe, as IfcSite says it; the caller turns it into a georeference, since
/// that needs a map projection.
public struct SiteCoordinates: Hashable, Sendable, Codable {
  /// Latitude, positive to the north.
  public var latitude: Degrees
  /// Longitude, positive to the east.
  public var longitude: Degrees
  /// Height of the site's zero above the datum (IfcSite.RefElevation).
  public var elevation: Metres
  /// The local point that the coordinates belong to: the site's origin in the model's world.
  public var origin: Point3
  /// First component of the unit vector of the local plane that points to geographic north.
  public var northX: Double
  /// Second component of that vector: (0, 1) when north is the local y axis.
  public var northY: Double
}
