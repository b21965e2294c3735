public import TwinModel

/// What a forecast assumes of the years ahead.
public struct ForecastAssumptions: Hashable, Sendable {
  /// Births of years not yet observed, against the last observed year (1 = unchanged).
  public var birthRate: Double
  /// 人口流入: net in-migration a year, as a share of each grade's pupils, on top of what the past
  /// ratios already hold (0.01 = one per cent).
  public var inMigration: Double
  /// 积分入学: entrants into the first grade who are admitted by points.
  public var points: PointsPolicy
  /// The same of entrants into the first junior grade (初一).
  public var juniorPoints: PointsPolicy

  /// Pupils without local household register, who are admitted by points (积分入学).
  public struct PointsPolicy: Hashable, Sendable {
    /// Their share of today's entrants, 0 to 1.
    public var share: Double
    /// Places for them in the years ahead, against today's (1 = unchanged), 0 to 10.
    public var places: Double

    /// What the policy does to the cohorts that enter after the last roll:
    /// `1 − share + share × places`.
    var entrants: Double { 1 + share * (places - 1) }

    /// Creates a policy; the defaults change nothing.
    ///
    /// - Throws: ``ForecastError`` for a share outside 0 to 1, and places outside 0 to 10.
    public init(share: Double = 0, places: Double = 1) throws(ForecastError) {
      guard share >= 0, share <= 1 else {
        throw ForecastError(
          reason: "the share of entrants by points is \(share), but must be 0 to 1")
      }
      guard places >= 0, places <= 10 else {
        throw ForecastError(
          reason: "the places by points are \(places) of today's, but must be 0 to 10")
      }
      self.share = share
      self.places = places
    }

    /// The policy of a sweep, unchanged where there is none.
    init(_ share: Double?, _ places: Double?) throws(ForecastError) {
      try self.init(share: share ?? 0, places: places ?? 1)
    }

    private init() { (share, places) = (0, 1) }

    /// Nobody more or fewer is admitted.
    public static let unchanged = PointsPolicy()
  }

  /// Creates assumptions; the defaults change nothing.
  ///
  /// - Parameters:
  ///   - birthRate: From 0 to 10.
  ///   - inMigration: From −0.5 to 1.
  ///   - points: Entrants into the first grade by points.
  ///   - juniorPoints: Entrants into the first junior grade by points.
  /// - Throws: ``ForecastError`` outside these ranges.
  public init(
    birthRate: Double, inMigration: Double, points: PointsPolicy = .unchanged,
    juniorPoints: PointsPolicy = .unchanged
  ) throws(ForecastError) {
    guard birthRate >= 0, birthRate <= 10 else {
      throw ForecastError(reason: "the birth rate is \(birthRate), but must be 0 to 10")
    }
    guard inMigration >= -0.5, inMigration <= 1 else {
      throw ForecastError(reason: "the in-migration is \(inMigration), but must be -0.5 to 1")
    }
    self.birthRate = birthRate
    self.inMigration = inMigration
    self.points = points
    self.juniorPoints = juniorPoints
  }

  /// The part of a sweep's assumptions that demand depends on.
  public init(_ assumptions: Assumptions) throws(ForecastError) {
    try self.init(
      birthRate: assumptions.birthRate, inMigration: assumptions.inMigration,
      points: PointsPolicy(assumptions.points?.share, assumptions.points?.places),
      juniorPoints: PointsPolicy(
        assumptions.points?.junior?.share, assumptions.points?.junior?.places))
  }

  private init() {
    birthRate = 1
    inMigration = 0
    points = .unchanged
    juniorPoints = .unchanged
  }

  /// Nothing changes: births stay, nobody moves more than before.
  public static let unchanged = ForecastAssumptions()
}
