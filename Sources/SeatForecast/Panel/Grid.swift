/// A table of rows (schools or districts) by columns (grades).
struct Grid<Element> {
  /// How many rows and columns.
  let rows: Int, columns: Int
  private var values: [Element]

  /// Creates a table that is the same everywhere.
  init(rows: Int, columns: Int, repeating value: Element) {
    self.rows = rows
    self.columns = columns
    values = [Element](repeating: value, count: rows * columns)
  }

  /// The value of a row and column, each from 0.
  subscript(row: Int, column: Int) -> Element {
    get { values[row * columns + column] }
    set { values[row * columns + column] = newValue }
  }
}

extension Grid: Sendable where Element: Sendable {}
