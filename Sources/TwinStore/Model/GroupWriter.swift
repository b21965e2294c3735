import GRDB
import TwinModel

/// Writes systems and other groups.
struct GroupWriter {
  private let group, member, service: Insertion

  init(_ db: Database) throws {
    group = try Insertion(db, into: "object_group", ["object", "source_class", "purpose"])
    member = try Insertion(db, into: "group_member", ["object_group", "position", "member"])
    service = try Insertion(db, into: "group_service", ["object_group", "position", "served"])
  }

  /// Writes a group under the key of its object.
  func write(_ value: ObjectGroup, as key: Int64) throws {
    try group(.key(key), .text(value.sourceClass), .text(value.purpose))
    for (position, id) in value.members.enumerated() {
      try member(.key(key), .integer(position), .text(id.value))
    }
    for (position, id) in value.serves.enumerated() {
      try service(.key(key), .integer(position), .text(id.value))
    }
  }
}
