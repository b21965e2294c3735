import Foundation
import TwinModel

/// The access points of a building: what they hear of one another, their channels, and how much of the
/// air each has.
///
/// Two access points disturb one another by as many decibels as one hears the other above the level at
/// which it waits. On one channel those that hear one another take turns, so each has
/// 1/(1 + activity · how many it hears) of the air; those that do not hear one another send at the same
/// time and are noise to one another's devices for the share `activity` of the time.
///
/// Source: IEEE 802.11-2020, §10.3 (DCF); channels by ``ChannelPlan``.
struct WiFiNetwork {
  let sites: [RadioSite]
  /// Channel of each access point, as an index into the parameters' channels.
  let channels: [Int]
  /// Share of the air of each access point, 0…1.
  let airTime: [Double]
  /// For each access point, those on its channel that it does not hear.
  let hidden: [[Int]]
  let wifi: WiFiParameters

  /// Plans channels; `levels` are what each access point has of each other (dBm, whole channel).
  init(sites: [RadioSite], levels: [[Double]], wifi: WiFiParameters) {
    self.sites = sites
    self.wifi = wifi
    let conflicts = sites.indices.map { here in
      sites.indices.map { there in
        here == there
          ? 0
          : max(0, max(levels[here][there], levels[there][here]) - wifi.hearing)
      }
    }
    let plan = ChannelPlan(conflicts: conflicts, channels: wifi.channels.count).channels
    channels = plan
    let together = sites.indices.map { here in
      sites.indices.filter { $0 != here && plan[$0] == plan[here] }
    }
    airTime = sites.indices.map { here in
      let heard = together[here].count { conflicts[here][$0] > 0 }
      return 1 / (1 + wifi.activity * Double(heard))
    }
    hidden = sites.indices.map { here in together[here].filter { conflicts[here][$0] <= 0 } }
  }

  /// What a cell has: the level (dBm) of the strongest access point, and the rate of one device there.
  ///
  /// - Parameter levels: What each access point has there (dBm, whole channel).
  /// - Returns: dBm of the whole channel, and Mbit/s.
  func service(_ levels: [Float]) -> (level: Float, rate: Double) {
    guard let server = levels.indices.max(by: { levels[$0] < levels[$1] }) else {
      return (-.infinity, 0)
    }
    let level = Double(levels[server])
    let interference = hidden[server].reduce(0.0) {
      $0 + wifi.activity * pow(10, Double(levels[$1]) / 10)
    }
    let sinr = level - 10 * log10(interference + pow(10, wifi.noise / 10))
    guard
      let scheme = wifi.rates.scheme(
        level: DecibelMilliwatts(level), sinr: Decibels(sinr), megahertz: wifi.megahertz),
      let rate = wifi.rates.rate(
        scheme: scheme, megahertz: wifi.megahertz, streams: wifi.streams)
    else { return (levels[server], 0) }
    return (levels[server], rate.value * wifi.efficiency * airTime[server])
  }
}
