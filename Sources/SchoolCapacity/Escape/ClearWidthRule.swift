public import SeedFiles
public import TwinModel

/// 净宽: what a door's frame and leaf take from its declared overall width, from
/// `seeds/rooms/clear-width.yaml`.
public struct ClearWidthRule: Hashable, Sendable {
  /// Taken from an ordinary door's width (m).
  public let ordinaryDoor: Metres
  /// Taken from a fire door's width (m).
  public let fireDoor: Metres

  /// Clear width of an opening, never below zero; a hole without a door is as wide as it is.
  public func clearWidth(of opening: PlanOpening, isFireDoor: Bool) -> Metres {
    let width = Double(opening.width) / 1000
    guard opening.kind == .door else { return Metres(width) }
    return Metres(max(0, width - (isFireDoor ? fireDoor : ordinaryDoor).value))
  }

  /// Reads the file.
  ///
  /// - Throws: `SeedError` for an unknown key or a negative width.
  public static func load(from node: YAMLNode) throws(SeedError) -> ClearWidthRule {
    try node.allowKeys([
      "format", "clause", "status", "source", "ordinary_door_deduction", "fire_door_deduction",
    ])
    try node.expectFormat("clear-width/1")
    return ClearWidthRule(
      ordinaryDoor: Metres(try node.value("ordinary_door_deduction").notNegative()),
      fireDoor: Metres(try node.value("fire_door_deduction").notNegative()))
  }
}
