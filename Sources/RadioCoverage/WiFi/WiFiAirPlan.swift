import TwinModel

/// Channels of access points, and how much of the air each has.
///
/// Two access points disturb one another by as many decibels as one hears the other above the level at
/// which it waits. On one channel those that hear one another take turns, so each has
/// 1/(1 + activity · how many it hears) of the air; those that do not hear one another send at the same
/// time.
///
/// Source: IEEE 802.11-2020, §10.3 (DCF); channels by ``ChannelPlan``.
public struct WiFiAirPlan: Hashable, Sendable {
  /// Channel of each access point, as an index into the parameters' channels.
  public let channels: [Int]
  /// Sum of the decibels by which access points on one channel disturb one another.
  public let conflict: Double
  /// For each access point, those on its channel that it hears.
  public let heard: [[Int]]
  /// For each access point, those on its channel that it does not hear.
  public let hidden: [[Int]]
  /// Share of the air of each access point, 0…1.
  public let airTime: [Double]

  /// Plans channels; `levels` are what each access point has of each other (dBm, whole channel).
  public init(levels: [[Double]], wifi: WiFiParameters) {
    precondition(levels.allSatisfy { $0.count == levels.count }, "as many columns as points")
    let points = levels.indices
    let conflicts = points.map { here in
      points.map { there in
        here == there
          ? 0 : max(0, max(levels[here][there], levels[there][here]) - wifi.hearing)
      }
    }
    let plan = ChannelPlan(conflicts: conflicts, channels: wifi.channels.count)
    channels = plan.channels
    conflict = plan.conflict
    let together = points.map { here in
      points.filter { $0 != here && plan.channels[$0] == plan.channels[here] }
    }
    heard = points.map { here in together[here].filter { conflicts[here][$0] > 0 } }
    hidden = points.map { here in together[here].filter { conflicts[here][$0] <= 0 } }
    airTime = heard.map { 1 / (1 + wifi.activity * Double($0.count)) }
  }
}
