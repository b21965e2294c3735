import Foundation
public import TwinModel

/// How alike the shadow fading of two places is: R(Δx) = e^{−|Δx|/d_cor}.
///
/// Δx is the distance of the two places in plan, d_cor ``PathLossModel/shadowCorrelationDistance(_:)``.
///
/// Source: 3GPP TR 38.901 v19.4.0, equation 7.4-5.
public enum ShadowCorrelation {
  /// The correlation, 0…1, of two places Δx = `separation` apart; d_cor is positive.
  public static func coefficient(separation: Metres, correlationDistance: Metres) -> Double {
    exp(-abs(separation.value) / correlationDistance.value)
  }
}
