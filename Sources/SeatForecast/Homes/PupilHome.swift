public import TwinModel

/// A residential block with pupils, wherever they go to school.
public struct PupilHome: Hashable, Sendable {
  /// The block.
  public var block: String
  /// The district whose schools its pupils go to.
  public var district: String
  /// Its place (m).
  public var position: Point2
  /// Its pupils; only their proportion to those of other lines of the district counts.
  public var pupils: Double
  /// The stage that they are in; nil for all.
  public var stage: Stage?
  /// The campus that they go to, as the forecast calls it; nil when nobody knows.
  public var school: String?

  /// Creates a block with pupils.
  public init(
    block: String, district: String, position: Point2, pupils: Double, stage: Stage? = nil,
    school: String? = nil
  ) {
    self.block = block
    self.district = district
    self.position = position
    self.pupils = pupils
    self.stage = stage
    self.school = school
  }
}
