import CSpatiaLite
import Foundation

/// One value on its way into a row.
enum Cell {
  case null
  case word(String)
  case number(Double)
  case whole(Int64)
  case bytes(Data)

  static func text(_ text: String?) -> Cell { text.map { .word($0) } ?? .null }
  static func real(_ number: Double?) -> Cell { number.map { .number($0) } ?? .null }
  static func integer(_ number: Int?) -> Cell { number.map { .whole(Int64($0)) } ?? .null }
  static func key(_ number: Int64?) -> Cell { number.map { .whole($0) } ?? .null }
  static func flag(_ flag: Bool?) -> Cell { flag.map { .whole($0 ? 1 : 0) } ?? .null }
  static func blob(_ data: Data?) -> Cell { data.map { .bytes($0) } ?? .null }

  /// Binds the value to a placeholder (from 1) and returns SQLite's answer.
  ///
  /// - Throws: ``StoreError/notStorable(what:reason:)`` for a text with a NUL character, which would
  ///   come back cut short.
  func bind(to statement: OpaquePointer, at index: Int32) throws -> Int32 {
    switch self {
    case .null: return sqlite3_bind_null(statement, index)
    case .number(let number): return sqlite3_bind_double(statement, index, number)
    case .whole(let number): return sqlite3_bind_int64(statement, index, number)
    case .bytes(let data):
      return data.withUnsafeBytes { bytes in
        bytes.isEmpty
          ? sqlite3_bind_zeroblob(statement, index, 0)
          : sqlite3_bind_blob64(
            statement, index, bytes.baseAddress, UInt64(bytes.count), Self.copied)
      }
    case .word(let text):
      guard !text.utf8.contains(0) else {
        throw StoreError.notStorable(
          what: "The text “\(text.prefix(40))”", reason: "it holds a NUL character")
      }
      return sqlite3_bind_text(statement, index, text, -1, Self.copied)
    }
  }

  /// `SQLITE_TRANSIENT`, a cast that Swift does not import: SQLite takes a copy.
  private static var copied: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
}
