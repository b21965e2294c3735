public import TwinModel

/// What a forecast assumes of the years ahead.
public struct ForecastAssumptions: Hashable, Sendable {
  /// Births of years not yet observed, against the last observed year (1 = unchanged).
  public var birthRate: Double
  /// 人口流入: net in-migration a year, as a share of each grade's pupils, on top of what the past
  /// ratios already hold (0.01 = one per cent).
  public var inMigration: Double
  /// 积分入学: the share of today's entrants who are admitted by points, without local household
  /// register.
  public var pointsShare: Double
  /// Places for them in the years ahead, against today's (1 = unchanged).
  public var pointsPlaces: Double

  /// What the policy does to the cohorts that enter after the last roll:
  /// `1 − share + share × places`.
  var entrants: Double { 1 + pointsShare * (pointsPlaces - 1) }

  /// Creates assumptions; the defaults change nothing.
  ///
  /// - Parameters:
  ///   - birthRate: From 0 to 10.
  ///   - inMigration: From −0.5 to 1.
  ///   - pointsShare: From 0 to 1.
  ///   - pointsPlaces: From 0 to 10.
  /// - Throws: ``ForecastError`` outside these ranges.
  public init(
    birthRate: Double, inMigration: Double, pointsShare: Double = 0, pointsPlaces: Double = 1
  ) throws(ForecastError) {
    guard birthRate >= 0, birthRate <= 10 else {
      throw ForecastError(reason: "the birth rate is \(birthRate), but must be 0 to 10")
    }
    guard inMigration >= -0.5, inMigration <= 1 else {
      throw ForecastError(reason: "the in-migration is \(inMigration), but must be -0.5 to 1")
    }
    guard pointsShare >= 0, pointsShare <= 1 else {
      throw ForecastError(
        reason: "the share of entrants by points is \(pointsShare), but must be 0 to 1")
    }
    guard pointsPlaces >= 0, pointsPlaces <= 10 else {
      throw ForecastError(
        reason: "the places by points are \(pointsPlaces) of today's, but must be 0 to 10")
    }
    self.birthRate = birthRate
    self.inMigration = inMigration
    self.pointsShare = pointsShare
    self.pointsPlaces = pointsPlaces
  }

  /// The part of a sweep's assumptions that demand depends on.
  public init(_ assumptions: Assumptions) throws(ForecastError) {
    try self.init(
      birthRate: assumptions.birthRate, inMigration: assumptions.inMigration,
      pointsShare: assumptions.points?.share ?? 0, pointsPlaces: assumptions.points?.places ?? 1)
  }

  private init() {
    birthRate = 1
    inMigration = 0
    pointsShare = 0
    pointsPlaces = 1
  }

  /// Nothing changes: births stay, nobody moves more than before.
  public static let unchanged = ForecastAssumptions()
}
