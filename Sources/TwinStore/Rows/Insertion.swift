import GRDB

/// A prepared `INSERT`, run once a row.
struct Insertion {
  private let table: String
  private let statement: Statement
  private let db: Database

  /// Prepares to insert into `columns` of `table`; `expressions` replaces the plain placeholder of a
  /// column by an SQL expression with one placeholder.
  init(
    _ db: Database, into table: String, _ columns: [String], expressions: [String: String] = [:]
  ) throws {
    self.db = db
    self.table = table
    let values = columns.map { expressions[$0] ?? "?" }.joined(separator: ", ")
    statement = try db.cachedStatement(
      sql: "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(values))")
  }

  /// Inserts a row with one cell a column, and returns its key.
  @discardableResult
  func callAsFunction(_ cells: Cell...) throws -> Int64 {
    if let cell = cells.first(where: \.holdsNUL) {
      throw StoreError.notStorable(
        what: "The text \(cell.value) for \(table)", reason: "it holds a NUL character")
    }
    try statement.execute(arguments: StatementArguments(cells.map(\.value)))
    return db.lastInsertedRowID
  }
}
