/// Where a school's local frame lies on the map, in EPSG:4547.
public struct MapPlace: Hashable, Sendable {
  /// Easting of the local zero, in whole millimetres.
  public var eastingMillimetres: Int
  /// Northing of the local zero, in whole millimetres.
  public var northingMillimetres: Int
  /// Height of the local zero, in whole millimetres.
  public var heightMillimetres: Int
  /// How the local x axis is turned against map east.
  public var turn: Turn

  /// Angles whose cosine and sine are finite decimal fractions, so that a file holds them exactly.
  public enum Turn: Hashable, Sendable, CaseIterable {
    /// Not turned.
    case none
    /// 16.26° counter-clockwise.
    case counterClockwise
    /// 16.26° clockwise.
    case clockwise
    /// 20.61° counter-clockwise.
    case steep

    /// Cosine and sine of the angle, in thousandths.
    package var thousandths: (cosine: Int, sine: Int) {
      switch self {
      case .none: (1000, 0)
      case .counterClockwise: (960, 280)
      case .clockwise: (960, -280)
      case .steep: (936, 352)
      }
    }
  }

  /// Creates a place.
  public init(
    eastingMillimetres: Int, northingMillimetres: Int, heightMillimetres: Int = 5000,
    turn: Turn = .none
  ) {
    self.eastingMillimetres = eastingMillimetres
    self.northingMillimetres = northingMillimetres
    self.heightMillimetres = heightMillimetres
    self.turn = turn
  }

  /// A place in Xin'an, Bao'an district of Shenzhen.
  public static let baoan = MapPlace(
    eastingMillimetres: 487_000_000, northingMillimetres: 2_494_000_000)
}
