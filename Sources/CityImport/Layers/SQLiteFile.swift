import CSQLite
import Foundation

/// An SQLite file opened for reading.
final class SQLiteFile {
  private let connection: OpaquePointer

  /// One value of a row.
  enum Value {
    case null
    case whole(Int64)
    case number(Double)
    case text(String)
    case bytes([UInt8])

    /// The text; nil for anything else.
    var string: String? { if case .text(let text) = self { text } else { nil } }
    /// The whole number; nil for anything else.
    var integer: Int64? { if case .whole(let number) = self { number } else { nil } }
  }

  /// Opens a file.
  ///
  /// - Throws: ``CityImportError/unreadable(file:reason:)``.
  init(_ path: String) throws(CityImportError) {
    var connection: OpaquePointer?
    let answer = sqlite3_open_v2(path, &connection, SQLITE_OPEN_READONLY, nil)
    guard let connection else { throw .unreadable(file: path, reason: "out of memory") }
    guard answer == SQLITE_OK else {
      let reason = String(cString: sqlite3_errmsg(connection))
      sqlite3_close(connection)
      throw .unreadable(file: path, reason: reason)
    }
    self.connection = connection
  }

  deinit { sqlite3_close(connection) }

  /// The rows that `sql` gives; `columns` are their names.
  ///
  /// - Throws: ``SQLiteFailure`` in SQLite's words, also for a damaged file.
  func rows(
    _ sql: String, _ arguments: String...
  ) throws(SQLiteFailure) -> (columns: [String], rows: [[Value]]) {
    var prepared: OpaquePointer?
    guard sqlite3_prepare_v2(connection, sql, -1, &prepared, nil) == SQLITE_OK,
      let statement = prepared
    else { throw failure }
    defer { sqlite3_finalize(statement) }
    for (index, argument) in arguments.enumerated() {
      // The cast that Swift does not import: SQLite takes a copy.
      let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      sqlite3_bind_text(statement, Int32(index + 1), argument, -1, copied)
    }
    let count = sqlite3_column_count(statement)
    let columns = (0..<count).map {
      sqlite3_column_name(statement, $0).map { String(cString: $0) } ?? ""
    }
    var rows: [[Value]] = []
    var answer = sqlite3_step(statement)
    while answer == SQLITE_ROW {
      rows.append((0..<count).map { Self.value(statement, $0) })
      answer = sqlite3_step(statement)
    }
    guard answer == SQLITE_DONE else { throw failure }
    return (columns, rows)
  }

  private var failure: SQLiteFailure {
    SQLiteFailure(reason: String(cString: sqlite3_errmsg(connection)))
  }

  private static func value(_ statement: OpaquePointer, _ column: Int32) -> Value {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: return .whole(sqlite3_column_int64(statement, column))
    case SQLITE_FLOAT: return .number(sqlite3_column_double(statement, column))
    case SQLITE_TEXT:
      return sqlite3_column_text(statement, column).map { .text(String(cString: $0)) } ?? .null
    case SQLITE_BLOB:
      let count = Int(sqlite3_column_bytes(statement, column))
      guard count > 0, let start = sqlite3_column_blob(statement, column) else { return .bytes([]) }
      return .bytes([UInt8](UnsafeRawBufferPointer(start: start, count: count)))
    default: return .null
    }
  }
}

/// Why SQLite could not answer, in its own words.
struct SQLiteFailure: Error, Hashable {
  let reason: String
}
