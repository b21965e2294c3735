public import TwinModel

/// Ways of many pupils to the schools of one stage, added up.
public struct WalkTally: Hashable, Sendable {
  /// The pupils.
  public private(set) var pupils = 0.0
  /// Those who walk farther than is wanted; nil where no limit of metres is known.
  public private(set) var far: Double?
  /// Those who walk longer than is wanted; nil where no limit of minutes is known.
  public private(set) var long: Double?
  private var metres = 0.0
  private let stage: Stage
  private let limits: WalkLimits

  /// Starts with nobody.
  public init(_ limits: WalkLimits, _ stage: Stage) {
    self.limits = limits
    self.stage = stage
    far = limits.byStage[stage].map { _ in 0 }
    long = limits.speed.flatMap { _ in limits.minutes[stage] }.map { _ in 0 }
  }

  /// Adds pupils with the same way, which is that on foot: what a crossing counts as is no part of it.
  public mutating func add(_ pupils: Double, walking walk: Metres) {
    self.pupils += pupils
    metres += pupils * walk.value
    if limits.isFar(walk, stage) == true { far = (far ?? 0) + pupils }
    if limits.isLong(walk, stage) == true { long = (long ?? 0) + pupils }
  }

  /// Adds the ways of others to schools of the same stage.
  public mutating func add(_ other: WalkTally) {
    pupils += other.pupils
    metres += other.metres
    if let more = other.far { far = (far ?? 0) + more }
    if let more = other.long { long = (long ?? 0) + more }
  }

  /// The mean way; nil of nobody.
  public var mean: Metres? { pupils > 0 ? Metres(metres / pupils) : nil }

  /// The mean time; nil of nobody, and where no speed is known.
  public var meanTime: Minutes? { mean.flatMap { limits.time(of: $0) } }
}
