import Foundation
import TwinModel

/// What UMa and UMi of TR 38.901 share: two slopes in sight, and how often the ends see each other.
///
/// LOS up to d′_BP: a + b·log d_3D + 20·log f; beyond:
/// a + 40·log d_3D + 20·log f − c·log(d′_BP² + (h_BS − h_UT)²).
/// d′_BP = 4·(h_BS − h_E)·(h_UT − h_E)·f_Hz/c₀, h_E = 1 m, held against d_2D. Pr_LOS: 1 up to
/// d_2D = 18 m, then 18/d_2D + e^{−d_2D/decay}·(1 − 18/d_2D). Lengths in m, f in GHz.
///
/// Source: 3GPP TR 38.901 v19.4.0, tables 7.4.1-1 with NOTE 1 and 7.4.2-1.
struct UrbanLoss {
  /// a.
  let constant: Double
  /// b.
  let slope: Double
  /// c.
  let beyond: Double
  /// Of the line of sight (m).
  let decay: Double
  /// h_BS of the standard's scenario (m).
  let usualHeight: Double

  /// LOS (dB).
  func inSight(_ geometry: LinkGeometry, _ frequency: Gigahertz) -> Double {
    let (distance, gigahertz) = (log10(geometry.slantMetres), log10(frequency.value))
    let (base, terminal) = (geometry.baseHeight.value, geometry.terminalHeight.value)
    let breakpoint = 4 * (base - 1) * (terminal - 1) * frequency.value * 1e9 / speedOfLight38901
    let rise = base - terminal
    return geometry.distance.value <= breakpoint
      ? constant + slope * distance + 20 * gigahertz
      : constant + 40 * distance + 20 * gigahertz
        - beyond * log10(breakpoint * breakpoint + rise * rise)
  }

  /// Pr_LOS of a low terminal.
  func sightProbability(_ distance: Metres) -> Double {
    guard distance > 18 else { return 1 }
    let near = 18 / distance.value
    return near + exp(-distance.value / decay) * (1 - near)
  }

  /// What the model holds for.
  func ranges(_ geometry: LinkGeometry, _ frequency: Gigahertz) -> [ModelRange] {
    [
      ModelRange("distance (m)", geometry.distance.value, in: 10...5000),
      ModelRange("terminal height (m)", geometry.terminalHeight.value, in: 1.5...22.5),
      ModelRange("frequency (GHz)", frequency.value, in: 0.5...100),
      ModelRange(
        "base station height (m)", geometry.baseHeight.value, in: usualHeight...usualHeight,
        kind: .usual),
    ]
  }
}
