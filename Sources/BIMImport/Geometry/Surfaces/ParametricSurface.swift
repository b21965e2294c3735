import SpatialCore

/// A surface as a map from parameters to places, in metres.
protocol ParametricSurface {
  /// The place of the parameters u and v.
  func point(_ parameters: Vector2) -> Vector3
  /// The parameters of the place on the surface next to `point`; `hint` is where to look first.
  func parameters(of point: Vector3, near hint: Vector2?) -> Vector2
  /// After how much of u and of v the surface comes back to itself; 0 for never.
  var periods: Vector2 { get }
  /// About how many metres one unit of u and of v is.
  var scale: Vector2 { get }
  /// The values of v where all u are one place, the lesser first.
  var poles: [Double] { get }
}

extension ParametricSurface {
  var periods: Vector2 { .zero }
  var poles: [Double] { [] }

  /// The parameters nearest to `other` among those that mean the same place as `value`.
  func unwrapped(_ value: Vector2, near other: Vector2) -> Vector2 {
    var result = value
    for axis in 0...1 where periods[axis] > 0 {
      result[axis] += ((other[axis] - value[axis]) / periods[axis]).rounded() * periods[axis]
    }
    return result
  }
}
