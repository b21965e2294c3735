public import TwinModel

/// Square cells over a rectangle of the plan, row by row from the lowest y.
public struct CellGrid: Hashable, Sendable {
  /// Lower left corner, in local metres.
  public let origin: Point2
  /// Side of a cell.
  public let cell: Metres
  /// Cells along x.
  public let columns: Int
  /// Cells along y.
  public let rows: Int

  /// Creates a grid.
  public init(origin: Point2, cell: Metres, columns: Int, rows: Int) {
    precondition(cell > 0 && columns >= 0 && rows >= 0, "a grid has cells of positive size")
    self.origin = origin
    self.cell = cell
    self.columns = columns
    self.rows = rows
  }

  /// How many cells there are.
  public var count: Int { columns * rows }

  /// The centre of a cell, in local metres.
  public func centre(column: Int, row: Int) -> Point2 {
    Point2(
      origin.x + (Double(column) + 0.5) * cell.value, origin.y + (Double(row) + 0.5) * cell.value)
  }
}
