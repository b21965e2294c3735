import Foundation
import TwinModel

/// The tangent of an angle in degrees.
func tangent(_ degrees: Double) -> Double { tan(degrees * .pi / 180) }

/// 10 to the power of `exponent`.
func power10(_ exponent: Double) -> Double { pow(10, exponent) }

/// A direction of length 10⁶, counter-clockwise from the x axis, in whole numbers.
///
/// What follows from the whole numbers is exact, on any machine, since the rounding hides what
/// libraries of functions differ in.
func direction(_ degrees: Double) -> PlanPoint {
  let angle = degrees * .pi / 180
  return PlanPoint(Int64((cos(angle) * 1e6).rounded()), Int64((sin(angle) * 1e6).rounded()))
}

/// The direction of (x, y) in degrees, counter-clockwise from the x axis.
func degrees(of x: Double, _ y: Double) -> Double { atan2(y, x) * 180 / .pi }
