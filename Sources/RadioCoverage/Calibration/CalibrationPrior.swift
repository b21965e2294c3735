/// What is believed of a model before a survey is seen: means and standard deviations.
///
/// A survey of few links or of few walls then moves the model little, and one of many links moves it
/// to what was measured.
public struct CalibrationPrior: Hashable, Sendable {
  /// A believed value and how far it may be off.
  public struct Belief: Hashable, Sendable {
    /// The value believed.
    public var mean: Double
    /// Its standard deviation; positive.
    public var deviation: Double

    /// Creates a belief.
    public init(mean: Double, deviation: Double) {
      precondition(deviation > 0, "a belief has a positive deviation")
      self.mean = mean
      self.deviation = deviation
    }
  }

  /// Exponent of the distance: 2 is free space.
  public var exponent: Belief
  /// Loss (dB) of one wall of each material.
  public var losses: [Belief]
  /// Loss (dB) of each metre of furnished room; nil where only distance and walls weaken.
  public var absorption: Belief?
  /// How far (dB) the levels of single transmitters stand from their common one; nil when all are
  /// alike.
  public var transmitterDeviation: Double?
  /// Standard deviation (dB) of a level around the model: small-scale fading and what is not modelled.
  public var residual: Double

  /// Creates a prior.
  public init(
    exponent: Belief, losses: [Belief], absorption: Belief? = nil, transmitterDeviation: Double?,
    residual: Double
  ) {
    self.exponent = exponent
    self.losses = losses
    self.absorption = absorption
    self.transmitterDeviation = transmitterDeviation
    self.residual = residual
  }
}
