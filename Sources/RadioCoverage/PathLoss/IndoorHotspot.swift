import Foundation
public import TwinModel

/// InH-Office of TR 38.901.
///
/// LOS: 32.4 + 17.3·log d_3D + 20·log f. NLOS: the greater of LOS and
/// 17.30 + 38.3·log d_3D + 24.9·log f. d_3D in m, f in GHz; σ 3 dB and 8.03 dB.
/// Range: 1 m ≤ d_3D ≤ 150 m, 0.5 to 100 GHz.
///
/// Source: 3GPP TR 38.901 v19.4.0, table 7.4.1-1.
public enum IndoorHotspot: PathLossModel {
  /// `inh`.
  public static var name: String { "inh" }

  /// σ_SF: 3 dB in sight, 8.03 dB out of it.
  public static func shadowSigma(_ condition: SightCondition) -> Decibels {
    Decibels(condition == .los ? 3 : 8.03)
  }

  /// The median loss by the formula, inside its range or not.
  public static func formula(
    _ geometry: LinkGeometry, frequency: Gigahertz, _ condition: SightCondition
  ) -> Decibels {
    let (distance, gigahertz) = (log10(geometry.slantMetres), log10(frequency.value))
    let los = 32.4 + 17.3 * distance + 20 * gigahertz
    guard condition == .nlos else { return Decibels(los) }
    return Decibels(max(los, 17.30 + 38.3 * distance + 24.9 * gigahertz))
  }

  /// What the model holds for.
  public static func ranges(
    _ geometry: LinkGeometry, frequency: Gigahertz
  ) -> [(quantity: String, value: Double, range: ClosedRange<Double>)] {
    [
      ("3D distance (m)", geometry.slantMetres, 1...150),
      ("frequency (GHz)", frequency.value, 0.5...100),
    ]
  }
}
