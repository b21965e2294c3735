public import TwinModel

/// Where a school stands, as the assignment sees it.
public struct SeatSite: Hashable, Sendable {
  /// The campus.
  public var campus: CampusID
  /// The district whose pupils it takes.
  public var district: String
  /// Its place on the map (easting and northing in metres); nil when unknown, and then only pupils of
  /// its own catchment find it.
  public var position: Point2?

  /// Creates a site.
  public init(campus: CampusID, district: String, position: Point2? = nil) {
    self.campus = campus
    self.district = district
    self.position = position
  }
}

/// Who may go where.
public struct AssignmentRules: Hashable, Sendable {
  /// The farthest that pupils of a stage are sent from their own school, or home where that is known; no
  /// limit where none is given.
  public var farthest: [Stage: Metres]
  /// Whether pupils may be sent into another district.
  public var crossesDistricts: Bool

  /// Creates rules; the default keeps pupils in their district and sets no limit of distance.
  public init(farthest: [Stage: Metres] = [:], crossesDistricts: Bool = false) {
    self.farthest = farthest
    self.crossesDistricts = crossesDistricts
  }
}
