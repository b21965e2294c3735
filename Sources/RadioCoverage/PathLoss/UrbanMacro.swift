import Foundation
public import TwinModel

/// UMa of TR 38.901.
///
/// LOS up to d′_BP: 28.0 + 22·log d_3D + 20·log f; beyond:
/// 28.0 + 40·log d_3D + 20·log f − 9·log(d′_BP² + (h_BS − h_UT)²).
/// NLOS: the greater of LOS and 13.54 + 39.08·log d_3D + 20·log f − 0.6·(h_UT − 1.5).
/// d′_BP as in ``UrbanMicro`` with h_E = 1 m also for terminals above 13 m, where the report draws
/// h_E at random: a planner's map must not. Distances and heights in m, f in GHz; σ 4 dB and 6 dB.
/// Range: 10 m ≤ d_2D ≤ 5 km, h_BS = 25 m, 1.5 m ≤ h_UT ≤ 22.5 m, 0.5 to 100 GHz.
///
/// Source: 3GPP TR 38.901 v19.4.0, table 7.4.1-1 and NOTE 1.
public enum UrbanMacro: PathLossModel {
  /// `uma`.
  public static var name: String { "uma" }

  /// σ_SF: 4 dB in sight, 6 dB out of it.
  public static func shadowSigma(_ condition: SightCondition) -> Decibels {
    Decibels(condition == .los ? 4 : 6)
  }

  /// The median loss by the formula, inside its range or not.
  public static func formula(
    _ geometry: LinkGeometry, frequency: Gigahertz, _ condition: SightCondition
  ) -> Decibels {
    let (distance, gigahertz) = (log10(geometry.slantMetres), log10(frequency.value))
    let breakpoint = breakpointMetres(geometry, frequency: frequency, environmentHeight: 1)
    let rise = geometry.baseHeight.value - geometry.terminalHeight.value
    let los =
      geometry.distance.value <= breakpoint
      ? 28 + 22 * distance + 20 * gigahertz
      : 28 + 40 * distance + 20 * gigahertz - 9 * log10(breakpoint * breakpoint + rise * rise)
    guard condition == .nlos else { return Decibels(los) }
    let nlos =
      13.54 + 39.08 * distance + 20 * gigahertz - 0.6 * (geometry.terminalHeight.value - 1.5)
    return Decibels(max(los, nlos))
  }

  /// What the model holds for.
  public static func ranges(
    _ geometry: LinkGeometry, frequency: Gigahertz
  ) -> [(quantity: String, value: Double, range: ClosedRange<Double>)] {
    [
      ("distance (m)", geometry.distance.value, 10...5000),
      ("base station height (m)", geometry.baseHeight.value, 25...25),
      ("terminal height (m)", geometry.terminalHeight.value, 1.5...22.5),
      ("frequency (GHz)", frequency.value, 0.5...100),
    ]
  }
}
