import Foundation
public import TwinModel

/// How busy each site is when its own traffic and the others' interference decide one another.
///
///     SINR_k = S_k / (Σ_{j ≠ own} load_j · I_jk + N)
///     load_i = min(1, Σ_{k served by i} demand_k / rate(SINR_k))
///
/// More load makes more interference, lower rates and so more load: the right-hand side is monotone, and
/// from load 0 it rises to the least fixed point. Each step goes half the way.
///
/// Source: Siomina, Yuan: Analysis of cell load coupling for LTE network planning and optimization, IEEE
/// Transactions on Wireless Communications 11 (2012).
public struct CellLoad: Hashable, Sendable {
  /// Load of each site, 0…1.
  public let load: [Double]
  /// Demand over what the site carries at these loads; above 1 where it cannot carry it.
  ///
  /// A place without reception asks for infinitely much.
  public let demand: [Double]
  /// Which site serves each place.
  public let server: [Int]
  /// SINR (dB) of each place at these loads.
  public let sinr: [Double]
  /// Steps taken.
  public let steps: Int
  /// Whether the last step moved no load by more than 10⁻⁶.
  public let isSettled: Bool

  /// A place with traffic.
  public struct Place: Hashable, Sendable {
    /// Levels of all sites there, of one resource element.
    public var levels: [DecibelMilliwatts]
    /// What is asked for there.
    public var demand: MegabitsPerSecond

    /// Creates a place.
    public init(levels: [DecibelMilliwatts], demand: MegabitsPerSecond) {
      self.levels = levels
      self.demand = demand
    }
  }

  /// Finds the loads.
  ///
  /// - Parameters:
  ///   - places: Each with a level for each site; the strongest serves, of equals the first.
  ///   - noise: Noise of one resource element.
  ///   - capacity: The same for all sites.
  ///   - most: Steps at most.
  public init(
    places: [Place], noise: DecibelMilliwatts, capacity: NRCapacity, most: Int = 1000
  ) {
    let sites = places.first?.levels.count ?? 0
    precondition(places.allSatisfy { $0.levels.count == sites }, "a level for each site")
    let powers = places.map { $0.levels.map { pow(10, $0.value / 10) } }
    let servers = powers.map { row in
      row.indices.max { row[$0] < row[$1] || row[$0] == row[$1] && $0 > $1 } ?? 0
    }
    let floor = pow(10, noise.value / 10)
    var load = [Double](repeating: 0, count: sites)
    var demand = load
    var sinr = [Double](repeating: 0, count: places.count)
    var steps = 0
    var isSettled = false
    while true {
      demand = [Double](repeating: 0, count: sites)
      for (index, place) in places.enumerated() where sites > 0 {
        let own = servers[index]
        var interference = floor
        for site in 0..<sites where site != own {
          interference += load[site] * powers[index][site]
        }
        sinr[index] = 10 * log10(powers[index][own] / interference)
        if place.demand > 0 {
          demand[own] += place.demand.value / capacity.rate(sinr: Decibels(sinr[index])).value
        }
      }
      let moved = zip(demand, load).map { abs(min($0, 1) - $1) }.max() ?? 0
      isSettled = moved <= 1e-6
      if isSettled || steps == most { break }
      load = zip(load, demand).map { ($0 + min($1, 1)) / 2 }
      steps += 1
    }
    server = servers
    self.load = load
    self.demand = demand
    self.sinr = sinr
    self.steps = steps
    self.isSettled = isSettled
  }
}
