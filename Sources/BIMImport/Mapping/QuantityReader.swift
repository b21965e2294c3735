import TwinModel

/// Reads the quantities that a file declares, in SI units.
struct QuantityReader {
  let model: IFCModel
  let units: ProjectUnits

  /// Adds a quantity; of a complex one those that it holds, under its name.
  func add(
    _ quantity: STEPInstance, set: String, prefix: String, to known: inout KnownProperties,
    within: [STEPInstance]
  ) {
    let name = prefix + (model.text(quantity, .name) ?? "")
    if model.known(quantity) == .physicalComplexQuantity {
      guard within.count < 8, !within.contains(quantity) else { return }
      for part in model.instances(quantity, .hasQuantities) {
        add(part, set: set, prefix: name + ".", to: &known, within: within + [quantity])
      }
      return
    }
    guard let scale = scale(of: quantity) else { return }
    // Name, Description, Unit, then the value under a name of its own in each class.
    var cursor = model.file.parameters(quantity)
    guard cursor.skip(3), let number = cursor.next().flatMap({ model.real(of: $0) }) else { return }
    let value = scale(number)
    guard value.isFinite else { return }
    known.add(Property(set: set, name: name, value: .number(value), unit: scale.symbol))
  }

  /// The quantity's own unit, else the project's.
  private func scale(of quantity: STEPInstance) -> UnitScale? {
    let measure: String
    switch model.known(quantity) {
    case .quantityLength: measure = "IFCLENGTHMEASURE"
    case .quantityArea: measure = "IFCAREAMEASURE"
    case .quantityVolume: measure = "IFCVOLUMEMEASURE"
    case .quantityWeight: measure = "IFCMASSMEASURE"
    case .quantityTime: measure = "IFCTIMEMEASURE"
    case .quantityCount, .quantityNumber: return UnitScale.none
    default: return nil
    }
    let own = model.instance(quantity, .unit).flatMap { UnitReader(model: model).scale($0) }
    return own ?? units.scale(ofMeasure: measure)
  }
}
