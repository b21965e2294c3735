import Foundation
import TwinModel

/// The strongest site of each cell, and how it stands against the others and the noise.
///
/// SS-SINR = S / (load·Σ I_j + N): all sites share one carrier, each in use for the share `load` of
/// its resource elements. Of sites of equal level the first serves.
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
    let count = pathLoss.first?.count ?? 0
    let radiated = Float(link.radiatedPerElement.value)
    let noise = pow(10, link.noisePerElement.value / 10)
    var site = [Int](repeating: 0, count: count)
    var rsrp = [Float](repeating: -.infinity, count: count)
    var sum = [Double](repeating: 0, count: count)
    for (index, map) in pathLoss.enumerated() {
      for cell in 0..<count {
        let level = radiated - map[cell]
        sum[cell] += exp(Double(level) * (log(10) / 10))
        if level > rsrp[cell] {
          rsrp[cell] = level
          site[cell] = index
        }
      }
    }
    var sinr = [Float](repeating: -.infinity, count: count)
    for cell in 0..<count {
      let own = exp(Double(rsrp[cell]) * (log(10) / 10))
      let interference = load * max(0, sum[cell] - own)
      sinr[cell] = rsrp[cell] - Float(10 * log10(interference + noise))
    }
    self.site = site
    self.rsrp = rsrp
    self.sinr = sinr
  }
}
