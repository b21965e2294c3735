import Foundation
public import TwinModel

/// A street with both antennas in sight of each other, at 0.3 to 3 GHz: median and bounds.
///
/// R_bp = 4·h₁·h₂/λ, L_bp = |20·log(λ²/(8π·h₁·h₂))|. Up to R_bp: lower L_bp + 20·log(d/R_bp), upper
/// L_bp + 20 + 25·log(d/R_bp), median L_bp + 6 + 20·log(d/R_bp); beyond, each with 40·log(d/R_bp).
/// d: distance in m; h₁, h₂: heights in m. λ with c = 2.998·10⁸ m/s, the value of the ITU-R's own
/// programs. Range: 0.3 to 3 GHz, up to 1 km.
///
/// Source: ITU-R P.1411-12, §4.1.2, UHF.
public struct StreetCanyon: RangedModel {
  /// Which line of the corridor of losses.
  public enum Line: String, Hashable, Sendable, CaseIterable {
    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
    case median, lower, upper
  }

  /// The line.
  public let line: Line

  /// Creates the model.
  public init(_ line: Line = .median) { self.line = line }

  /// `p1411-uhf`.
  public var name: String { "p1411-uhf" }

  /// The loss by the formula, inside its ranges or not.
  public func formula(
    distance: Metres, heights: (Metres, Metres), frequency: Gigahertz
  ) -> Decibels {
    let wavelength = 2.998e8 / (frequency.value * 1e9)
    let product = heights.0.value * heights.1.value
    let breakpoint = 4 * product / wavelength
    let atBreakpoint = abs(20 * log10(wavelength * wavelength / (8 * .pi * product)))
    let (ratio, isNear) = (log10(distance.value / breakpoint), distance.value <= breakpoint)
    switch line {
    case .median: return Decibels(atBreakpoint + 6 + (isNear ? 20 : 40) * ratio)
    case .lower: return Decibels(atBreakpoint + (isNear ? 20 : 40) * ratio)
    case .upper: return Decibels(atBreakpoint + 20 + (isNear ? 25 : 40) * ratio)
    }
  }

  /// What the model holds for, with the values at hand.
  public func ranges(
    distance: Metres, heights: (Metres, Metres), frequency: Gigahertz
  ) -> [ModelRange] {
    [
      ModelRange("frequency (GHz)", frequency.value, in: 0.3...3),
      ModelRange("distance (m)", distance.value, in: 0.001...1000),
      ModelRange("height of the first antenna (m)", heights.0.value, in: 0.1...100),
      ModelRange("height of the second antenna (m)", heights.1.value, in: 0.1...100),
    ]
  }

  /// The loss.
  ///
  /// - Throws: ``RadioError/outOfRange(model:sentence:)`` for the first value that the model does not
  ///   hold for.
  public func loss(
    distance: Metres, heights: (Metres, Metres), frequency: Gigahertz
  ) throws(RadioError) -> Decibels {
    try check(ranges(distance: distance, heights: heights, frequency: frequency))
    return formula(distance: distance, heights: heights, frequency: frequency)
  }
}
