import TwinModel

/// Reads property sets and quantities of an object and of its type, in SI units.
struct PropertyReader {
  let model: IFCModel
  let units: ProjectUnits
  let relations: ModelRelations

  /// The properties of an object, sorted by set and name; its own come before its type's.
  func properties(of object: STEPInstance) -> [Property] {
    var known = KnownProperties()
    let reader = PropertyValueReader(model: model, units: units)
    for set in sets(of: object) where model.isKind(set, of: .propertySet) {
      let name = model.text(set, .name) ?? ""
      for property in model.instances(set, .hasProperties) {
        add(property, set: name, prefix: "", to: &known, reader, within: [])
      }
    }
    return known.sorted
  }

  /// The quantities that the file declares for an object, sorted by set and name.
  func quantities(of object: STEPInstance) -> [Property] {
    var known = KnownProperties()
    let reader = QuantityReader(model: model, units: units)
    for set in sets(of: object) where model.isKind(set, of: .elementQuantity) {
      let name = model.text(set, .name) ?? ""
      for quantity in model.instances(set, .quantities) {
        reader.add(quantity, set: name, prefix: "", to: &known, within: [])
      }
    }
    return known.sorted
  }

  /// Whether a `Pset_…Common` says that the object faces outside air; nil when none does.
  static func isExternal(_ properties: [Property]) -> Bool? {
    for property in properties
    where property.name == "IsExternal" && property.set.hasPrefix("Pset_") {
      if case .flag(let value) = property.value { return value }
    }
    return nil
  }

  private func sets(of object: STEPInstance) -> [STEPInstance] {
    let own = relations.definitions[object] ?? []
    guard let type = relations.type[object] else { return own }
    return own + model.instances(type, .hasPropertySets) + (relations.definitions[type] ?? [])
  }

  private func add(
    _ property: STEPInstance, set: String, prefix: String, to known: inout KnownProperties,
    _ reader: PropertyValueReader, within: [STEPInstance]
  ) {
    let name = prefix + (model.text(property, .name) ?? "")
    guard model.known(property) == .complexProperty else {
      for (suffix, value) in reader.values(of: property) {
        known.add(Property(set: set, name: name + suffix, value: value.value, unit: value.unit))
      }
      return
    }
    // A complex property lists others; its name goes before theirs.
    guard within.count < 8, !within.contains(property) else { return }
    for part in model.instances(property, .hasProperties) {
      add(part, set: set, prefix: name + ".", to: &known, reader, within: within + [property])
    }
  }
}

/// Properties by set and name; the first of a name stays.
struct KnownProperties {
  private struct Key: Hashable {
    var set: String
    var name: String
  }

  private var known: [Key: Property] = [:]

  mutating func add(_ property: Property) {
    let key = Key(set: property.set, name: property.name)
    if known[key] == nil { known[key] = property }
  }

  /// All of them, by set and name.
  var sorted: [Property] {
    known.values.sorted { ($0.set, $0.name) < ($1.set, $1.name) }
  }
}
