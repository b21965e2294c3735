import TwinModel

/// An axis-parallel rectangle of floor, in whole millimetres.
struct PlanCell: Hashable {
  let min: PlanPoint
  let max: PlanPoint

  /// The corners, counter-clockwise.
  var corners: [PlanPoint] {
    [min, PlanPoint(max.x, min.y), max, PlanPoint(min.x, max.y)]
  }

  /// The point in the middle, rounded down to the millimetre.
  var centre: PlanPoint { PlanPoint((min.x + max.x) / 2, (min.y + max.y) / 2) }

  /// The longer side, in millimetres.
  var size: Int64 { Swift.max(max.x - min.x, max.y - min.y) }

  /// Area in m².
  var area: Double { Double((max.x - min.x) * (max.y - min.y)) / 1e6 }

  /// Square of the distance from `point` to the farthest corner (mm²).
  func farthestSquare(from point: PlanPoint) -> Int64 {
    let dx = Swift.max(abs(point.x - min.x), abs(point.x - max.x))
    let dy = Swift.max(abs(point.y - min.y), abs(point.y - max.y))
    return dx * dx + dy * dy
  }

  /// The cell cut in four, or in two when one side is a single millimetre.
  var parts: [PlanCell] {
    let middle = centre
    let xs = middle.x > min.x ? [min.x, middle.x, max.x] : [min.x, max.x]
    let ys = middle.y > min.y ? [min.y, middle.y, max.y] : [min.y, max.y]
    return zip(ys, ys.dropFirst()).flatMap { y in
      zip(xs, xs.dropFirst()).map { x in
        PlanCell(min: PlanPoint(x.0, y.0), max: PlanPoint(x.1, y.1))
      }
    }
  }

  /// The convex hull of the cell and a point, counter-clockwise without straight corners.
  func hull(with point: PlanPoint) -> [PlanPoint] {
    let sorted = (corners + [point]).sorted()
    func chain(_ points: [PlanPoint]) -> [PlanPoint] {
      var result: [PlanPoint] = []
      for next in points {
        while result.count > 1,
          orientation(result[result.count - 2], result[result.count - 1], next) <= 0
        {
          result.removeLast()
        }
        result.append(next)
      }
      return result.dropLast()
    }
    return chain(sorted) + chain(sorted.reversed())
  }
}
