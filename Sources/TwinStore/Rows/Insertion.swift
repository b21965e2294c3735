import CSpatiaLite
import GRDB

/// A prepared `INSERT`, run once a row.
///
/// Rows are bound and stepped through SQLite itself: an import has hundreds of thousands, and the
/// checks that GRDB makes for each would take longer than the rows.
struct Insertion {
  private let statement: Statement
  private let db: Database

  /// Prepares to insert into `columns` of `table`; `expressions` replaces the plain placeholder of a
  /// column by an SQL expression with one placeholder.
  init(
    _ db: Database, into table: String, _ columns: [String], expressions: [String: String] = [:]
  ) throws {
    self.db = db
    let values = columns.map { expressions[$0] ?? "?" }.joined(separator: ", ")
    statement = try db.cachedStatement(
      sql: "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(values))")
  }

  /// Inserts a row with one cell a column, and returns its key.
  @discardableResult
  func callAsFunction(_ cells: Cell...) throws -> Int64 {
    let row = statement.sqliteStatement
    defer {
      sqlite3_reset(row)
      sqlite3_clear_bindings(row)
    }
    for (index, cell) in cells.enumerated() {
      try check(cell.bind(to: row, at: Int32(index + 1)), SQLITE_OK)
    }
    try check(sqlite3_step(row), SQLITE_DONE)
    return db.lastInsertedRowID
  }

  private func check(_ answer: Int32, _ expected: Int32) throws {
    guard answer != expected else { return }
    throw DatabaseError(
      resultCode: ResultCode(rawValue: answer), message: db.lastErrorMessage, sql: statement.sql)
  }
}
