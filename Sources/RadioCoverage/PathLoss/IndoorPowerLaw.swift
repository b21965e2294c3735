import Foundation
public import TwinModel

/// The older indoor loss by power law and floors: L = 20·log f + N·log d + Lf(n) − 28.
///
/// f in MHz, d in m (more than 1), n floors between; Lf(0) = 0, Lf(n) = first + (n − 1)·further. Kept
/// to compare with programs that still use it; ``SiteGeneral`` has replaced it.
///
/// Source: ITU-R P.1238-10, §3; N and Lf are `seeds/radio/propagation.yaml`.
public struct IndoorPowerLaw: RangedModel, Hashable {
  /// The kind of building, such as `office`.
  public let environment: String
  /// N.
  public let coefficient: Double
  /// Loss of the first floor.
  public let firstFloor: Decibels
  /// Loss of every further floor.
  public let furtherFloor: Decibels

  /// The model's name with its environment.
  public var name: String { "p1238-power-law \(environment)" }

  /// The median loss by the formula, inside its ranges or not.
  public func formula(distance: Metres, frequency: Gigahertz, floors: Int) -> Decibels {
    let slabs =
      floors == 0 ? 0 : firstFloor.value + Double(floors - 1) * furtherFloor.value
    return Decibels(
      20 * log10(frequency.value * 1000) + coefficient * log10(distance.value) + slabs - 28)
  }

  /// What the model holds for, with the values at hand.
  public func ranges(distance: Metres, frequency: Gigahertz) -> [ModelRange] {
    [
      ModelRange("distance (m)", distance.value, in: 1...1000),
      ModelRange("frequency (GHz)", frequency.value, in: 0.3...100),
    ]
  }

  /// The median loss through the air and `floors` slabs, not negative.
  ///
  /// - Throws: ``RadioError/outOfRange(model:sentence:)``.
  public func loss(
    distance: Metres, frequency: Gigahertz, floors: Int
  ) throws(RadioError) -> Decibels {
    try check(ranges(distance: distance, frequency: frequency))
    return formula(distance: distance, frequency: frequency, floors: floors)
  }
}
