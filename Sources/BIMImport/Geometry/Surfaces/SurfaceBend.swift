import SpatialCore

extension ParametricSurface {
  /// Factors for u and v after which equal steps bend equally far off the surface, in metres where it
  /// bends most.
  ///
  /// Triangles that are compact under these factors are long where the surface is straight, so that a
  /// ruled surface takes strips instead of a grid. Second differences are looked at on a grid over the
  /// parameters from `low` to `high`.
  func bendScale(from low: Vector2, to high: Vector2) -> Vector2 {
    let size = high - low
    guard size.x > 0, size.y > 0 else { return scale }
    let count = 8
    let step = size / Double(count)
    let places = (0...count).map { row in
      (0...count).map { column in
        point(low + Vector2(step.x * Double(column), step.y * Double(row)))
      }
    }
    var bend = Vector2.zero
    for row in 1..<count {
      for column in 1..<count {
        let here = places[row][column]
        let (left, right) = (places[row][column - 1], places[row][column + 1])
        let (below, above) = (places[row - 1][column], places[row + 1][column])
        guard let normal = (right - left).cross(above - below).normalized else { continue }
        bend.x = max(bend.x, abs((left + right - here * 2).dot(normal)))
        bend.y = max(bend.y, abs((below + above - here * 2).dot(normal)))
      }
    }
    // Curvatures of lines along u and v.
    let u = bend.x / (step.x * step.x * scale.x * scale.x)
    let v = bend.y / (step.y * step.y * scale.y * scale.y)
    let most = max(u, v)
    guard most * max(step.x * scale.x, step.y * scale.y) > 1e-9 else { return scale }
    return scale
      * Vector2(
        max((u / most).squareRoot(), SurfacePatch.leastShare),
        max((v / most).squareRoot(), SurfacePatch.leastShare))
  }
}
