import SpatialCore

/// A surface as a map from parameters to places, in metres.
protocol ParametricSurface {
  /// The place of the parameters u and v.
  func point(_ parameters: Vector2) -> Vector3
  /// The place of the parameters, and how far it moves for one unit of u and of v.
  func tangents(_ parameters: Vector2) -> (place: Vector3, u: Vector3, v: Vector3)
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

  /// By differences over a tenth of a millimetre.
  func tangents(_ parameters: Vector2) -> (place: Vector3, u: Vector3, v: Vector3) {
    let step = Vector2(1e-4, 1e-4) / scale
    let (u, v) = (Vector2(step.x, 0), Vector2(0, step.y))
    return (
      point(parameters), (point(parameters + u) - point(parameters - u)) / (2 * step.x),
      (point(parameters + v) - point(parameters - v)) / (2 * step.y)
    )
  }

  /// The parameters nearest to `other` among those that mean the same place as `value`.
  func unwrapped(_ value: Vector2, near other: Vector2) -> Vector2 {
    var result = value
    for axis in 0...1 where periods[axis] > 0 {
      result[axis] += ((other[axis] - value[axis]) / periods[axis]).rounded() * periods[axis]
    }
    return result
  }
}
