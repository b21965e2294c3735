import Foundation
public import TwinModel

/// What one device alone sends up to a site.
///
/// A device puts its power into as many resource blocks as pay: fewer blocks give each a better ratio.
/// Of all halvings of the carrier the best counts:
///
///     rate = share · max over n of layers · B_n · η(P_rx − N_n),  N_n = −174 + 10·log(B_n in Hz) + NF
///
/// and never more than the peak of TS 38.306 of as many blocks. Other devices do not disturb.
///
/// Source: as ``NRCapacity``; TS 38.214, §6.1.2 (allocation of blocks).
public struct NRUplink: Hashable, Sendable {
  /// Modulation and coding.
  public var bound: AttenuatedShannon
  /// Layers.
  public var layers: Int
  /// Bits a symbol of the densest modulation.
  public var bitsPerSymbol: Int
  /// N_RB of the carrier.
  public var resourceBlocks: Int
  /// Subcarrier spacing (Hz).
  public var subcarrierHertz: Double
  /// Share of time of the uplink, 0…1.
  public var share: Double
  /// OH of TS 38.306.
  public var overhead: Double

  /// The rate behind a level.
  ///
  /// - Parameters:
  ///   - level: What the site's receiver has of the device's whole power.
  ///   - noiseFigure: Of the site's receiver.
  /// - Returns: The rate; 0 where nothing arrives.
  public func rate(level: DecibelMilliwatts, noiseFigure: Decibels) -> MegabitsPerSecond {
    var best = 0.0
    var blocks = resourceBlocks
    while blocks >= 1 {
      let hertz = 12 * Double(blocks) * subcarrierHertz
      let noise = -174 + 10 * log10(hertz) + noiseFigure.value
      let sent =
        Double(layers) * hertz / 1e6
        * bound.efficiency(at: Decibels(level.value - noise - 10 * log10(Double(layers))))
      let peak = NRPeakRate(
        layers: layers, bitsPerSymbol: bitsPerSymbol, resourceBlocks: blocks,
        subcarrierKilohertz: Int((subcarrierHertz / 1000).rounded()), overhead: overhead
      ).rate.value
      best = max(best, min(sent, peak))
      blocks /= 2
    }
    return MegabitsPerSecond(share * best)
  }
}
