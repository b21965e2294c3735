import Foundation
public import TwinModel

/// The peak rate of one 5G NR carrier.
///
/// 10⁻⁶ · v · Q_m · f · R_max · 12·N_RB/T_s · (1 − OH) Mbit/s, R_max = 948/1024, T_s = 10⁻³/(14·2^μ) s:
/// v layers, Q_m bits a symbol, f scaling (1), μ of the numerology (spacing 15·2^μ kHz), OH share of
/// elements without data. Of a TDD carrier this is the rate while it sends; multiply by its share.
///
/// Source: 3GPP TS 38.306, §4.1.2.
public struct NRPeakRate: Hashable, Sendable {
  /// v: layers, 1 to 8.
  public var layers: Int
  /// Q_m: bits a symbol; 2, 4, 6, 8 or 10.
  public var bitsPerSymbol: Int
  /// N_RB: resource blocks.
  public var resourceBlocks: Int
  /// Subcarrier spacing in kHz: 15·2^μ.
  public var subcarrierKilohertz: Int
  /// OH: share of elements without data, 0…1.
  public var overhead: Double
  /// f: scaling of the device, 0.4 to 1.
  public var scaling: Double

  /// Creates a carrier.
  public init(
    layers: Int, bitsPerSymbol: Int, resourceBlocks: Int, subcarrierKilohertz: Int,
    overhead: Double, scaling: Double = 1
  ) {
    self.layers = layers
    self.bitsPerSymbol = bitsPerSymbol
    self.resourceBlocks = resourceBlocks
    self.subcarrierKilohertz = subcarrierKilohertz
    self.overhead = overhead
    self.scaling = scaling
  }

  /// The rate while the carrier sends.
  public var rate: MegabitsPerSecond {
    // 14 symbols a slot, 1000·spacing/15 slots a second.
    let symbolsPerSecond = 14 * 1000 * Double(subcarrierKilohertz) / 15
    return MegabitsPerSecond(
      1e-6 * Double(layers * bitsPerSymbol) * scaling * 948 / 1024
        * 12 * Double(resourceBlocks) * symbolsPerSecond * (1 - overhead))
  }
}
