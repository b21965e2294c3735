import Foundation

// One place that needs Foundation, so that names like `acos` do not spread through the kernels.

/// The angle whose cosine is `x` (radians); `x` beyond −1 and 1 counts as the border.
func arcCosine(_ x: Double) -> Double { acos(min(max(x, -1), 1)) }

/// The point of the unit circle at `angle` radians.
func unitCirclePoint(_ angle: Double) -> (x: Double, y: Double) { (cos(angle), sin(angle)) }

/// The angle of the point (x, y), from −π to π (radians).
func angleOf(_ x: Double, _ y: Double) -> Double { atan2(y, x) }

/// The tangent of an angle in radians.
func tangent(_ angle: Double) -> Double { tan(angle) }
