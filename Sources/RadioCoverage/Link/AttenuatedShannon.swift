import Foundation
public import TwinModel

/// What modulation and coding make of an SINR, layer by layer.
///
///     η = 0                          below the least SINR
///     η = α·log₂(1 + SINR) bit/s/Hz  up to the greatest SINR, and no more beyond
///
/// α (0…1) holds the overhead of reference and control signals.
///
/// Source: 3GPP TR 36.942, annex A.1; TR 38.803, §5.2.7 (its limits as SINR).
public struct AttenuatedShannon: Hashable, Sendable {
  /// α.
  public var alpha: Double
  /// Below it nothing is received.
  public var least: Decibels
  /// Beyond it nothing more is received.
  public var greatest: Decibels

  /// Creates a bound.
  public init(alpha: Double, least: Decibels, greatest: Decibels) {
    self.alpha = alpha
    self.least = least
    self.greatest = greatest
  }

  /// η (bit/s/Hz) of one layer at the SINR of that layer.
  public func efficiency(at sinr: Decibels) -> Double {
    guard sinr >= least else { return 0 }
    return alpha * log2(1 + pow(10, min(sinr, greatest).value / 10))
  }
}
