public import TwinModel

/// How much a median level must be above a threshold so that it is reached with a probability.
///
/// The truth scatters around the map with the standard deviation σ (dB), so P = Q((threshold − median)/σ),
/// and the margin is σ·Φ⁻¹(P).
///
/// Source: log-normal shadowing, e.g. 3GPP TR 38.901, §7.4.4.
public enum ShadowMargin {
  /// The margin for a probability between 0 and 1, without these.
  public static func margin(probability: Double, sigma: Decibels) -> Decibels {
    precondition(probability > 0 && probability < 1, "a probability between 0 and 1")
    return Decibels(sigma.value * NormalDistribution.quantile(probability))
  }

  /// The probability (0…1) that a median level reaches the threshold.
  public static func probability(
    median: DecibelMilliwatts, threshold: DecibelMilliwatts, sigma: Decibels
  ) -> Double {
    upperTail((threshold.value - median.value) / sigma.value)
  }
}
