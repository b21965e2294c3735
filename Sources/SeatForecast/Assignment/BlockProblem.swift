public import TwinModel

/// Residential blocks and the schools of one stage, for an assignment in one year.
public struct BlockProblem: Hashable, Sendable {
  /// Where pupils live.
  public struct Block: Hashable, Sendable {
    /// The block's id.
    public var id: String
    /// The attendance zone (学区) that it belongs to.
    public var zone: String
    /// Its place on the map (m).
    public var position: Point2
    /// Pupils by class of priority, the first before all others (积分入学); 0 or more.
    public var pupils: [Int]
    /// The school that they leave, whose links and seats they have a right to; nil when none is known.
    public var from: String?

    /// Creates a block.
    public init(
      id: String, zone: String, position: Point2, pupils: [Int], from: String? = nil
    ) {
      self.id = id
      self.zone = zone
      self.position = position
      self.pupils = pupils
      self.from = from
    }
  }

  /// A school with its seats.
  public struct School: Hashable, Sendable {
    /// The school's id.
    public var id: String
    /// The zones that it serves; several for a shared zone (大学区).
    public var zones: [String]
    /// Its place on the map (m).
    public var position: Point2
    /// Its seats; 0 or more.
    public var seats: Int

    /// Creates a school.
    public init(id: String, zones: [String], position: Point2, seats: Int) {
      self.id = id
      self.zones = zones
      self.position = position
      self.seats = seats
    }
  }

  /// Who may go where, and at what cost.
  public struct Rules: Hashable, Sendable {
    /// Walking metres for a metre of straight line; at least 1.
    public var detour: Double
    /// Metres added for going to a school that does not serve the block's zone; nil where that is not
    /// allowed.
    public var crossing: Metres?
    /// The farthest walk; no limit when nil.
    public var farthest: Metres?
    /// What should not have to be crossed.
    public var barriers: [RoadBarrier]
    /// Whether all pupils of a block go to one school (单校划片), whatever their priority.
    public var wholeBlocks: Bool

    /// Creates rules.
    public init(
      detour: Double = 1.3, crossing: Metres? = 2000.0, farthest: Metres? = nil,
      barriers: [RoadBarrier] = [], wholeBlocks: Bool = false
    ) {
      self.detour = detour
      self.crossing = crossing
      self.farthest = farthest
      self.barriers = barriers
      self.wholeBlocks = wholeBlocks
    }
  }

  /// The blocks; one that stands there several times has a line for each school that its pupils leave.
  public var blocks: [Block]
  /// The schools.
  public var schools: [School]
  /// The rules.
  public var rules: Rules
  /// Who has a right to go on where (对口直升).
  public var feeders: [FeederLink]

  /// Creates a problem.
  public init(
    blocks: [Block], schools: [School], rules: Rules = Rules(), feeders: [FeederLink] = []
  ) {
    self.blocks = blocks
    self.schools = schools
    self.rules = rules
    self.feeders = feeders
  }
}

extension BlockProblem {
  /// The walk between a block and a school (m).
  func walk(_ block: Block, _ school: School) -> Double {
    let (x, y) = (block.position.x - school.position.x, block.position.y - school.position.y)
    return rules.detour * (x * x + y * y).squareRoot()
  }

  /// A walk and what it has to cross (m).
  func way(_ block: Block, _ school: School, _ walk: Double) -> Double {
    rules.barriers.reduce(walk) {
      $1.isCrossed(from: block.position, to: school.position) ? $0 + $1.penalty.value : $0
    }
  }

  /// What a pupil's way costs (m); nil where it is not allowed.
  func cost(_ block: Block, _ school: School, _ walk: Double) -> Int64? {
    if let farthest = rules.farthest, walk > farthest.value { return nil }
    let way = way(block, school, walk)
    if school.zones.contains(block.zone) { return Int64(way.rounded()) }
    guard let crossing = rules.crossing, crossing.value >= 0, crossing.value < 1e7 else {
      return nil
    }
    return Int64((way + crossing.value).rounded())
  }
}
