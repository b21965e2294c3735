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

  /// Creates the model.
  public init() {}

  /// The median loss by the formula, inside its ranges or not.
  public func formula(
    _ geometry: LinkGeometry, frequency: Gigahertz, _ condition: SightCondition
  ) -> Decibels {
    let (distance, gigahertz) = (log10(geometry.slantMetres), log10(frequency.value))
    let breakpoint = breakpointMetres(geometry, frequency: frequency, environmentHeight: 1)
    let rise = geometry.baseHeight.value - geometry.terminalHeight.value
    let los =
      geometry.distance.value <= breakpoint
      ? 32.4 + 21 * distance + 20 * gigahertz
      : 32.4 + 40 * distance + 20 * gigahertz - 9.5 * log10(breakpoint * breakpoint + rise * rise)
    guard condition == .nlos else { return Decibels(los) }
    let nlos =
      22.4 + 35.3 * distance + 21.3 * gigahertz - 0.3 * (geometry.terminalHeight.value - 1.5)
    return Decibels(max(los, nlos))
  }

  /// What the model holds for.
  public func ranges(
    _ geometry: LinkGeometry, frequency: Gigahertz, _ condition: SightCondition
  ) -> [ModelRange] {
    [
      ModelRange("distance (m)", geometry.distance.value, in: 10...5000),
      ModelRange("terminal height (m)", geometry.terminalHeight.value, in: 1.5...22.5),
      ModelRange("frequency (GHz)", frequency.value, in: 0.5...100),
      ModelRange("base station height (m)", geometry.baseHeight.value, in: 10...10, kind: .usual),
    ]
  }

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
    streetSightProbability(geometry.distance, decay: 36)
  }
}

/// d′_BP (m) = 4·(h_BS − h_E)·(h_UT − h_E)·f/c: where the ground's reflection begins to cancel.
func breakpointMetres(
  _ geometry: LinkGeometry, frequency: Gigahertz, environmentHeight: Double
) -> Double {
  4 * (geometry.baseHeight.value - environmentHeight)
    * (geometry.terminalHeight.value - environmentHeight) * frequency.value * 1e9
    / speedOfLight38901
}

/// 1 up to 18 m, then 18/d + e^{−d/decay}·(1 − 18/d), d in m.
func streetSightProbability(_ distance: Metres, decay: Double) -> Double {
  guard distance > 18 else { return 1 }
  let near = 18 / distance.value
  return near + exp(-distance.value / decay) * (1 - near)
}
