public import SeedFiles
import TwinModel

/// 学位预警: from which figures on the seats of a school or district are a warning, as
/// `seeds/seats/warning-levels.yaml` sets them.
public struct SeatWarningLevels: Hashable, Sendable {
  /// The least figures of a level; reaching one of them is enough.
  public struct Threshold: Hashable, Sendable {
    /// Probability that demand exceeds supply (%).
    public let shortageProbabilityPercent: Double
    /// Demand as a share of seats (%).
    public let utilisationPercent: Double
    /// Whether the figures were read in a document.
    public let isVerified: Bool
  }

  /// From where it is yellow.
  public let yellow: Threshold
  /// From where it is red.
  public let red: Threshold

  /// Reads the file.
  ///
  /// - Throws: `SeedError` for an unknown key or level, a figure below 0, a level that is missing
  ///   or there twice, or a red that starts below yellow.
  public static func load(from node: YAMLNode) throws(SeedError) -> SeatWarningLevels {
    try node.allowKeys(["format", "levels", "source", "note"])
    try node.expectFormat("warning-levels/1")
    let list = try node.value("levels")
    var levels: [Level: Threshold] = [:]
    for item in try list.list() {
      let level = try item.value("level").choice(Level.self)
      guard levels[level] == nil else {
        throw item.error("the level \(level.rawValue) stands here twice")
      }
      levels[level] = try threshold(item)
    }
    guard let yellow = levels[.yellow], let red = levels[.red] else {
      throw list.error("expected the levels yellow and red")
    }
    guard red.shortageProbabilityPercent >= yellow.shortageProbabilityPercent,
      red.utilisationPercent >= yellow.utilisationPercent
    else { throw list.error("red must not start below yellow") }
    return SeatWarningLevels(yellow: yellow, red: red)
  }

  private enum Level: String, CaseIterable {
    case yellow, red
  }

  private static func threshold(_ node: YAMLNode) throws(SeedError) -> Threshold {
    try node.allowKeys(["level", "shortage_probability_percent", "utilisation_percent", "status"])
    func percent(_ key: String) throws(SeedError) -> Double {
      let value = try node.value(key)
      let number = try value.number()
      guard number >= 0 else { throw value.error("expected a number of at least 0") }
      return number
    }
    return Threshold(
      shortageProbabilityPercent: try percent("shortage_probability_percent"),
      utilisationPercent: try percent("utilisation_percent"),
      isVerified: try node.value("status").choice(Clause.Status.self) != .unverified)
  }
}
