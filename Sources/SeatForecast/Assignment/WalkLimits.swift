public import SeedFiles
public import TwinModel

/// From how many metres (服务半径) and how many minutes (就学时间) on a way to school on foot is too much, as
/// `seeds/seats/walks.yaml` sets it.
public struct WalkLimits: Hashable, Sendable {
  /// The metres of each stage; a stage without any is not judged by them.
  public var byStage: [Stage: Metres]
  /// The minutes of each stage; a stage without any is not judged by them.
  public var minutes: [Stage: Minutes]
  /// How fast pupils walk; nothing is said of time when nil.
  public var speed: MetresPerSecond?

  /// Creates limits.
  public init(
    byStage: [Stage: Metres], minutes: [Stage: Minutes] = [:], speed: MetresPerSecond? = nil
  ) {
    self.byStage = byStage
    self.minutes = minutes
    self.speed = speed
  }

  /// Which limits judge a walk.
  public enum Measure: String, CaseIterable, Hashable, Sendable {
    case metres, minutes, both
  }

  /// The limits of one measure, or of both; the speed stays.
  public func judging(by measure: Measure) -> WalkLimits {
    WalkLimits(
      byStage: measure == .minutes ? [:] : byStage, minutes: measure == .metres ? [:] : minutes,
      speed: speed)
  }

  /// How long a way takes; nil where the speed is not known.
  public func time(of walk: Metres) -> Minutes? {
    speed.map { Minutes(walk.value / ($0.value * 60)) }
  }

  /// Whether a way is farther than is wanted; nil where no limit is known.
  public func isFar(_ walk: Metres, _ stage: Stage) -> Bool? {
    byStage[stage].map { walk > $0 }
  }

  /// Whether a way takes longer than is wanted; nil where no limit or no speed is known.
  public func isLong(_ walk: Metres, _ stage: Stage) -> Bool? {
    guard let limit = minutes[stage], let time = time(of: walk) else { return nil }
    return time > limit
  }

  /// One line a figure, such as `primary 500.0`, by stage; for hashes.
  public var lines: [String] {
    byStage.sorted { $0.key < $1.key }.map { "\($0.key.rawValue) \($0.value.value)" }
      + minutes.sorted { $0.key < $1.key }.map { "\($0.key.rawValue) \($0.value)" }
      + (speed.map { ["\($0)"] } ?? [])
  }
}

extension WalkLimits {
  private enum Status: String, CaseIterable {
    case seen, unverified
  }

  /// Reads the file; times and speed may be absent.
  ///
  /// - Throws: `SeedError` for an unknown key, a figure out of range, a stage that is there twice, and
  ///   times without a speed.
  public static func load(from node: YAMLNode) throws(SeedError) -> WalkLimits {
    try node.allowKeys(["format", "walks", "times", "speed", "source", "note"])
    let format = try node.value("format")
    guard try format.string() == "walks/1" else {
      throw format.error("expected the format walks/1")
    }
    var limits = WalkLimits(byStage: [:])
    for (stage, metres) in try figures(node.value("walks"), "metres", most: 100_000) {
      limits.byStage[stage] = Metres(metres)
    }
    if let speed = try node.optional("speed") {
      try speed.allowKeys(["metres_per_second", "status"])
      limits.speed = MetresPerSecond(try figure(speed, "metres_per_second", most: 10))
    }
    if let times = try node.optional("times") {
      guard limits.speed != nil else {
        throw times.error("expected a speed, too: without one no way takes any time")
      }
      for (stage, minutes) in try figures(times, "minutes", most: 600) {
        limits.minutes[stage] = Minutes(minutes)
      }
    }
    return limits
  }

  /// A list with one figure a stage.
  private static func figures(
    _ list: YAMLNode, _ key: String, most: Double
  ) throws(SeedError) -> [(Stage, Double)] {
    var figures: [(Stage, Double)] = []
    for item in try list.list() {
      try item.allowKeys(["stage", key, "status"])
      let stage = try item.value("stage").choice(Stage.self)
      guard !figures.contains(where: { $0.0 == stage }) else {
        throw item.error("the stage \(stage.rawValue) stands here twice")
      }
      figures.append((stage, try figure(item, key, most: most)))
    }
    return figures
  }

  /// A figure above 0, with its status.
  private static func figure(
    _ item: YAMLNode, _ key: String, most: Double
  ) throws(SeedError) -> Double {
    let node = try item.value(key)
    let figure = try node.number()
    guard figure > 0, figure <= most else {
      let words = key.replacing("_", with: " ")
      throw node.error("expected \(words) above 0 and up to \(Int(most))")
    }
    _ = try item.value("status").choice(Status.self)
    return figure
  }
}
