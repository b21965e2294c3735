extension IFCWriter {
  // MARK: - Quantities

  /// An area of `squareMillimetres`, in m².
  mutating func area(_ name: String, _ squareMillimetres: Int) -> STEPValue {
    step.add(
      "IFCQUANTITYAREA",
      [.text(name), .missing, .missing, .fixed(squareMillimetres, decimals: 6), .missing])
  }

  /// A volume of `cubicMillimetres`, in m³.
  mutating func volume(_ name: String, _ cubicMillimetres: Int) -> STEPValue {
    step.add(
      "IFCQUANTITYVOLUME",
      [.text(name), .missing, .missing, .fixed(cubicMillimetres, decimals: 9), .missing])
  }

  /// A length, in the file's unit.
  mutating func lengthQuantity(_ name: String, _ millimetres: Int) -> STEPValue {
    step.add(
      "IFCQUANTITYLENGTH",
      [.text(name), .missing, .missing, length(millimetres), .missing])
  }

  /// Gives an object its quantity set.
  mutating func quantities(
    _ set: String, of object: STEPValue, name: String, _ quantities: [STEPValue]
  ) {
    let element = step.add(
      "IFCELEMENTQUANTITY",
      [
        id("\(set) \(name)"), .missing, .text(set), .missing, .missing, .list(quantities),
      ])
    groups.add(object, .properties, "\(set) \(name)", target: element)
  }

  // MARK: - Properties

  /// A property with a single value.
  mutating func property(_ name: String, _ value: STEPValue) -> STEPValue {
    step.add("IFCPROPERTYSINGLEVALUE", [.text(name), .missing, value, .missing])
  }

  /// Gives an object the property set `set` in the variant `variant`, which is written once.
  mutating func properties(
    _ set: String, variant: String, of object: STEPValue,
    _ write: (inout IFCWriter) -> [STEPValue]
  ) {
    let name = "\(set) \(variant)"
    let reference = once(name) {
      let values = write(&$0)
      return $0.step.add(
        "IFCPROPERTYSET", [$0.id(name), .missing, .text(set), .missing, .list(values)])
    }
    groups.add(object, .properties, name, target: reference)
  }
}
