/// One measured level of a survey.
public struct SurveyLink: Hashable, Sendable {
  /// Name of the transmitter.
  public let transmitter: String
  /// Length of the link in m; below 1 m counts as 1 m.
  public let distance: Double
  /// How many walls of each material lie on the straight way, in the order of
  /// ``CalibrationPrior/losses``; fractions are allowed.
  public let crossings: [Double]
  /// Mean level (dBm).
  public let level: Double

  /// Creates a link.
  public init(transmitter: String, distance: Double, crossings: [Double], level: Double) {
    self.transmitter = transmitter
    self.distance = distance
    self.crossings = crossings
    self.level = level
  }
}
