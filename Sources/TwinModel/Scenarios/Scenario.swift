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

  /// Creates assumptions.
  public init(birthRate: Double, inMigration: Double, classSize: ClassSize) {
    self.birthRate = birthRate
    self.inMigration = inMigration
    self.classSize = classSize
  }
}
