public import SeedFiles
public import TwinModel

/// From how many metres on a way to school is too far (服务半径), as `seeds/seats/walks.yaml` sets it.
public struct WalkLimits: Hashable, Sendable {
  /// The limit of each stage; a stage without one is not judged.
  public var byStage: [Stage: Metres]

  /// Creates limits.
  public init(byStage: [Stage: Metres]) { self.byStage = byStage }

  /// One line a stage, such as `primary 500.0`, by stage.
  public var lines: [String] {
    byStage.sorted { $0.key < $1.key }.map { "\($0.key.rawValue) \($0.value.value)" }
  }

  private enum Status: String, CaseIterable {
    case seen, unverified
  }

  /// Reads the file.
  ///
  /// - Throws: `SeedError` for an unknown key, a figure out of range and a stage that is there twice.
  public static func load(from node: YAMLNode) throws(SeedError) -> WalkLimits {
    try node.allowKeys(["format", "walks", "source", "note"])
    let format = try node.value("format")
    guard try format.string() == "walks/1" else {
      throw format.error("expected the format walks/1")
    }
    var byStage: [Stage: Metres] = [:]
    for item in try node.value("walks").list() {
      try item.allowKeys(["stage", "metres", "status"])
      let stage = try item.value("stage").choice(Stage.self)
      guard byStage[stage] == nil else {
        throw item.error("the stage \(stage.rawValue) stands here twice")
      }
      let metres = try item.value("metres")
      let limit = try metres.number()
      guard limit > 0, limit <= 100_000 else {
        throw metres.error("expected metres above 0 and up to 100000")
      }
      _ = try item.value("status").choice(Status.self)
      byStage[stage] = Metres(limit)
    }
    return WalkLimits(byStage: byStage)
  }
}
