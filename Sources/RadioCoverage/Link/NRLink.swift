import Foundation
public import TwinModel

/// The levels of a 5G NR downlink by resource element.
///
/// SS-RSRP = P − 10·log(12·N_RB) + G − L_cable − PL: the power of the whole carrier spread evenly over
/// its resource elements. Noise of one element: −174 + 10·log(Δf) + NF, Δf in Hz, at 290 K.
///
/// Source: TS 38.215 v17, §5.1.1 (SS-RSRP), §5.1.5 (SS-SINR); TS 38.101-1 table 5.3.2-1 (N_RB).
public struct NRLink: Hashable, Sendable {
  /// Power of the whole carrier at the transmitter.
  public var power: DecibelMilliwatts
  /// Gain of the site's antenna, the same in all directions.
  public var antennaGain: Decibels
  /// Loss between transmitter and antenna.
  public var cableLoss: Decibels
  /// N_RB: resource blocks of the carrier.
  public var resourceBlocks: Int
  /// Δf, in Hz.
  public var subcarrierHertz: Double
  /// Noise figure of the receiver.
  public var noiseFigure: Decibels

  /// Creates a link; `resourceBlocks` is at least 1, `subcarrierHertz` positive.
  public init(
    power: DecibelMilliwatts, antennaGain: Decibels, cableLoss: Decibels, resourceBlocks: Int,
    subcarrierHertz: Double, noiseFigure: Decibels
  ) {
    self.power = power
    self.antennaGain = antennaGain
    self.cableLoss = cableLoss
    self.resourceBlocks = resourceBlocks
    self.subcarrierHertz = subcarrierHertz
    self.noiseFigure = noiseFigure
  }

  /// Radiated power of one resource element.
  public var radiatedPerElement: DecibelMilliwatts {
    DecibelMilliwatts(
      power.value - 10 * log10(12 * Double(resourceBlocks)) + antennaGain.value - cableLoss.value)
  }

  /// Noise in one resource element.
  public var noisePerElement: DecibelMilliwatts {
    DecibelMilliwatts(-174 + 10 * log10(subcarrierHertz) + noiseFigure.value)
  }
}
