import Foundation
public import TwinModel

/// The gain of an antenna element by direction.
///
///     A_V = −min(12·((θ − 90°)/θ_3dB)², SLA_V)    θ from the zenith
///     A_H = −min(12·(φ/φ_3dB)², A_max)            φ from the main direction
///     gain = G_max − min(−(A_V + A_H), A_max)
///
/// Source: 3GPP TR 38.901, table 7.3-1.
public struct AntennaPattern: Hashable, Sendable {
  /// φ_3dB: half-power beamwidth across.
  public var horizontal: Degrees
  /// θ_3dB: half-power beamwidth up and down.
  public var vertical: Degrees
  /// A_max: no direction is weaker than this below the main one.
  public var greatestAttenuation: Decibels
  /// SLA_V: the same of the vertical pattern.
  public var sideLobe: Decibels
  /// G_max (dBi).
  public var gain: Decibels

  /// Creates a pattern.
  public init(
    horizontal: Degrees, vertical: Degrees, greatestAttenuation: Decibels, sideLobe: Decibels,
    gain: Decibels
  ) {
    precondition(horizontal > 0 && vertical > 0, "a beam has a width")
    self.horizontal = horizontal
    self.vertical = vertical
    self.greatestAttenuation = greatestAttenuation
    self.sideLobe = sideLobe
    self.gain = gain
  }

  /// Every number as text, for the hash of a study's parameters.
  var fingerprint: String {
    "\(horizontal.value) \(vertical.value) \(greatestAttenuation.value) \(sideLobe.value) "
      + "\(gain.value)"
  }

  /// The gain (dBi) at θ from the antenna's own zenith and φ from its main direction.
  public func gain(zenith: Degrees, azimuth: Degrees) -> Decibels {
    let up = (zenith.value - 90) / vertical.value
    let across = azimuth.value / horizontal.value
    let down = min(12 * up * up, sideLobe.value)
    let aside = min(12 * across * across, greatestAttenuation.value)
    return Decibels(gain.value - min(down + aside, greatestAttenuation.value))
  }
}
