import Foundation
public import TwinModel

/// A building material as ITU-R P.2040 describes it.
///
/// Relative permittivity ε′ = a·f^b and conductivity σ = c·f^d (S/m) with f in GHz; the complex
/// permittivity is η = ε′ − j·σ/(2π·f·ε₀).
///
/// Source: ITU-R P.2040-4, §2.1.4 and table 3; the rows are `seeds/radio/materials.yaml`.
public struct RadioMaterial: Hashable, Sendable {
  /// The name in the seeds, such as `concrete`.
  public let name: String
  /// Permittivity at 1 GHz.
  public let a: Double
  /// Exponent of the permittivity.
  public let b: Double
  /// Conductivity at 1 GHz, in S/m.
  public let c: Double
  /// Exponent of the conductivity.
  public let d: Double
  /// Frequencies that the row holds for.
  public let validity: ClosedRange<Gigahertz>

  /// Creates a material from its row.
  public init(
    name: String, a: Double, b: Double, c: Double, d: Double, validity: ClosedRange<Gigahertz>
  ) {
    self.name = name
    self.a = a
    self.b = b
    self.c = c
    self.d = d
    self.validity = validity
  }

  /// Relative permittivity at `frequency`, clamped to ``validity``.
  package func relativePermittivity(at frequency: Gigahertz) -> Double {
    a * pow(clamped(frequency), b)
  }

  /// Conductivity (S/m) at `frequency`, clamped to ``validity``.
  package func conductivity(at frequency: Gigahertz) -> Double { c * pow(clamped(frequency), d) }

  /// The complex permittivity η; a and c are taken at the nearest frequency of ``validity``.
  func permittivity(at frequency: Gigahertz) -> Complex {
    let omega = 2 * Double.pi * frequency.value * 1e9
    return Complex(
      relativePermittivity(at: frequency),
      -conductivity(at: frequency) / (omega * Physics.vacuumPermittivity))
  }

  private func clamped(_ frequency: Gigahertz) -> Double {
    min(max(frequency, validity.lowerBound), validity.upperBound).value
  }
}
