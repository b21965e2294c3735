import Foundation
public import TwinModel

/// RMa of TR 38.901.
///
/// LOS and NLOS′ as in ``RuralLoss``; NLOS is the greater of both. σ 4 dB in sight up to d_BP, 6 dB
/// beyond, 8 dB out of sight. Range: 10 m ≤ d_2D ≤ 10 km in sight and 5 km out of it,
/// 10 m ≤ h_BS ≤ 150 m, 1 m ≤ h_UT ≤ 10 m, 5 m ≤ h ≤ 50 m, 5 m ≤ W ≤ 50 m, 0.5 to 30 GHz; the
/// scenario has h_BS = 35 m, h_UT = 1.5 m, h = 5 m, W = 20 m.
///
/// Pr_LOS: 1 up to d_2D = 10 m, then e^{−(d_2D − 10)/1000}.
///
/// Source: 3GPP TR 38.901 v19.4.0, tables 7.4.1-1, 7.4.2-1, 7.5-6.
public struct RuralMacro: PathLossModel {
  /// h: mean height of buildings.
  public let buildingHeight: Metres
  /// W: mean width of streets.
  public let streetWidth: Metres

  /// Creates the model; without parameters, of the standard's scenario.
  public init(buildingHeight: Metres = 5, streetWidth: Metres = 20) {
    self.buildingHeight = buildingHeight
    self.streetWidth = streetWidth
  }

  /// `rma`.
  public var name: String { "rma" }
  /// What it describes.
  public var title: String { "RMa" }

  /// The median loss by the formula, inside its ranges or not.
  public func formula(
    _ geometry: LinkGeometry, frequency: Gigahertz, _ condition: SightCondition
  ) -> Decibels {
    let loss = loss(geometry, frequency)
    return Decibels(condition == .los ? loss.inSight : max(loss.inSight, loss.outOfSight))
  }

  /// What the model holds for.
  public func ranges(
    _ geometry: LinkGeometry, frequency: Gigahertz, _ condition: SightCondition
  ) -> [ModelRange] {
    [
      ModelRange(
        "distance (m)", geometry.distance.value, in: 10...(condition == .los ? 10_000 : 5000)),
      ModelRange("base station height (m)", geometry.baseHeight.value, in: 10...150),
      ModelRange("terminal height (m)", geometry.terminalHeight.value, in: 1...10),
      ModelRange("building height (m)", buildingHeight.value, in: 5...50),
      ModelRange("street width (m)", streetWidth.value, in: 5...50),
      ModelRange("frequency (GHz)", frequency.value, in: 0.5...30),
    ]
  }

  /// σ_SF.
  public func shadowSigma(
    _ geometry: LinkGeometry, frequency: Gigahertz, _ condition: SightCondition
  ) -> Decibels {
    Decibels(loss(geometry, frequency).shadowSigma(condition))
  }

  /// d_cor: 37 m in sight, 120 m out of it.
  public func shadowCorrelationDistance(_ condition: SightCondition) -> Metres {
    condition == .los ? 37 : 120
  }

  /// Pr_LOS.
  public func sightProbability(_ geometry: LinkGeometry) -> Double {
    geometry.distance <= 10 ? 1 : exp(-(geometry.distance.value - 10) / 1000)
  }

  private func loss(_ geometry: LinkGeometry, _ frequency: Gigahertz) -> RuralLoss {
    RuralLoss(
      geometry: geometry, frequency: frequency, buildingHeight: buildingHeight,
      streetWidth: streetWidth)
  }
}
