/// Pre-solve of a set cover: takes away rows that follow from others, columns that others replace,
/// and columns that every answer needs, until nothing more goes.
///
/// - A row whose columns all serve another row that asks for no more makes that other row
///   superfluous.
/// - A column is replaced by one that serves its rows and costs no more, or by the cheapest columns
///   of its rows together. Both hold only where each of its rows still needs one column: with two
///   needed, the replaced column may be the second.
/// - A row with exactly as many columns as it needs takes them all.
///
/// Source: Beasley: An algorithm for set covering problem, European Journal of Operational Research
/// 31 (1987), with the conditions for multiplicities added.
package struct SetCoverReduction {
  private let costs: [Double]
  private(set) var need: [Int]
  /// Columns by row, and rows by column; only live pairs are set.
  private var byRow: BitMatrix
  private var byColumn: BitMatrix
  private var rowSize: [Int]
  private var columnSize: [Int]
  private(set) var liveRows: [Bool]
  private(set) var liveColumns: [Bool]
  /// Columns that every answer needs, in the order they were found.
  private(set) var forced: [Int] = []
  /// Rows that ask for more than serves them.
  private(set) var uncoverable: [Int] = []

  package init(_ problem: SetCover) {
    let (rows, columns) = (problem.required.count, problem.columns.count)
    costs = problem.columns.map(\.cost)
    need = problem.required
    byRow = BitMatrix(rows: rows, columns: columns)
    byColumn = BitMatrix(rows: columns, columns: rows)
    rowSize = [Int](repeating: 0, count: rows)
    columnSize = problem.columns.map(\.rows.count)
    liveRows = [Bool](repeating: true, count: rows)
    liveColumns = [Bool](repeating: true, count: columns)
    for (column, entry) in problem.columns.enumerated() {
      for row in entry.rows {
        byRow.set(row, column)
        byColumn.set(column, row)
        rowSize[row] += 1
      }
    }
    for row in 0..<rows {
      if rowSize[row] < need[row] {
        uncoverable.append(row)
        need[row] = rowSize[row]
      }
      if need[row] == 0 { removeRow(row) }
    }
    removeEmptyColumns()
  }

  /// Reduces until nothing more goes.
  mutating func run() {
    var isChanging = true
    while isChanging {
      isChanging = fix()
      isChanging = dropRows() || isChanging
      isChanging = dropColumns() || isChanging
    }
  }

  /// The live rows that a live column serves.
  func rows(of column: Int) -> [Int] { byColumn.members(column) }
  /// The live columns that serve a row.
  func columns(of row: Int) -> [Int] { byRow.members(row) }

  /// Takes out a row that the caller sees to.
  mutating func removeRow(_ row: Int) {
    guard liveRows[row] else { return }
    liveRows[row] = false
    for column in byRow.members(row) {
      byColumn.clear(column, row)
      columnSize[column] -= 1
    }
  }

  // MARK: - Single steps

  private mutating func removeColumn(_ column: Int) {
    liveColumns[column] = false
    for row in byColumn.members(column) {
      byRow.clear(row, column)
      rowSize[row] -= 1
    }
  }

  private mutating func removeEmptyColumns() {
    for column in liveColumns.indices where liveColumns[column] && columnSize[column] == 0 {
      removeColumn(column)
    }
  }

  private mutating func take(_ column: Int) {
    forced.append(column)
    let served = byColumn.members(column)
    removeColumn(column)
    for row in served {
      need[row] -= 1
      if need[row] == 0 { removeRow(row) }
    }
  }

  private mutating func fix() -> Bool {
    let before = forced.count
    for column in liveColumns.indices
    where liveColumns[column] && columnSize[column] > 0 && costs[column] == 0 {
      take(column)
    }
    for row in liveRows.indices where liveRows[row] && rowSize[row] == need[row] {
      for column in byRow.members(row) where liveColumns[column] { take(column) }
    }
    if forced.count > before { removeEmptyColumns() }
    return forced.count > before
  }

  private mutating func dropRows() -> Bool {
    var hasChanged = false
    for row in liveRows.indices where liveRows[row] {
      // Whoever contains this row's columns contains its rarest column.
      guard let rarest = byRow.members(row).min(by: { columnSize[$0] < columnSize[$1] })
      else { continue }
      for other in byColumn.members(rarest)
      where other != row && rowSize[other] >= rowSize[row] && need[other] <= need[row] {
        let isTwin = rowSize[other] == rowSize[row] && need[other] == need[row]
        if isTwin, other < row { continue }
        if byRow.isSubset(row, of: other) {
          removeRow(other)
          hasChanged = true
        }
      }
    }
    if hasChanged { removeEmptyColumns() }
    return hasChanged
  }

  private mutating func dropColumns() -> Bool {
    var hasChanged = false
    for column in liveColumns.indices where liveColumns[column] {
      let rows = byColumn.members(column)
      guard rows.allSatisfy({ need[$0] == 1 }) else { continue }
      if isReplaceable(column, serving: rows) {
        removeColumn(column)
        hasChanged = true
      }
    }
    return hasChanged
  }

  private func isReplaceable(_ column: Int, serving rows: [Int]) -> Bool {
    guard let rarest = rows.min(by: { rowSize[$0] < rowSize[$1] }) else { return true }
    for other in byRow.members(rarest)
    where other != column && costs[other] <= costs[column]
      && columnSize[other] >= columnSize[column]
    {
      let isTwin = columnSize[other] == columnSize[column] && costs[other] == costs[column]
      if isTwin, other > column { continue }
      if byColumn.isSubset(column, of: other) { return true }
    }
    // The cheapest other columns of its rows, bought together.
    guard rows.count > 1, rows.count < 40 else { return false }
    var price = 0.0
    var bought: Set<Int> = []
    for row in rows {
      guard
        let cheapest = byRow.members(row).filter({ $0 != column })
          .min(by: { costs[$0] < costs[$1] })
      else { return false }
      if bought.insert(cheapest).inserted { price += costs[cheapest] }
      if price > costs[column] { return false }
    }
    return true
  }
}
