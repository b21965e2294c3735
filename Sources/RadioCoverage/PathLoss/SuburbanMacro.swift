import Foundation
public import TwinModel

/// SMa of TR 38.901, new in release 19: suburbs with houses, as most schools stand in.
///
/// LOS and NLOS′ as in ``RuralLoss`` with h = 10 m and W = 10 m; NLOS is NLOS′ alone, without a
/// comparison with LOS. σ 4 dB in sight up to d_BP, 6 dB beyond, 8 dB out of sight. Range:
/// 10 m ≤ d_2D ≤ 5 km, 25 m ≤ h_BS ≤ 35 m, 1 m ≤ h_UT ≤ 14 m, 0.5 to 100 GHz.
///
/// Pr_LOS: 1 up to d_2D = 10 m, then e^{−d_2D·(1/k_c + 1/k_r + 1/k_v)} with
/// 1/k = −ln(1 − r)/d_clutter · max(h − h_UT, 0)/(h_BS − h_UT) for commercial buildings (r = 2 %,
/// h = 20 m), houses (18 %, 8 m) and trees (r of ``Vegetation``, 15 m); d_clutter = 30 m. The standard
/// writes the max for houses only; for the others it makes no difference within the range.
///
/// Source: 3GPP TR 38.901 v19.4.0, tables 7.4.1-1, 7.4.2-1, 7.5-6.
public struct SuburbanMacro: PathLossModel {
  /// How many trees there are; only the line of sight depends on it.
  public let vegetation: Vegetation

  /// How many trees stand between.
  public enum Vegetation: String, Hashable, Sendable, CaseIterable {
    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
    case none, sparse, dense

    /// r_vegetation: share of the ground.
    var share: Double {
      switch self {
      case .none: 0
      case .sparse: 0.1
      case .dense: 0.2
      }
    }
  }

  /// Creates the model.
  public init(vegetation: Vegetation = .none) { self.vegetation = vegetation }

  /// `sma`.
  public var name: String { "sma" }
  /// What it describes.
  public var title: String { "SMa" }

  /// The median loss by the formula, inside its ranges or not.
  public func formula(
    _ geometry: LinkGeometry, frequency: Gigahertz, _ condition: SightCondition
  ) -> Decibels {
    let loss = loss(geometry, frequency)
    return Decibels(condition == .los ? loss.inSight : loss.outOfSight)
  }

  /// What the model holds for.
  public func ranges(
    _ geometry: LinkGeometry, frequency: Gigahertz, _ condition: SightCondition
  ) -> [ModelRange] {
    [
      ModelRange("distance (m)", geometry.distance.value, in: 10...5000),
      ModelRange("base station height (m)", geometry.baseHeight.value, in: 25...35),
      ModelRange("terminal height (m)", geometry.terminalHeight.value, in: 1...14),
      ModelRange("frequency (GHz)", frequency.value, in: 0.5...100),
    ]
  }

  /// σ_SF.
  public func shadowSigma(
    _ geometry: LinkGeometry, frequency: Gigahertz, _ condition: SightCondition
  ) -> Decibels {
    Decibels(loss(geometry, frequency).shadowSigma(condition))
  }

  /// d_cor: 40 m in sight, 50 m out of it.
  public func shadowCorrelationDistance(_ condition: SightCondition) -> Metres {
    condition == .los ? 40 : 50
  }

  /// Pr_LOS.
  public func sightProbability(_ geometry: LinkGeometry) -> Double {
    guard geometry.distance > 10 else { return 1 }
    let rise = geometry.baseHeight.value - geometry.terminalHeight.value
    let perMetre = [(0.02, 20.0), (0.18, 8.0), (vegetation.share, 15.0)].map { share, height in
      -log(1 - share) / 30 * max(height - geometry.terminalHeight.value, 0) / rise
    }
    return exp(-geometry.distance.value * perMetre.reduce(0, +))
  }

  private func loss(_ geometry: LinkGeometry, _ frequency: Gigahertz) -> RuralLoss {
    RuralLoss(geometry: geometry, frequency: frequency, buildingHeight: 10, streetWidth: 10)
  }
}
