import Foundation
public import TwinModel

/// UMa of TR 38.901.
///
/// LOS up to d′_BP: 28.0 + 22·log d_3D + 20·log f; beyond:
/// 28.0 + 40·log d_3D + 20·log f − 9·log(d′_BP² + (h_BS − h_UT)²).
/// NLOS: the greater of LOS and 13.54 + 39.08·log d_3D + 20·log f − 0.6·(h_UT − 1.5).
/// d′_BP as in ``UrbanMicro`` with h_E = 1 m also for terminals of 13 m and above, where the report
/// draws h_E at random: a planner's map must not. Distances and heights in m, f in GHz; σ 4 dB and
/// 6 dB. Range: 10 m ≤ d_2D ≤ 5 km, 1.5 m ≤ h_UT ≤ 22.5 m, 0.5 to 100 GHz; the scenario has
/// h_BS = 25 m.
///
/// Pr_LOS: 1 up to d_2D = 18 m, then (18/d_2D + e^{−d_2D/63}·(1 − 18/d_2D)) ·
/// (1 + C′·1.25·(d_2D/100)³·e^{−d_2D/150}), C′ = 0 up to h_UT = 13 m, else ((h_UT − 13)/10)^1.5.
///
/// Source: 3GPP TR 38.901 v19.4.0, tables 7.4.1-1 with NOTE 1, 7.4.2-1, 7.5-6.
public struct UrbanMacro: PathLossModel {
  /// `uma`.
  public var name: String { "uma" }
  /// What it describes.
  public var title: String { "UMa" }

  private let street = UrbanLoss(
    constant: 28, slope: 22, beyond: 9, decay: 63, usualHeight: 25)

  /// Creates the model.
  public init() {}

  /// The median loss by the formula, inside its ranges or not.
  public func formula(
    _ geometry: LinkGeometry, frequency: Gigahertz, _ condition: SightCondition
  ) -> Decibels {
    let los = street.inSight(geometry, frequency)
    guard condition == .nlos else { return Decibels(los) }
    let nlos =
      13.54 + 39.08 * log10(geometry.slantMetres) + 20 * log10(frequency.value)
      - 0.6 * (geometry.terminalHeight.value - 1.5)
    return Decibels(max(los, nlos))
  }

  /// What the model holds for.
  public func ranges(
    _ geometry: LinkGeometry, frequency: Gigahertz, _ condition: SightCondition
  ) -> [ModelRange] { street.ranges(geometry, frequency) }

  /// σ_SF: 4 dB in sight, 6 dB out of it.
  public func shadowSigma(
    _ geometry: LinkGeometry, frequency: Gigahertz, _ condition: SightCondition
  ) -> Decibels {
    Decibels(condition == .los ? 4 : 6)
  }

  /// d_cor: 37 m in sight, 50 m out of it.
  public func shadowCorrelationDistance(_ condition: SightCondition) -> Metres {
    condition == .los ? 37 : 50
  }

  /// Pr_LOS.
  public func sightProbability(_ geometry: LinkGeometry) -> Double {
    let distance = geometry.distance
    guard distance > 18 else { return 1 }
    let above = max(geometry.terminalHeight.value - 13, 0) / 10
    let (hundreds, decay) = (distance.value / 100, exp(-distance.value / 150))
    return street.sightProbability(distance)
      * (1 + pow(above, 1.5) * 1.25 * hundreds * hundreds * hundreds * decay)
  }

  /// h_E of high terminals.
  public func choices(_ geometry: LinkGeometry, _ condition: SightCondition) -> [String] {
    geometry.terminalHeight >= 13
      ? ["the environment height is 1 m; the standard draws it at random from 13 m upwards"] : []
  }
}
