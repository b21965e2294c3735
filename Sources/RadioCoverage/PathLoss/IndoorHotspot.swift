import Foundation
public import TwinModel

/// InH-Office of TR 38.901.
///
/// LOS: 32.4 + 17.3·log d_3D + 20·log f. NLOS: the greater of LOS and
/// 17.30 + 38.3·log d_3D + 24.9·log f. d_3D in m, f in GHz; σ 3 dB and 8.03 dB.
/// Range: 1 m ≤ d_3D ≤ 150 m, 0.5 to 100 GHz.
///
/// Pr_LOS of the mixed office: 1 up to d_2D = 1.2 m, e^{−(d_2D − 1.2)/4.7} under 6.5 m, then
/// 0.32·e^{−(d_2D − 6.5)/32.6}; of the open office: 1 up to 5 m, e^{−(d_2D − 5)/70.8} up to 49 m, then
/// 0.54·e^{−(d_2D − 49)/211.7}.
///
/// Source: 3GPP TR 38.901 v19.4.0, tables 7.4.1-1, 7.4.2-1, 7.5-6.
public struct IndoorHotspot: PathLossModel {
  /// How the office is divided; only the line of sight depends on it.
  public let office: Office

  /// How an office is divided.
  public enum Office: String, Hashable, Sendable, CaseIterable {
    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
    case mixed, open
  }

  /// Creates the model.
  public init(_ office: Office = .mixed) { self.office = office }

  /// `inh`.
  public var name: String { office == .mixed ? "inh" : "inh-open" }
  /// What it describes.
  public var title: String { "InH \(office.rawValue) office" }

  /// The median loss by the formula, inside its ranges or not.
  public func formula(
    _ geometry: LinkGeometry, frequency: Gigahertz, _ condition: SightCondition
  ) -> Decibels {
    let (distance, gigahertz) = (log10(geometry.slantMetres), log10(frequency.value))
    let los = 32.4 + 17.3 * distance + 20 * gigahertz
    guard condition == .nlos else { return Decibels(los) }
    return Decibels(max(los, 17.30 + 38.3 * distance + 24.9 * gigahertz))
  }

  /// What the model holds for.
  public func ranges(
    _ geometry: LinkGeometry, frequency: Gigahertz, _ condition: SightCondition
  ) -> [ModelRange] {
    [
      ModelRange("3D distance (m)", geometry.slantMetres, in: 1...150),
      ModelRange("distance (m)", geometry.distance.value, in: 0...150),
      ModelRange("frequency (GHz)", frequency.value, in: 0.5...100),
    ]
  }

  /// σ_SF: 3 dB in sight, 8.03 dB out of it.
  public func shadowSigma(
    _ geometry: LinkGeometry, frequency: Gigahertz, _ condition: SightCondition
  ) -> Decibels {
    Decibels(condition == .los ? 3 : 8.03)
  }

  /// d_cor: 10 m in sight, 6 m out of it.
  public func shadowCorrelationDistance(_ condition: SightCondition) -> Metres {
    condition == .los ? 10 : 6
  }

  /// Pr_LOS.
  public func sightProbability(_ geometry: LinkGeometry) -> Double {
    let distance = geometry.distance.value
    switch office {
    case .mixed:
      if distance <= 1.2 { return 1 }
      return distance < 6.5
        ? exp(-(distance - 1.2) / 4.7) : 0.32 * exp(-(distance - 6.5) / 32.6)
    case .open:
      if distance <= 5 { return 1 }
      return distance <= 49
        ? exp(-(distance - 5) / 70.8) : 0.54 * exp(-(distance - 49) / 211.7)
    }
  }
}
