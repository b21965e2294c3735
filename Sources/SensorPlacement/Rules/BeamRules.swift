public import TwinModel

/// How beams below a ceiling divide it: GB 50116-2013 6.2.3 with appendices F and G.
public struct BeamRules: Hashable, Sendable {
  /// Beams less deep than this do not count (6.2.3.1).
  public var ignoredBelow: Metres
  /// Beams deeper than this make every bay an area of its own (6.2.3.3).
  public var eachBayAbove: Metres
  /// Beams with less than this free between them do not count (6.2.3.5).
  public var leastGap: Metres
  /// Appendix F: depth up to which a beam has no effect, by rising height of the room.
  public var effect: [EffectPoint]
  /// Appendix G.
  public var bays: [BayCount]
  /// Whether the figures of the appendices were read at their source.
  public var isVerified: Bool

  /// A corner of the line of appendix F.
  public struct EffectPoint: Hashable, Sendable {
    /// Height of the room.
    public var height: Metres
    /// Greatest depth of a beam without effect.
    public var depth: Metres
  }

  /// A row of appendix G.
  public struct BayCount: Hashable, Sendable {
    /// Protection area A of a detector.
    public var area: SquareMetres
    /// Areas Q of a bay that it holds for, in m².
    public var bay: PointDetectorRules.Span
    /// How many bays one detector serves.
    public var count: Int
  }

  /// What a beam does to the ceiling.
  public enum Effect: Hashable, Sendable {
    /// It does not count.
    case none
    /// One detector may serve several bays between such beams (appendix G).
    case divides
    /// Every bay between such beams is an area of its own.
    case parts
  }

  /// The effect of a beam that hangs `depth` below the ceiling of a room.
  public func effect(depth: Metres, height: Metres) -> Effect {
    if depth > eachBayAbove { return .parts }
    if depth < ignoredBelow || depth <= greatestWithoutEffect(height: height) { return .none }
    return .divides
  }

  /// Appendix F.
  private func greatestWithoutEffect(height: Metres) -> Metres {
    guard let next = effect.firstIndex(where: { $0.height >= height }) else {
      return effect.last?.depth ?? ignoredBelow
    }
    guard next > 0 else { return effect[0].depth }
    let (a, b) = (effect[next - 1], effect[next])
    let share = (height.value - a.height.value) / (b.height.value - a.height.value)
    return Metres(a.depth.value + share * (b.depth.value - a.depth.value))
  }

  /// How many bays of this area one detector serves (appendix G).
  public func bayCount(of bay: SquareMetres, protection: SquareMetres) -> Int {
    let known = bays.filter { $0.area <= protection }
    guard let area = known.map(\.area).max() else { return 1 }
    return known.first { $0.area == area && $0.bay.contains(bay.value) }?.count ?? 1
  }
}
