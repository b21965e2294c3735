import CSQLite
import Foundation

/// A database in memory that is filled and then taken as the bytes of its file.
final class SQLiteMemory {
  /// One value of a row.
  enum Value {
    case null, number(Double), text(String), blob([UInt8])

    init(_ number: Double?) { self = number.map(Value.number) ?? .null }
    init(_ text: String?) { self = text.map(Value.text) ?? .null }
  }

  private let handle: OpaquePointer
  /// Tells SQLite to copy what it is given.
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  init() throws(ExchangeError) {
    var handle: OpaquePointer?
    guard sqlite3_open(":memory:", &handle) == SQLITE_OK, let handle else {
      sqlite3_close(handle)
      throw .database(reason: "no memory for a database")
    }
    self.handle = handle
  }

  deinit { sqlite3_close(handle) }

  /// Runs statements without parameters.
  func execute(_ statements: String) throws(ExchangeError) {
    guard sqlite3_exec(handle, statements, nil, nil, nil) == SQLITE_OK else { throw failure }
  }

  /// Runs one statement with parameters.
  func insert(_ statement: String, _ values: [Value]) throws(ExchangeError) {
    var prepared: OpaquePointer?
    guard sqlite3_prepare_v2(handle, statement, -1, &prepared, nil) == SQLITE_OK else {
      throw failure
    }
    defer { sqlite3_finalize(prepared) }
    for (index, value) in values.enumerated() {
      let place = Int32(index + 1)
      switch value {
      case .null: sqlite3_bind_null(prepared, place)
      case .number(let number): sqlite3_bind_double(prepared, place, number)
      case .text(let text): sqlite3_bind_text(prepared, place, text, -1, Self.transient)
      case .blob(let bytes):
        sqlite3_bind_blob(prepared, place, bytes, Int32(bytes.count), Self.transient)
      }
    }
    guard sqlite3_step(prepared) == SQLITE_DONE else { throw failure }
  }

  /// The file that the database would be.
  func data() throws(ExchangeError) -> Data {
    var size: sqlite3_int64 = 0
    guard let bytes = sqlite3_serialize(handle, "main", &size, 0) else { throw failure }
    defer { sqlite3_free(bytes) }
    return Data(bytes: bytes, count: Int(size))
  }

  private var failure: ExchangeError { .database(reason: String(cString: sqlite3_errmsg(handle))) }
}
