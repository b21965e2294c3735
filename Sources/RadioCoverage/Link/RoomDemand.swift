public import TwinModel

/// What a room of pupils asks of the carrier that serves it.
public struct RoomDemand: Hashable, Sendable {
  /// Pupils at the same time.
  public var pupils: Int
  /// What each of them needs.
  public var each: MegabitsPerSecond

  /// Creates a demand.
  public init(pupils: Int, each: MegabitsPerSecond) {
    self.pupils = pupils
    self.each = each
  }

  /// What all of them need.
  public var total: MegabitsPerSecond { MegabitsPerSecond(Double(pupils) * each.value) }

  /// How a carrier meets the demand.
  public struct Answer: Hashable, Sendable {
    /// Pupils that one carrier serves at the full rate each.
    public let served: Int
    /// Carriers of the same rate that serve all of them; nil when none serves anyone.
    public let carriers: Int?
    /// What each has when all share one carrier.
    public let shared: MegabitsPerSecond
  }

  /// Holds the demand against a carrier's rate in the room.
  ///
  /// - Parameters:
  ///   - rate: What one carrier sends there.
  ///   - derating: What counts of the rate when packets must come in time, 0…1; 1 for downloads.
  /// - Returns: Who is served, and by how many carriers.
  public func answer(from rate: MegabitsPerSecond, derating: Double = 1) -> Answer {
    let usable = max(rate.value * derating, 0)
    guard pupils > 0, each > 0 else {
      return Answer(served: pupils, carriers: 0, shared: each)
    }
    let one = Int((usable / each.value + 1e-9).rounded(.down))
    return Answer(
      served: min(one, pupils), carriers: one > 0 ? (pupils + one - 1) / one : nil,
      shared: MegabitsPerSecond(min(usable / Double(pupils), each.value)))
  }
}
