/// Corners of a polygon in square cells, about one a cell, to find those in a box.
struct CornerIndex {
  private let low: Vector2
  /// Length of a cell's side.
  private let size: Double
  private let columns: Int
  private let rows: Int
  private var cells: [[Int]]

  /// Sorts the corners in; nil when they span no area, or endlessly much.
  init?(_ corners: [Int], at point: (Int) -> Vector2) {
    var (low, high) = (Vector2(repeating: .infinity), Vector2(repeating: -.infinity))
    for corner in corners {
      low = pointwiseMin(low, point(corner))
      high = pointwiseMax(high, point(corner))
    }
    let extent = high - low
    guard extent.x > 0, extent.y > 0, (extent.x * extent.y).isFinite,
      corners.allSatisfy({ point($0).x.isFinite && point($0).y.isFinite })
    else { return nil }
    // A cell each for all corners, but no more cells along a narrow polygon than corners.
    let share = (extent.x * extent.y / Double(corners.count)).squareRoot()
    size = max(share, max(extent.x, extent.y) / Double(corners.count))
    columns = Int(extent.x / size) + 1
    rows = Int(extent.y / size) + 1
    self.low = low
    cells = Array(repeating: [], count: columns * rows)
    for corner in corners {
      let (column, row) = place(point(corner))
      cells[row * columns + column].append(corner)
    }
  }

  /// Takes a corner out that is at `point`.
  mutating func remove(_ corner: Int, at point: Vector2) {
    let (column, row) = place(point)
    let cell = row * columns + column
    if let index = cells[cell].firstIndex(of: corner) { cells[cell].remove(at: index) }
  }

  /// Whether some corner in the cells that a box touches fits.
  func contains(from low: Vector2, to high: Vector2, where fits: (Int) -> Bool) -> Bool {
    let (first, last) = (place(low), place(high))
    for row in first.row...last.row {
      for column in first.column...last.column {
        if cells[row * columns + column].contains(where: fits) { return true }
      }
    }
    return false
  }

  private func place(_ point: Vector2) -> (column: Int, row: Int) {
    let steps = (point - low) / size
    // Rounding may lead past the last cell.
    return (min(max(Int(steps.x), 0), columns - 1), min(max(Int(steps.y), 0), rows - 1))
  }
}
