import Foundation
public import TwinModel

/// The loss of a wave that is bent over one sharp edge.
///
/// ν = h·√(2/λ·(1/d₁ + 1/d₂)): how far the edge stands above the straight line (negative: below), h
/// its height over the line, d₁ and d₂ its distances from the ends, all in m.
/// J(ν) = 6.9 + 20·log(√((ν − 0.1)² + 1) + ν − 0.1) for ν > −0.78, else 0; within 0.13 dB of the
/// Fresnel integral for −0.7 ≤ ν ≤ 5.
///
/// Source: ITU-R P.526-15, §4.1.
public enum KnifeEdge {
  /// J(ν) by the approximation.
  public static func loss(nu: Double) -> Decibels {
    guard nu > -0.78 else { return Decibels(0) }
    let raised = nu - 0.1
    return Decibels(6.9 + 20 * log10((raised * raised + 1).squareRoot() + raised))
  }

  /// J(ν) by the Fresnel integral: −20·log(½·√((1 − C(ν) − S(ν))² + (C(ν) − S(ν))²)).
  ///
  /// In the open (ν below −0.78) it swings by up to 1.4 dB around 0.
  public static func exactLoss(nu: Double) -> Decibels {
    let integral = FresnelIntegral(nu)
    let sum = 1 - integral.cosine - integral.sine
    let difference = integral.cosine - integral.sine
    return Decibels(-20 * log10((sum * sum + difference * difference).squareRoot() / 2))
  }

  /// ν of an edge that stands `height` above the straight line between the ends (negative: below),
  /// `near` from one of them and `far` from the other, both positive.
  public static func nu(
    height: Metres, near: Metres, far: Metres, frequency: Gigahertz
  ) -> Double {
    let wavelength = Physics.speedOfLight / (frequency.value * 1e9)
    return height.value * (2 / wavelength * (1 / near.value + 1 / far.value)).squareRoot()
  }
}
