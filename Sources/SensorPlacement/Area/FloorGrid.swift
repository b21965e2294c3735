import TwinModel

/// Lines across an area that no two cells are wider than a step apart, through its corners where
/// they are few, so that walls parallel to the axes never cut a cell.
struct FloorGrid {
  let xs: [Int64]
  let ys: [Int64]

  /// Corners on more lines than this are taken for a curve and get none of their own.
  private static let mostCornerLines = 24

  /// Lays lines over `area`, `step` millimetres apart at most.
  init(_ area: DetectionArea, step: Int64) {
    let box = area.outline.bounds
    let corners = area.edges.map(\.start)
    xs = Self.lines(corners.map(\.x), box.min.x, box.max.x, step)
    ys = Self.lines(corners.map(\.y), box.min.y, box.max.y, step)
  }

  private static func lines(
    _ corners: [Int64], _ low: Int64, _ high: Int64, _ step: Int64
  ) -> [Int64] {
    var fixed = Set(corners.filter { $0 > low && $0 < high }).sorted()
    if fixed.count > mostCornerLines { fixed = [] }
    var result = [low]
    for end in fixed + [high] {
      let start = result[result.count - 1]
      let parts = max(1, (end - start + step - 1) / step)
      for part in stride(from: Int64(1), through: parts, by: 1) {
        result.append(start + (end - start) * part / parts)
      }
    }
    return result
  }

  /// The cells, row by row from below.
  var cells: [PlanCell] {
    zip(ys, ys.dropFirst()).flatMap { y in
      zip(xs, xs.dropFirst()).compactMap { x in
        x.0 < x.1 && y.0 < y.1
          ? PlanCell(min: PlanPoint(x.0, y.0), max: PlanPoint(x.1, y.1)) : nil
      }
    }
  }

  /// Where lines cross, row by row from below.
  var points: [PlanPoint] { ys.flatMap { y in xs.map { x in PlanPoint(x, y) } } }
}
