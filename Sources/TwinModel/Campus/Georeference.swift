/// Where a campus' local frame lies on the map.
///
/// `E = eastings + scale · (x · abscissa − y · ordinate)`,
/// `N = northings + scale · (x · ordinate + y · abscissa)`, `H = height + z`.
///
/// Source: IFC4 IfcMapConversion, with (abscissa, ordinate) of unit length.
public struct Georeference: Hashable, Sendable, Codable {
  /// EPSG code of the projected system that eastings and northings are in.
  public var epsg: Int
  /// Easting of the local origin.
  public var eastings: Metres
  /// Northing of the local origin.
  public var northings: Metres
  /// Height of the local zero.
  public var height: Metres
  /// Cosine of the angle from map east to the local x axis, counter-clockwise.
  public var abscissa: Double
  /// Sine of the same angle.
  public var ordinate: Double
  /// Map metres for one local metre.
  public var scale: Double
  /// What said so.
  public var source: Source

  /// The places a georeference may come from, in order of trust.
  public enum Source: String, Hashable, Sendable, Codable {
    /// IfcMapConversion with IfcProjectedCRS.
    case mapConversion
    /// ePSet_MapConversion, the practice for IFC2x3.
    case propertySet
    /// IfcSite latitude, longitude and true north.
    case siteCoordinates
    /// Given with a scenario or on the command line.
    case scenario
  }

  /// Creates a georeference.
  public init(
    epsg: Int, eastings: Metres, northings: Metres, height: Metres = 0, abscissa: Double = 1,
    ordinate: Double = 0, scale: Double = 1, source: Source
  ) {
    self.epsg = epsg
    self.eastings = eastings
    self.northings = northings
    self.height = height
    self.abscissa = abscissa
    self.ordinate = ordinate
    self.scale = scale
    self.source = source
  }

  /// The map coordinates of a local point (metres, easting then northing).
  public func map(_ point: Point2) -> Point2 {
    Point2(
      eastings.value + scale * (point.x * abscissa - point.y * ordinate),
      northings.value + scale * (point.x * ordinate + point.y * abscissa))
  }
}
