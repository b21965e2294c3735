/// From when on the seats of a school or district are a warning (学位预警).
public struct WarningThresholds: Hashable, Sendable {
  /// Probability of a shortage (%) from which the level is yellow.
  public var yellowProbability: Double
  /// Probability of a shortage (%) from which it is red.
  public var redProbability: Double
  /// Demand as a share of seats (%) from which it is yellow.
  public var yellowUtilisation: Double
  /// Demand as a share of seats (%) above which it is red.
  public var redUtilisation: Double

  /// Creates thresholds.
  ///
  /// - Throws: ``ForecastError`` for numbers below 0, or yellow above red.
  public init(
    yellowProbability: Double, redProbability: Double, yellowUtilisation: Double,
    redUtilisation: Double
  ) throws(ForecastError) {
    for (name, yellow, red) in [
      ("probability", yellowProbability, redProbability),
      ("utilisation", yellowUtilisation, redUtilisation),
    ] {
      guard yellow >= 0, red >= yellow, red.isFinite else {
        throw ForecastError(
          reason: "the \(name) thresholds are \(yellow) % (yellow) and \(red) % (red); "
            + "expected 0 ≤ yellow ≤ red")
      }
    }
    self.yellowProbability = yellowProbability
    self.redProbability = redProbability
    self.yellowUtilisation = yellowUtilisation
    self.redUtilisation = redUtilisation
  }

  /// A level of warning.
  public enum Level: String, Hashable, Sendable, CaseIterable {
    /// 绿: seats suffice.
    case green
    /// 黄: seats become scarce.
    case yellow
    /// 红: seats run short.
    case red
  }

  /// The worse of what probability and utilisation say.
  ///
  /// - Parameters:
  ///   - demand: Pupils expected.
  ///   - supply: Seats.
  ///   - probability: Probability of a shortage (%); nil when no interval is known.
  /// - Returns: Green when nobody wants a seat, red when somebody does and there is none.
  public func level(demand: Double, supply: Int, probability: Double?) -> Level {
    guard demand > 0 else { return .green }
    guard supply > 0 else { return .red }
    let utilisation = 100 * demand / Double(supply)
    if utilisation > redUtilisation || (probability ?? 0) >= redProbability { return .red }
    if utilisation >= yellowUtilisation || (probability ?? 0) >= yellowProbability {
      return .yellow
    }
    return .green
  }
}
