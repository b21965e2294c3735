import TwinModel

/// Reads property sets and quantities of an object and of its type, in SI units.
struct PropertyReader {
  let model: IFCModel
  let units: ProjectUnits
  let relations: ModelRelations

  /// The properties of an object, sorted by set and name; its own come before its type's.
  func properties(of object: STEPInstance) -> [Property] {
    var known: [Key: Property] = [:]
    for set in sets(of: object) where model.isKind(set, of: .propertySet) {
      let name = model.text(set, .name) ?? ""
      for property in model.instances(set, .hasProperties) {
        add(property, set: name, prefix: "", to: &known, depth: 0)
      }
    }
    return sorted(known)
  }

  /// The quantities that the file declares for an object, sorted by set and name.
  func quantities(of object: STEPInstance) -> [Property] {
    var known: [Key: Property] = [:]
    for set in sets(of: object) where model.isKind(set, of: .elementQuantity) {
      let name = model.text(set, .name) ?? ""
      for quantity in model.instances(set, .quantities) {
        guard let property = self.quantity(quantity, set: name) else { continue }
        let key = Key(set: name, name: property.name)
        if known[key] == nil { known[key] = property }
      }
    }
    return sorted(known)
  }

  /// Whether a `Pset_…Common` says that the object faces outside air; nil when none does.
  static func isExternal(_ properties: [Property]) -> Bool? {
    for property in properties
    where property.name == "IsExternal" && property.set.hasPrefix("Pset_") {
      if case .flag(let value) = property.value { return value }
    }
    return nil
  }

  private struct Key: Hashable {
    var set: String
    var name: String
  }

  private func sets(of object: STEPInstance) -> [STEPInstance] {
    let own = relations.definitions[object] ?? []
    return own + (relations.type[object].map { model.instances($0, .hasPropertySets) } ?? [])
  }

  private func sorted(_ known: [Key: Property]) -> [Property] {
    known.values.sorted { ($0.set, $0.name) < ($1.set, $1.name) }
  }

  // MARK: - Properties

  private func add(
    _ property: STEPInstance, set: String, prefix: String, to known: inout [Key: Property],
    depth: Int
  ) {
    let name = prefix + (model.text(property, .name) ?? "")
    // A complex property lists others; its name goes before theirs.
    let inner = depth < 8 ? model.instances(property, .hasProperties) : []
    for part in inner { add(part, set: set, prefix: name + ".", to: &known, depth: depth + 1) }
    guard inner.isEmpty, known[Key(set: set, name: name)] == nil else { return }
    let unit = model.instance(property, .unit).flatMap { ProjectUnits.factor($0, model, depth: 0) }
    let read: (PropertyValue, String)?
    switch model.known(property) {
    case .propertySingleValue: read = value(model.value(property, .nominalValue), factor: unit)
    case .propertyEnumeratedValue: read = list(model.value(property, .enumerationValues), unit)
    case .propertyListValue: read = list(model.value(property, .listValues), unit)
    case .propertyBoundedValue:
      let set = value(model.value(property, .setPointValue), factor: unit)
      let low = value(model.value(property, .lowerBoundValue), factor: unit)
      let high = value(model.value(property, .upperBoundValue), factor: unit)
      read = set ?? range(low, high)
    default: read = nil
    }
    guard let read else { return }
    known[Key(set: set, name: name)] = Property(
      set: set, name: name, value: read.0, unit: read.1)
  }

  private func range(
    _ low: (PropertyValue, String)?, _ high: (PropertyValue, String)?
  ) -> (PropertyValue, String)? {
    guard let unit = (low ?? high)?.1 else { return nil }
    return (.text("\(low.map { text($0.0) } ?? "")…\(high.map { text($0.0) } ?? "")"), unit)
  }

  private func list(_ value: STEPValue, _ factor: Double?) -> (PropertyValue, String)? {
    guard case .list(let slice) = value else { return nil }
    let items = model.file.cursor(slice).compactMap { self.value($0, factor: factor) }
    if items.count == 1 { return items[0] }
    guard let unit = items.first?.1 else { return nil }
    return (.text(items.map { text($0.0) }.joined(separator: ", ")), unit)
  }

  private func text(_ value: PropertyValue) -> String {
    switch value {
    case .number(let number): "\(number)"
    case .text(let text): text
    case .flag(let flag): flag ? "true" : "false"
    }
  }

  /// A value with its unit; nil for one that is not set or has no kind this reads.
  private func value(_ value: STEPValue, factor: Double?) -> (PropertyValue, String)? {
    switch value {
    case .typed(let keyword, let slice):
      var cursor = model.file.cursor(slice)
      guard let inner = cursor.next() else { return nil }
      guard let number = model.real(of: inner) else { return self.value(inner, factor: nil) }
      let (scale, unit) = measure(model.file.word(keyword).uppercased(), own: factor)
      return (number * scale).isFinite ? (.number(number * scale), unit) : nil
    case .integer, .real: return model.real(of: value).map { (.number($0), "") }
    case .text(let slice): return (.text(model.file.text(slice)), "")
    case .enumeration(let slice):
      switch model.file.word(slice).uppercased() {
      case "T", "TRUE": return (.flag(true), "")
      case "F", "FALSE": return (.flag(false), "")
      case "U": return nil
      case let word: return (.text(word), "")
      }
    default: return nil
    }
  }

  /// Factor to SI and symbol of a measure; `own` is the property's own unit.
  private func measure(_ keyword: String, own: Double?) -> (Double, String) {
    switch keyword {
    case "IFCLENGTHMEASURE", "IFCPOSITIVELENGTHMEASURE", "IFCNONNEGATIVELENGTHMEASURE":
      (own ?? units.length, "m")
    case "IFCAREAMEASURE": (own ?? units.area, "m²")
    case "IFCVOLUMEMEASURE": (own ?? units.volume, "m³")
    case "IFCPLANEANGLEMEASURE", "IFCPOSITIVEPLANEANGLEMEASURE":
      ((own ?? units.angle) * 180 / .pi, "°")
    default: (1, "")
    }
  }

  // MARK: - Quantities

  private func quantity(_ quantity: STEPInstance, set: String) -> Property? {
    let unit = model.instance(quantity, .unit).flatMap { ProjectUnits.factor($0, model, depth: 0) }
    let scale: (Double, String)
    switch model.known(quantity) {
    case .quantityLength: scale = (unit ?? units.length, "m")
    case .quantityArea: scale = (unit ?? units.area, "m²")
    case .quantityVolume: scale = (unit ?? units.volume, "m³")
    case .quantityCount, .quantityWeight, .quantityTime: scale = (1, "")
    default: return nil
    }
    // Name, Description, Unit, then the value under a name of its own in each class.
    var cursor = model.file.parameters(quantity)
    guard cursor.skip(3), let number = cursor.next().flatMap({ model.real(of: $0) }),
      (number * scale.0).isFinite
    else { return nil }
    return Property(
      set: set, name: model.text(quantity, .name) ?? "", value: .number(number * scale.0),
      unit: scale.1)
  }
}
