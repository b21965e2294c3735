public import TwinModel

/// What a forecast assumes of the years ahead.
public struct ForecastAssumptions: Hashable, Sendable {
  /// Births of years not yet observed, against the last observed year (1 = unchanged).
  public var birthRate: Double
  /// 人口流入: net in-migration a year, as a share of each grade's pupils, on top of what the past
  /// ratios already hold (0.01 = one per cent).
  public var inMigration: Double

  /// Creates assumptions; the default changes nothing.
  ///
  /// - Parameters:
  ///   - birthRate: From 0 to 10.
  ///   - inMigration: From −0.5 to 1.
  /// - Throws: ``ForecastError`` outside these ranges.
  public init(birthRate: Double, inMigration: Double) throws(ForecastError) {
    guard birthRate >= 0, birthRate <= 10 else {
      throw ForecastError(reason: "the birth rate is \(birthRate), but must be 0 to 10")
    }
    guard inMigration >= -0.5, inMigration <= 1 else {
      throw ForecastError(reason: "the in-migration is \(inMigration), but must be -0.5 to 1")
    }
    self.birthRate = birthRate
    self.inMigration = inMigration
  }

  /// The part of a sweep's assumptions that demand depends on.
  public init(_ assumptions: Assumptions) throws(ForecastError) {
    try self.init(birthRate: assumptions.birthRate, inMigration: assumptions.inMigration)
  }

  private init() {
    birthRate = 1
    inMigration = 0
  }

  /// Nothing changes: births stay, nobody moves more than before.
  public static let unchanged = ForecastAssumptions()
}
