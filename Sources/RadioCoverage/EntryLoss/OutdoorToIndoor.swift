import Foundation
public import TwinModel

/// The O2I building penetration loss of TR 38.901, by kind of facade and release.
///
/// PL = PL_b + PL_tw + PL_in + N(0, σ_P²); PL_tw = PL_npi − 10·log Σ p_i·10^(−L_i/10) over the two
/// materials of the facade, L_i = a_i + b_i·f; PL_npi = 5 dB for waves that do not come straight;
/// PL_in = 0.5·d_2D,in. f in GHz, d_2D,in: depth behind the facade in m.
///
/// Use it only where the facade is not known: with its layers, ``LayeredSlab`` has the loss, and
/// PL_npi must not be added to that.
///
/// Source: 3GPP TR 38.901, §7.4.3.1; shares and materials are `seeds/radio/propagation.yaml`.
public struct OutdoorToIndoor: RangedModel, Hashable {
  /// The kind of facade.
  public enum Facade: String, Hashable, Sendable, CaseIterable {
    /// Glass and concrete.
    case low
    /// Low-E glass and concrete.
    case high
    /// Glass and plywood; from release 19, for SMa.
    case lowA = "low-a"
  }

  /// A material's loss: constant + slope·f.
  struct Material: Hashable, Sendable {
    let constant: Double
    let perGigahertz: Double

    func loss(at frequency: Gigahertz) -> Double { constant + perGigahertz * frequency.value }
  }

  /// The kind of facade.
  public let facade: Facade
  /// The release whose numbers are used.
  public let release: Int
  /// σ_P.
  public let sigma: Decibels
  let window: Material
  let wall: Material
  let windowShare: Double
  let notPerpendicular: Decibels
  let insidePerMetre: Double

  /// `o2i-low` and so on.
  public var name: String { "o2i-\(facade.rawValue)" }

  /// PL_tw: loss of the facade by the formula, inside its ranges or not.
  public func facadeLoss(frequency: Gigahertz) -> Decibels {
    let through =
      windowShare * pow(10, -window.loss(at: frequency) / 10)
      + (1 - windowShare) * pow(10, -wall.loss(at: frequency) / 10)
    return Decibels(notPerpendicular.value - 10 * log10(through))
  }

  /// PL_in: loss of the way behind the facade.
  public func insideLoss(depth: Metres) -> Decibels { Decibels(insidePerMetre * depth.value) }

  /// What the model holds for, with the values at hand.
  public func ranges(frequency: Gigahertz, depth: Metres) -> [ModelRange] {
    [
      ModelRange("frequency (GHz)", frequency.value, in: 0.5...100),
      ModelRange("depth behind the facade (m)", depth.value, in: 0...25),
    ]
  }

  /// PL_tw + PL_in: what comes on top of the loss outdoors.
  ///
  /// - Throws: ``RadioError/outOfRange(model:sentence:)`` for the first value that the model does not
  ///   hold for.
  public func loss(frequency: Gigahertz, depth: Metres) throws(RadioError) -> Decibels {
    try check(ranges(frequency: frequency, depth: depth))
    return facadeLoss(frequency: frequency) + insideLoss(depth: depth)
  }
}
