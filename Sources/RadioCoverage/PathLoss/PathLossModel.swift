public import TwinModel

/// A statistical path loss model of TR 38.901: the median loss of a kind of place, how it scatters,
/// and how often its ends see each other.
///
/// Source: 3GPP TR 38.901 v19.4.0, tables 7.4.1-1 (path loss), 7.4.2-1 (line of sight) and 7.5-6
/// (correlation distance); the values of UMa, UMi, InH, InF and RMa are those of v16 to v18.
public protocol PathLossModel: RangedModel {
  /// What it describes, such as `UMi street canyon`.
  var title: String { get }
  /// The median loss by the formula, inside its ranges or not.
  func formula(
    _ geometry: LinkGeometry, frequency: Gigahertz, _ condition: SightCondition
  ) -> Decibels
  /// What the model holds for, with the values at hand.
  func ranges(
    _ geometry: LinkGeometry, frequency: Gigahertz, _ condition: SightCondition
  ) -> [ModelRange]
  /// σ_SF: standard deviation of the loss around the median.
  func shadowSigma(
    _ geometry: LinkGeometry, frequency: Gigahertz, _ condition: SightCondition
  ) -> Decibels
  /// d_cor: the distance over which the shadow fading keeps 1/e of its correlation.
  func shadowCorrelationDistance(_ condition: SightCondition) -> Metres
  /// Pr_LOS: the probability, 0…1, that the ends see each other; for places without geometry.
  func sightProbability(_ geometry: LinkGeometry) -> Double
  /// What was taken where the standard leaves a choice or draws at random.
  func choices(_ geometry: LinkGeometry, _ condition: SightCondition) -> [String]
}

extension PathLossModel {
  /// The median loss.
  ///
  /// - Throws: ``RadioError/outOfRange(model:sentence:)`` for the first value that the model does not
  ///   hold for.
  public func loss(
    _ geometry: LinkGeometry, frequency: Gigahertz, _ condition: SightCondition
  ) throws(RadioError) -> Decibels {
    try check(ranges(geometry, frequency: frequency, condition))
    return formula(geometry, frequency: frequency, condition)
  }

  /// Nothing is left open.
  public func choices(_ geometry: LinkGeometry, _ condition: SightCondition) -> [String] { [] }
}

/// TR 38.901's own speed of light (NOTE 1 of table 7.4.1-1), in m/s.
let speedOfLight38901 = 3.0e8
