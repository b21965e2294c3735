public import SeedFiles
import TwinModel

/// 学位预警: from which shortage a campus or district is yellow or red, from
/// `seeds/seats/warning-levels.yaml`.
public struct SeatWarningLevels: Hashable, Sendable {
  /// Colours, as the quantity `seats.warning_level` names them.
  public enum Colour: String, Hashable, Sendable, CaseIterable {
    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
    case green, yellow, red
  }

  /// The least figures of a colour; reaching one of them is enough.
  public struct Threshold: Hashable, Sendable {
    /// Probability that demand exceeds supply (%).
    public let shortageProbability: Double
    /// Demand divided by supply.
    public let demandToSupply: Double
  }

  /// From where it is yellow.
  public let yellow: Threshold
  /// From where it is red.
  public let red: Threshold

  /// The colour of a balance: the worse of the two figures; nil when neither is known.
  ///
  /// - Parameters:
  ///   - shortageProbability: Probability that demand exceeds supply (%); nil when not known.
  ///   - demandToSupply: Demand divided by supply; infinite where demand meets no supply; nil when
  ///     not known.
  /// - Returns: The colour; reaching one figure of a threshold is enough.
  public func colour(shortageProbability: Double?, demandToSupply: Double?) -> Colour? {
    guard shortageProbability != nil || demandToSupply != nil else { return nil }
    func reaches(_ threshold: Threshold) -> Bool {
      (shortageProbability.map { $0 >= threshold.shortageProbability } ?? false)
        || (demandToSupply.map { $0 >= threshold.demandToSupply } ?? false)
    }
    return reaches(red) ? .red : reaches(yellow) ? .yellow : .green
  }

  /// Reads the file.
  ///
  /// - Throws: `SeedError` for an unknown key, or a red threshold below the yellow one.
  public static func load(from node: YAMLNode) throws(SeedError) -> SeatWarningLevels {
    try node.allowKeys(["format", "status", "source", "note", "yellow", "red"])
    try node.expectFormat("seat-warning-levels/1")
    _ = try node.value("status").choice(Clause.Status.self)
    let (yellow, red) = (
      try threshold(node.value("yellow")), try threshold(node.value("red"))
    )
    guard red.shortageProbability >= yellow.shortageProbability,
      red.demandToSupply >= yellow.demandToSupply
    else { throw try node.value("red").error("red must not start below yellow") }
    return SeatWarningLevels(yellow: yellow, red: red)
  }

  private static func threshold(_ node: YAMLNode) throws(SeedError) -> Threshold {
    try node.allowKeys(["shortage_probability", "demand_to_supply"])
    let probability = try node.value("shortage_probability").number()
    guard (0...100).contains(probability) else {
      throw try node.value("shortage_probability").error("expected per cent, 0 to 100")
    }
    return Threshold(
      shortageProbability: probability, demandToSupply: try node.value("demand_to_supply").number())
  }
}
