import Foundation
import TwinModel

/// The path loss that RMa and SMa of TR 38.901 share.
///
/// LOS up to d_BP: 20·log(40π·d_3D·f/3) + min(0.03·h^1.72, 10)·log d_3D − min(0.044·h^1.72, 14.77)
/// + 0.002·log h·d_3D; beyond, its value at d_BP and 40·log(d_3D/d_BP) more.
/// NLOS′: 161.04 − 7.1·log W + 7.5·log h − (24.37 − 3.7·(h/h_BS)²)·log h_BS
/// + (43.42 − 3.1·log h_BS)·(log d_3D − 3) + 20·log f − (3.2·(log 11.75·h_UT)² − 4.97).
/// d_BP = 2π·h_BS·h_UT·f_Hz/c, held against d_2D. h: mean height of buildings, W: mean width of
/// streets; lengths in m, f in GHz.
///
/// Source: 3GPP TR 38.901 v19.4.0, table 7.4.1-1 with NOTE 5.
struct RuralLoss {
  let geometry: LinkGeometry
  let frequency: Gigahertz
  let buildingHeight: Metres
  let streetWidth: Metres

  /// d_BP (m).
  var breakpoint: Double {
    2 * .pi * geometry.baseHeight.value * geometry.terminalHeight.value * frequency.value * 1e9
      / speedOfLight38901
  }

  /// LOS (dB).
  var inSight: Double {
    geometry.distance.value <= breakpoint
      ? near(geometry.slantMetres)
      : near(breakpoint) + 40 * log10(geometry.slantMetres / breakpoint)
  }

  /// NLOS′ (dB), before any comparison with LOS.
  var outOfSight: Double {
    let (height, base) = (buildingHeight.value, geometry.baseHeight.value)
    let ratio = height / base
    let terminal = log10(11.75 * geometry.terminalHeight.value)
    return 161.04 - 7.1 * log10(streetWidth.value) + 7.5 * log10(height)
      - (24.37 - 3.7 * ratio * ratio) * log10(base)
      + (43.42 - 3.1 * log10(base)) * (log10(geometry.slantMetres) - 3)
      + 20 * log10(frequency.value) - (3.2 * terminal * terminal - 4.97)
  }

  /// σ_SF (dB): 4 in sight up to d_BP, 6 beyond, 8 out of sight.
  func shadowSigma(_ condition: SightCondition) -> Double {
    guard condition == .los else { return 8 }
    return geometry.distance.value < breakpoint ? 4 : 6
  }

  private func near(_ slant: Double) -> Double {
    let power = pow(buildingHeight.value, 1.72)
    return 20 * log10(40 * .pi * slant * frequency.value / 3)
      + min(0.03 * power, 10) * log10(slant) - min(0.044 * power, 14.77)
      + 0.002 * log10(buildingHeight.value) * slant
  }
}
