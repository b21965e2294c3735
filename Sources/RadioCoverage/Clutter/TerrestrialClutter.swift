import Foundation
public import TwinModel

/// What buildings and trees around a terminal well below them add to a path over land.
///
/// L_l = −2·log(10^(−5·log f − 12.5) + 10^(−16.5)), L_s = 32.98 + 23.9·log d + 3·log f,
/// σ = √((16·10^(−0.2·L_l) + 36·10^(−0.2·L_s))/(10^(−0.2·L_l) + 10^(−0.2·L_s))), and
/// L = −5·log(10^(−0.2·L_l) + 10^(−0.2·L_s)) − σ·Q⁻¹(p); no more than at d = 2 km. f in GHz, d in km,
/// p: share of places with less loss. Range: 0.5 to 67 GHz, 0.25 km and more.
///
/// Source: ITU-R P.2108-1, §3.2.
public struct TerrestrialClutter: RangedModel {
  /// `p2108`.
  public var name: String { "p2108" }

  /// Creates the model.
  public init() {}

  /// The loss by the formula, inside its ranges or not; `distance` is that of the whole path,
  /// `places` the percent of places that lose less, 0 < p < 100.
  public func formula(distance: Metres, frequency: Gigahertz, places: Double) -> Decibels {
    Decibels(min(lossDB(distance.value / 1000, frequency, places), lossDB(2, frequency, places)))
  }

  /// What the model holds for, with the values at hand.
  public func ranges(distance: Metres, frequency: Gigahertz, places: Double) -> [ModelRange] {
    [
      ModelRange("frequency (GHz)", frequency.value, in: 0.5...67),
      ModelRange("distance (km)", distance.value / 1000, in: 0.25...1000),
      ModelRange("share of places (%)", places, in: 0.001...99.999),
    ]
  }

  /// The loss.
  ///
  /// - Throws: ``RadioError/outOfRange(model:sentence:)`` for the first value that the model does not
  ///   hold for.
  public func loss(
    distance: Metres, frequency: Gigahertz, places: Double
  ) throws(RadioError) -> Decibels {
    try check(ranges(distance: distance, frequency: frequency, places: places))
    return formula(distance: distance, frequency: frequency, places: places)
  }

  private func lossDB(_ kilometres: Double, _ frequency: Gigahertz, _ places: Double) -> Double {
    let gigahertz = log10(frequency.value)
    let short = 32.98 + 23.9 * log10(kilometres) + 3 * gigahertz
    let long = -2 * log10(pow(10, -5 * gigahertz - 12.5) + pow(10, -16.5))
    let (shortPower, longPower) = (pow(10, -0.2 * short), pow(10, -0.2 * long))
    let sum = shortPower + longPower
    let sigma = ((16 * longPower + 36 * shortPower) / sum).squareRoot()
    return -5 * log10(sum) + sigma * NormalDistribution.quantile(places / 100)
  }
}
