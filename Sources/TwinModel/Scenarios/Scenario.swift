/// 项目: what a scenario does to a campus in a year.
public struct Intervention: Hashable, Sendable, Codable {
  /// The campus it happens to; a campus that only a scenario knows is opened first.
  public var campus: CampusID
  /// First calendar year of the school year in which it takes effect.
  public var year: Int
  /// What is done.
  public var action: Action

  /// What can be done.
  public enum Action: Hashable, Sendable, Codable {
    /// 新建: opens the campus with seats by stage.
    case open(seats: [StageSeats])
    /// 扩建: adds seats by stage.
    case expand(seats: [StageSeats])
    /// 改建: makes the campus meet its clauses; seats stay.
    case renovate
    /// Closes the campus.
    case close
  }

  /// Seats of one stage.
  public struct StageSeats: Hashable, Sendable, Codable {
    /// The stage.
    public var stage: Stage
    /// How many seats.
    public var seats: Int

    /// Creates a count of seats.
    public init(stage: Stage, seats: Int) {
      self.stage = stage
      self.seats = seats
    }
  }

  /// Creates an intervention.
  public init(campus: CampusID, year: Int, action: Action) {
    self.campus = campus
    self.year = year
    self.action = action
  }
}

/// One point of a sweep: the assumptions that differ from run to run.
public struct Assumptions: Hashable, Sendable, Codable {
  /// Births of years not yet observed, against the last observed year (1 = unchanged).
  public var birthRate: Double
  /// 人口流入: net in-migration a year, as a share of each grade's pupils (0.01 = one per cent).
  public var inMigration: Double
  /// Pupils in a class, by stage.
  public var classSize: ClassSize
  /// 积分入学: places for entrants admitted by points; nil when nothing is assumed of them.
  public var points: Points?
  /// Name of the list of housing developments; nil for none.
  public var housing: String?
  /// Name of the list of schools that open, expand, close and merge; nil for none.
  public var changes: String?

  /// 班额: pupils in a class.
  public struct ClassSize: Hashable, Sendable, Codable {
    /// In grades 1 to 6.
    public var primary: Int
    /// In grades 7 to 12.
    public var secondary: Int

    /// Creates class sizes; both at least 1.
    public init(primary: Int, secondary: Int) {
      self.primary = primary
      self.secondary = secondary
    }

    /// The class size of a stage.
    public subscript(stage: Stage) -> Int { stage == .primary ? primary : secondary }
  }

  /// 积分入学: entrants without local household register, who are admitted by points.
  public struct Points: Hashable, Sendable, Codable {
    /// Their share of today's entrants into the first grade, 0 to 1.
    public var share: Double
    /// Places for them in the years ahead, against today's (1 = unchanged).
    public var places: Double
    /// The same of entrants into the first junior grade (初一); nil when nothing is assumed of them.
    public var junior: Junior?

    /// Entrants into the first junior grade, who are admitted by points.
    public struct Junior: Hashable, Sendable, Codable {
      /// Their share of today's entrants, 0 to 1.
      public var share: Double
      /// Places for them in the years ahead, against today's (1 = unchanged).
      public var places: Double

      /// Creates a policy.
      public init(share: Double, places: Double) {
        self.share = share
        self.places = places
      }
    }

    /// Creates a policy.
    public init(share: Double, places: Double, junior: Junior? = nil) {
      self.share = share
      self.places = places
      self.junior = junior
    }
  }

  /// Creates assumptions.
  public init(
    birthRate: Double, inMigration: Double, classSize: ClassSize, points: Points? = nil,
    housing: String? = nil, changes: String? = nil
  ) {
    self.birthRate = birthRate
    self.inMigration = inMigration
    self.classSize = classSize
    self.points = points
    self.housing = housing
    self.changes = changes
  }
}
