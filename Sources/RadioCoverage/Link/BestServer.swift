import Foundation
public import TwinModel

/// The strongest site of each cell, and how it stands against the others and the noise.
///
/// SS-SINR = S / (Σ load_j·I_j + N): all sites share one carrier, each in use for the share `load` of its
/// resource elements. Of sites of equal level the first serves.
public struct BestServer: Hashable, Sendable {
  /// Index of the serving site, cell by cell.
  public let site: [Int]
  /// SS-RSRP of the serving site (dBm), cell by cell.
  public let rsrp: [Float]
  /// SS-SINR of the serving site (dB), cell by cell.
  public let sinr: [Float]

  /// Finds the servers.
  ///
  /// - Parameters:
  ///   - pathLoss: One map (dB) for each site, all of one size; at least one.
  ///   - link: The same for all sites.
  ///   - load: Share of resource elements in use at the other sites, 0…1.
  public init(pathLoss: [[Float]], link: NRLink, load: Double) {
    let radiated = Float(link.radiatedPerElement.value)
    self.init(
      levels: pathLoss.map { $0.map { radiated - $0 } }, noise: link.noisePerElement,
      load: [Double](repeating: load, count: pathLoss.count))
  }

  /// Finds the servers.
  ///
  /// - Parameters:
  ///   - levels: One map (dBm, one resource element) for each site, all of one size; at least one.
  ///   - noise: Noise of one resource element.
  ///   - load: Share of resource elements in use at each site, 0…1.
  public init(levels: [[Float]], noise: DecibelMilliwatts, load: [Double]) {
    precondition(levels.count == load.count, "a load for each site")
    let count = levels.first?.count ?? 0
    let noise = pow(10, noise.value / 10)
    var site = [Int](repeating: 0, count: count)
    var rsrp = [Float](repeating: -.infinity, count: count)
    var sum = [Double](repeating: 0, count: count)
    var own = sum
    for (index, map) in levels.enumerated() {
      for cell in 0..<count {
        let level = map[cell]
        let power = load[index] * exp(Double(level) * (log(10) / 10))
        sum[cell] += power
        if level > rsrp[cell] {
          rsrp[cell] = level
          own[cell] = power
          site[cell] = index
        }
      }
    }
    var sinr = [Float](repeating: -.infinity, count: count)
    for cell in 0..<count {
      let interference = max(0, sum[cell] - own[cell])
      sinr[cell] = rsrp[cell] - Float(10 * log10(interference + noise))
    }
    self.site = site
    self.rsrp = rsrp
    self.sinr = sinr
  }
}
