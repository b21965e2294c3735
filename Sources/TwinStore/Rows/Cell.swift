import Foundation
import GRDB

/// One value on its way into a row.
struct Cell {
  let value: DatabaseValue
  /// Whether SQLite's text functions would cut the value short.
  private(set) var holdsNUL = false

  private init(_ value: DatabaseValue) { self.value = value }

  static let null = Cell(.null)

  static func text(_ text: String?) -> Cell {
    guard let text else { return .null }
    var cell = Cell(text.databaseValue)
    cell.holdsNUL = text.utf8.contains(0)
    return cell
  }

  static func real(_ number: Double?) -> Cell { number.map { Cell($0.databaseValue) } ?? .null }
  static func integer(_ number: Int?) -> Cell { number.map { Cell($0.databaseValue) } ?? .null }
  static func key(_ number: Int64?) -> Cell { number.map { Cell($0.databaseValue) } ?? .null }
  static func flag(_ flag: Bool?) -> Cell { integer(flag.map { $0 ? 1 : 0 }) }
  static func blob(_ data: Data?) -> Cell { data.map { Cell($0.databaseValue) } ?? .null }
}
