/// Objects that share a relationship (a type, a material, a container), kept in the order in which
/// they came, so that the file does not depend on hashing.
struct RelationshipGroups {
  /// Which relationship, and to what.
  struct Key: Hashable {
    /// Kinds of relationships that take many objects.
    enum Kind: Hashable {
      case type, material, properties, container
    }
    var kind: Kind
    /// What names the relationship in its GlobalId.
    var name: String
  }

  private(set) var keys: [Key] = []
  private(set) var targets: [Key: STEPValue] = [:]
  private(set) var members: [Key: [STEPValue]] = [:]

  /// Adds an object to the relationship of `kind` with `target`.
  mutating func add(_ object: STEPValue, _ kind: Key.Kind, _ name: String, target: STEPValue) {
    let key = Key(kind: kind, name: name)
    if targets[key] == nil {
      keys.append(key)
      targets[key] = target
    }
    members[key, default: []].append(object)
  }
}

extension IFCWriter {
  /// Writes the collected relationships.
  mutating func writeGroups() {
    for key in groups.keys {
      guard let target = groups.targets[key], let members = groups.members[key] else { continue }
      let id = id("relationship \(key.kind) \(key.name)")
      let keyword: StaticWord =
        switch key.kind {
        case .type: "IFCRELDEFINESBYTYPE"
        case .material: "IFCRELASSOCIATESMATERIAL"
        case .properties: "IFCRELDEFINESBYPROPERTIES"
        case .container: "IFCRELCONTAINEDINSPATIALSTRUCTURE"
        }
      _ = step.add(keyword, [id, .missing, .missing, .missing, .list(members), target])
    }
  }

  /// Writes that `whole` consists of `parts`; nothing when there are none.
  mutating func aggregate(_ parts: [STEPValue], in whole: STEPValue, name: String) {
    guard !parts.isEmpty else { return }
    _ = step.add(
      "IFCRELAGGREGATES",
      [id("parts of \(name)"), .missing, .missing, .missing, whole, .list(parts)])
  }
}
