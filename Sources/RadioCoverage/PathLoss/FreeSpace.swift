import Foundation
public import TwinModel

/// Free space between isotropic antennas: L = 20·log(4π·d·f/c).
///
/// d in m, f in Hz, c = 299 792 458 m/s. Distances under 1 m count as 1 m: nearer, the far field that
/// the formula describes has not begun.
///
/// Source: ITU-R P.525-4, §2.3.
public enum FreeSpace {
  /// The loss over `distance`, at least 1 m, at `frequency`.
  public static func loss(distance: Metres, frequency: Gigahertz) -> Decibels {
    Decibels(lossDB(at: frequency) + 20 * log10(max(distance.value, 1)))
  }

  /// The loss (dB) at 1 m.
  static func lossDB(at frequency: Gigahertz) -> Double {
    20 * log10(4 * .pi * frequency.value * 1e9 / Physics.speedOfLight)
  }
}
