import Foundation
public import TwinModel

/// UMi street canyon of TR 38.901.
///
/// LOS up to d′_BP: 32.4 + 21·log d_3D + 20·log f; beyond:
/// 32.4 + 40·log d_3D + 20·log f − 9.5·log(d′_BP² + (h_BS − h_UT)²).
/// NLOS: the greater of LOS and 22.4 + 35.3·log d_3D + 21.3·log f − 0.3·(h_UT − 1.5).
/// d′_BP = 4·(h_BS − 1)·(h_UT − 1)·f_Hz/c. Distances and heights in m, f in GHz; σ 4 dB and 7.82 dB.
/// Range: 10 m ≤ d_2D ≤ 5 km, 1.5 m ≤ h_UT ≤ 22.5 m, 0.5 to 100 GHz; the scenario has h_BS = 10 m.
///
/// Pr_LOS: 1 up to d_2D = 18 m, then 18/d_2D + e^{−d_2D/36}·(1 − 18/d_2D).
///
/// Source: 3GPP TR 38.901 v19.4.0, tables 7.4.1-1 with NOTE 1, 7.4.2-1, 7.5-6.
public struct UrbanMicro: PathLossModel {
  /// `umi`.
  public var name: String { "umi" }
  /// What it describes.
  public var title: String { "UMi street canyon" }

  private let street = UrbanLoss(
    constant: 32.4, slope: 21, beyond: 9.5, decay: 36, usualHeight: 10)

  /// Creates the model.
  public init() {}

  /// The median loss by the formula, inside its ranges or not.
  public func formula(
    _ geometry: LinkGeometry, frequency: Gigahertz, _ condition: SightCondition
  ) -> Decibels {
    let los = street.inSight(geometry, frequency)
    guard condition == .nlos else { return Decibels(los) }
    let nlos =
      22.4 + 35.3 * log10(geometry.slantMetres) + 21.3 * log10(frequency.value)
      - 0.3 * (geometry.terminalHeight.value - 1.5)
    return Decibels(max(los, nlos))
  }

  /// What the model holds for.
  public func ranges(
    _ geometry: LinkGeometry, frequency: Gigahertz, _ condition: SightCondition
  ) -> [ModelRange] { street.ranges(geometry, frequency) }

  /// σ_SF: 4 dB in sight, 7.82 dB out of it.
  public func shadowSigma(
    _ geometry: LinkGeometry, frequency: Gigahertz, _ condition: SightCondition
  ) -> Decibels {
    Decibels(condition == .los ? 4 : 7.82)
  }

  /// d_cor: 10 m in sight, 13 m out of it.
  public func shadowCorrelationDistance(_ condition: SightCondition) -> Metres {
    condition == .los ? 10 : 13
  }

  /// Pr_LOS.
  public func sightProbability(_ geometry: LinkGeometry) -> Double {
    street.sightProbability(geometry.distance)
  }
}
