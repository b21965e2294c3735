import Foundation
public import TwinModel

/// What a building's shell costs a wave that comes in, over many buildings of a kind.
///
/// L = 10·log(10^(0.1·A) + 10^(0.1·B) + 10^(0.1·C)), A = Φ⁻¹(P)·σ₁ + μ₁, B = Φ⁻¹(P)·σ₂ + μ₂, C = −3;
/// μ₁ = r + s·log f + t·log² f + 0.212·|θ|, μ₂ = w + x·log f, σ₁ = u + v·log f, σ₂ = y + z·log f.
/// f in GHz, θ: elevation of the path at the facade in degrees, P: share of cases with less loss.
/// Range: 0.08 to 100 GHz.
///
/// Source: ITU-R P.2109-2, §3; r to z are `seeds/radio/propagation.yaml`.
public struct BuildingEntry: RangedModel, Hashable {
  /// The kind of building.
  public enum Building: String, Hashable, Sendable, CaseIterable {
    /// Without metallised glass or foil-backed panels.
    case traditional
    /// With them.
    case thermallyEfficient = "thermally_efficient"
  }

  /// The kind of building.
  public let building: Building
  /// r to z, in order of the alphabet.
  let coefficients: [Double]

  /// `p2109`.
  public var name: String { "p2109" }

  /// The loss by the formula, inside its ranges or not; `probability` is the percent of cases that
  /// lose less, 0 < P < 100, `elevation` that of the path at the facade.
  public func formula(
    frequency: Gigahertz, probability: Double, elevation: Degrees
  ) -> Decibels {
    let gigahertz = log10(frequency.value)
    let c = coefficients
    let deviation = NormalDistribution.quantile(probability / 100)
    let horizontal = c[0] + c[1] * gigahertz + c[2] * gigahertz * gigahertz
    let a = deviation * (c[3] + c[4] * gigahertz) + horizontal + 0.212 * abs(elevation.value)
    let b = deviation * (c[7] + c[8] * gigahertz) + c[5] + c[6] * gigahertz
    return Decibels(10 * log10(pow(10, 0.1 * a) + pow(10, 0.1 * b) + pow(10, -0.3)))
  }

  /// What the model holds for, with the values at hand.
  public func ranges(
    frequency: Gigahertz, probability: Double, elevation: Degrees
  ) -> [ModelRange] {
    [
      ModelRange("frequency (GHz)", frequency.value, in: 0.08...100),
      ModelRange("probability (%)", probability, in: 0.001...99.999),
      ModelRange("elevation (°)", elevation.value, in: -90...90),
    ]
  }

  /// The loss.
  ///
  /// - Throws: ``RadioError/outOfRange(model:sentence:)`` for the first value that the model does not
  ///   hold for.
  public func loss(
    frequency: Gigahertz, probability: Double, elevation: Degrees
  ) throws(RadioError) -> Decibels {
    try check(ranges(frequency: frequency, probability: probability, elevation: elevation))
    return formula(frequency: frequency, probability: probability, elevation: elevation)
  }
}
