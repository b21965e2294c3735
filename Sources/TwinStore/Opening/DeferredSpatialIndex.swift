import GRDB

/// Puts off what SpatiaLite does for each new row of a table to the end of a transaction.
///
/// Its triggers check the geometry, enter it into the R-tree and note the time, with statements that are
/// parsed anew for each row; an import would spend a fifth of its time on them.
struct DeferredSpatialIndex {
  private let db: Database
  private let table: String
  private let column: String
  private let lastKey: Int64
  /// Name and SQL of the triggers, to be made again.
  private let triggers: [(name: String, sql: String)]

  /// Takes the triggers of `table` away, within the transaction at hand: if that fails, they are back.
  ///
  /// - Parameters:
  ///   - db: The database, in a transaction.
  ///   - table: A table whose key grows with each row.
  ///   - column: Its geometry.
  /// - Throws: What SQLite says.
  init(_ db: Database, table: String, column: String) throws {
    self.db = db
    self.table = table
    self.column = column
    lastKey = try Int64.fetchOne(db, sql: "SELECT max(rowid) FROM \(table)") ?? 0
    triggers = try Row.fetchAll(
      db,
      sql: """
        SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?
          AND name IN ('ggi_' || ?, 'gii_' || ?, 'tmi_' || ?) ORDER BY name
        """,
      arguments: [table, "\(table)_\(column)", "\(table)_\(column)", "\(table)_\(column)"]
    ).map { ($0["name"], $0["sql"]) }
    for trigger in triggers { try db.execute(sql: "DROP TRIGGER \"\(trigger.name)\"") }
  }

  /// Checks and indexes the rows since, and makes the triggers again.
  ///
  /// - Throws: When a row has a geometry that the column does not allow.
  func finish() throws {
    let name = "\(table)_\(column)"
    let refused = try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM \(table) t, geometry_columns c
        WHERE t.rowid > ? AND t.\(column) IS NOT NULL AND c.f_table_name = '\(table)'
          AND c.f_geometry_column = '\(column)'
          AND GeometryConstraints(t.\(column), c.geometry_type, c.srid) <> 1
        """, arguments: [lastKey])
    guard refused == 0 else {
      throw StoreError.notStorable(
        what: "A geometry of \(table).\(column)",
        reason: "it is of another type or reference system")
    }
    try db.execute(
      sql: """
        INSERT INTO "idx_\(name)" (pkid, xmin, xmax, ymin, ymax)
        SELECT rowid, MbrMinX(\(column)), MbrMaxX(\(column)), MbrMinY(\(column)), MbrMaxY(\(column))
        FROM \(table) WHERE rowid > ? AND \(column) IS NOT NULL
        """, arguments: [lastKey])
    try db.execute(
      sql: """
        UPDATE geometry_columns_time SET last_insert = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
        WHERE f_table_name = ? AND f_geometry_column = ?
        """, arguments: [table, column])
    for trigger in triggers { try db.execute(sql: trigger.sql) }
  }
}
