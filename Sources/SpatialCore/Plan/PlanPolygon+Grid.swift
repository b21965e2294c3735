package import TwinModel

extension PlanPolygon {
  /// The points of a square grid inside or on the border of the polygon.
  ///
  /// The grid is fixed in the plan, not in the polygon: its points are `spacing · (i + ½)`, so that
  /// the grids of neighbouring rooms line up. A polygon narrower than `spacing` may have none.
  ///
  /// - Parameter spacing: Side of a cell, in millimetres; at least 1.
  /// - Returns: The points row by row from the lowest y, each row by rising x.
  package func gridPoints(spacing: Int64) -> [PlanPoint] {
    let spacing = max(spacing, 1)
    let (low, high) = bounds
    func first(_ least: Int64) -> Int64 {
      let half = spacing / 2
      let (quotient, remainder) = (least - half).quotientAndRemainder(dividingBy: spacing)
      return (remainder > 0 ? quotient + 1 : quotient) * spacing + half
    }
    var points: [PlanPoint] = []
    for y in stride(from: first(low.y), through: high.y, by: Int(spacing)) {
      for x in stride(from: first(low.x), through: high.x, by: Int(spacing))
      where contains(PlanPoint(x, y)) {
        points.append(PlanPoint(x, y))
      }
    }
    return points
  }
}
