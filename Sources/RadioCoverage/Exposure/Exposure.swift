import Foundation
public import TwinModel

/// The power density of radio waves at a place.
///
/// S = EIRP·4π/(λ²·10^(PL/10)): an isotropic antenna of aperture λ²/4π receives EIRP − PL there. In free
/// space that is EIRP/(4π·d²). Sites send all the time with full power, and their densities add.
///
/// Source: ITU-T K.52, appendix IV (far field); GB 8702-2014, §4.1 (sum of shares of the limits).
public enum Exposure {
  /// Power density (W/m²) behind a path loss.
  public static func powerDensity(
    radiated: DecibelMilliwatts, pathLoss: Decibels, frequency: Gigahertz
  ) -> Double {
    let wavelength = Physics.speedOfLight / (frequency.value * 1e9)
    let watts = pow(10, (radiated.value - pathLoss.value - 30) / 10)
    return watts * 4 * .pi / (wavelength * wavelength)
  }

  /// Shares of a limit, cell by cell: 1 is the limit.
  ///
  /// - Parameters:
  ///   - levels: What an isotropic antenna has (dBm, whole carrier), one map for each site, all of one
  ///     size.
  ///   - frequency: Carrier, the same of all sites.
  ///   - limit: W/m².
  /// - Returns: One share for each cell.
  public static func shares(
    levels: [[Float]], frequency: Gigahertz, limit: Double
  ) -> [Double] {
    // What is received without loss is what is radiated.
    shares(
      pathLoss: levels.map { $0.map { -$0 } }, radiated: DecibelMilliwatts(0),
      frequency: frequency, limit: limit)
  }

  /// Shares of a limit, cell by cell: 1 is the limit.
  ///
  /// - Parameters:
  ///   - pathLoss: One map (dB) for each site, all of one size.
  ///   - radiated: EIRP of the whole carrier, the same of all sites.
  ///   - frequency: Carrier, the same of all sites.
  ///   - limit: W/m².
  /// - Returns: One share for each cell.
  public static func shares(
    pathLoss: [[Float]], radiated: DecibelMilliwatts, frequency: Gigahertz, limit: Double
  ) -> [Double] {
    var shares = [Double](repeating: 0, count: pathLoss.first?.count ?? 0)
    for map in pathLoss {
      for cell in shares.indices {
        shares[cell] +=
          powerDensity(
            radiated: radiated, pathLoss: Decibels(Double(map[cell])), frequency: frequency)
          / limit
      }
    }
    return shares
  }
}
