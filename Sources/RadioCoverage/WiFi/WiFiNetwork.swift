import Foundation
import TwinModel

/// The access points of a building and what their devices have.
///
/// Access points that do not hear one another send at the same time and are noise to one another's devices
/// for the share `activity` of the time; see ``WiFiAirPlan``.
struct WiFiNetwork {
  let sites: [RadioSite]
  let plan: WiFiAirPlan
  let wifi: WiFiParameters

  /// Plans channels; `levels` are what each access point has of each other (dBm, whole channel).
  init(sites: [RadioSite], levels: [[Double]], wifi: WiFiParameters) {
    self.sites = sites
    self.wifi = wifi
    plan = WiFiAirPlan(levels: levels, wifi: wifi)
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
    let interference = plan.hidden[server].reduce(0.0) {
      $0 + wifi.activity * pow(10, Double(levels[$1]) / 10)
    }
    let sinr = level - 10 * log10(interference + pow(10, wifi.noise / 10))
    guard
      let scheme = wifi.rates.scheme(
        level: DecibelMilliwatts(level), sinr: Decibels(sinr), megahertz: wifi.megahertz),
      let rate = wifi.rates.rate(
        scheme: scheme, megahertz: wifi.megahertz, streams: wifi.streams)
    else { return (levels[server], 0) }
    return (levels[server], rate.value * wifi.efficiency * plan.airTime[server])
  }
}
