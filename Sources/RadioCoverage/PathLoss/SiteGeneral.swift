import Foundation
public import TwinModel

/// A site-general loss: L = 10·α·log d + β + 10·γ·log f, d in m through the air, f in GHz.
///
/// Source: ITU-R P.1238-11 and -13, §3.1 (indoors); P.1411-12, §4.1.1 (streets) and §4.2.1 (over
/// roofs); the rows are `seeds/radio/propagation.yaml`.
public struct SiteGeneral: RangedModel, Hashable {
  /// The recommendation and case, such as `p1411-street`.
  public let model: String
  /// The edition of the recommendation that the row stands in.
  public let edition: Int
  /// The kind of place, such as `office`.
  public let environment: String
  /// Whether the ends see each other.
  public let condition: SightCondition
  /// α.
  public let alpha: Double
  /// β.
  public let beta: Double
  /// γ.
  public let gamma: Double
  /// σ: standard deviation around the median.
  public let shadowSigma: Decibels
  /// The frequencies that the row holds for; nil when it was found without.
  public let frequencies: ClosedRange<Gigahertz>?
  /// The distances that the row holds for; nil when it was found without.
  public let distances: ClosedRange<Metres>?
  /// Where the row stands.
  public let source: String
  /// Whether the row was compared with a second source.
  public let isVerified: Bool

  /// The model's name with its environment.
  public var name: String { "\(model) \(environment)" }

  /// The median loss by the formula, inside its ranges or not.
  public func formula(distance: Metres, frequency: Gigahertz) -> Decibels {
    Decibels(10 * alpha * log10(distance.value) + beta + 10 * gamma * log10(frequency.value))
  }

  /// What the row holds for, with the values at hand.
  public func ranges(distance: Metres, frequency: Gigahertz) -> [ModelRange] {
    var ranges: [ModelRange] = []
    if let distances {
      ranges.append(
        ModelRange(
          "distance (m)", distance.value,
          in: distances.lowerBound.value...distances.upperBound.value))
    }
    if let frequencies {
      ranges.append(
        ModelRange(
          "frequency (GHz)", frequency.value,
          in: frequencies.lowerBound.value...frequencies.upperBound.value))
    }
    return ranges
  }

  /// The median loss.
  ///
  /// - Throws: ``RadioError/outOfRange(model:sentence:)`` for the first value that the row does not
  ///   hold for.
  public func loss(distance: Metres, frequency: Gigahertz) throws(RadioError) -> Decibels {
    try check(ranges(distance: distance, frequency: frequency))
    return formula(distance: distance, frequency: frequency)
  }
}
