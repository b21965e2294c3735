import GRDB
import TwinModel

/// Writes property values; each name is kept once in the file.
final class PropertyWriter {
  /// The two tables of values.
  enum Table { case property, quantity }

  private struct Name: Hashable {
    let set, name, unit: String
  }

  private var known: [Name: Int64] = [:]
  private let nameInsertion, propertyInsertion, quantityInsertion: Insertion
  private let lookup: Statement

  init(_ db: Database) throws {
    nameInsertion = try Insertion(db, into: "property_name", ["set_name", "name", "unit"])
    let columns = ["object", "position", "name", "value"]
    propertyInsertion = try Insertion(db, into: "property", columns)
    quantityInsertion = try Insertion(db, into: "quantity", columns)
    lookup = try db.makeStatement(
      sql: "SELECT id FROM property_name WHERE set_name = ? AND name = ? AND unit = ?")
  }

  /// Writes the values of `object`, in their order.
  func write(_ values: [Property], to table: Table, of object: Int64) throws {
    let insert = table == .property ? propertyInsertion : quantityInsertion
    for (position, property) in values.enumerated() {
      let value: Cell =
        switch property.value {
        case .number(let number): .real(number)
        case .text(let text): .text(text)
        case .flag(let flag): .flag(flag)
        }
      try insert(.key(object), .integer(position), .key(try key(of: property)), value)
    }
  }

  private func key(of property: Property) throws -> Int64 {
    let name = Name(set: property.set, name: property.name, unit: property.unit)
    if let key = known[name] { return key }
    let stored = try Int64.fetchOne(lookup, arguments: [name.set, name.name, name.unit])
    let key =
      try stored ?? nameInsertion(.text(name.set), .text(name.name), .text(name.unit))
    known[name] = key
    return key
  }
}
