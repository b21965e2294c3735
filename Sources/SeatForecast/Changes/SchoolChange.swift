public import TwinModel

/// A school that opens, closes, merges or grows in a school year of the forecast.
public struct SchoolChange: Hashable, Sendable {
  /// The first school year in which it counts.
  public var year: Int
  /// The campus, as the forecast calls it; a new id when it opens.
  public var school: String
  /// What happens.
  public var kind: Kind

  /// What can happen to a school.
  public enum Kind: Hashable, Sendable {
    /// 新建: a new school with seats of one stage, in a district and at a place (m).
    case open(Stage, seats: Int, district: String, position: Point2)
    /// 扩建: seats more of one stage, filled from where seats run short.
    case expand(Stage, seats: Int)
    /// 撤销: all its pupils go to the nearest schools with free seats.
    case close
    /// 合并: all its pupils go to one school of the same district.
    case merge(into: String)

    /// Whether it opens a school.
    package var isOpening: Bool { if case .open = self { true } else { false } }
  }

  /// Creates a change.
  public init(year: Int, school: String, kind: Kind) {
    self.year = year
    self.school = school
    self.kind = kind
  }
}

/// Pupils of one stage and year who are sent to another school because of changes.
public struct SchoolMove: Hashable, Sendable {
  /// The school year.
  public var year: Int
  /// The stage.
  public var stage: Stage
  /// The campus that the forecast without changes has them at.
  public var from: String
  /// The campus that they go to.
  public var to: String
  /// How many; the middle of what may come, not rounded.
  public var pupils: Double
  /// Why.
  public var reason: Reason
  /// How they walk; nil where homes are not known.
  public var walk: Walk?

  /// Walks of pupils from home to school.
  public struct Walk: Hashable, Sendable {
    /// The mean walk.
    public var mean: Metres
    /// Pupils who walk farther than is wanted; nil where no limit is known.
    public var far: Double?
    /// The mean time; nil where no speed is known.
    public var time: Minutes?
    /// Pupils who walk longer than is wanted; nil where no limit or speed is known.
    public var long: Double?

    /// Creates walks.
    public init(mean: Metres, far: Double?, time: Minutes? = nil, long: Double? = nil) {
      self.mean = mean
      self.far = far
      self.time = time
      self.long = long
    }

    /// The walks of a tally; nil of nobody.
    public init?(_ tally: WalkTally) {
      guard let mean = tally.mean else { return nil }
      self.init(mean: mean, far: tally.far, time: tally.meanTime, long: tally.long)
    }
  }

  /// Why pupils move.
  public enum Reason: String, Hashable, Sendable {
    /// Their school merged into the other.
    case merged
    /// Their school closed, and the other has room.
    case closed
    /// Their school closed and no school in reach had room: the nearest takes them over its seats.
    case crowded
    /// Their school has more pupils than seats, and the other is new or grew.
    case relieved
  }
}
