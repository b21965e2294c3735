import TwinModel

/// Reads the values of simple properties, in SI units.
struct PropertyValueReader {
  let model: IFCModel
  let units: ProjectUnits

  /// A value with its unit.
  struct Measured: Hashable {
    var value: PropertyValue
    var unit: String
  }

  /// What a property says: one value under its own name, and bounds under names with a suffix;
  /// nothing for one that is not set or of a kind that has no value.
  func values(of property: STEPInstance) -> [(suffix: String, value: Measured)] {
    let unit = scale(property, .unit)
    let sole: Measured?
    switch model.known(property) {
    case .propertySingleValue: sole = value(model.value(property, .nominalValue), own: unit)
    case .propertyEnumeratedValue: sole = list(model.value(property, .enumerationValues), unit)
    case .propertyListValue: sole = list(model.value(property, .listValues), unit)
    case .propertyBoundedValue: return bounded(property, unit)
    case .propertyTableValue: sole = table(property)
    case .propertyReferenceValue:
      sole = model.instance(property, .propertyReference).map { reference($0) }
    default: sole = nil
    }
    return sole.map { [("", $0)] } ?? []
  }

  private func scale(_ property: STEPInstance, _ attribute: IFCAttribute) -> UnitScale? {
    model.instance(property, attribute).flatMap { UnitReader(model: model).scale($0) }
  }

  // MARK: - Kinds of properties

  /// The set point, else the range as a text; the bounds as numbers of their own.
  private func bounded(
    _ property: STEPInstance, _ unit: UnitScale?
  ) -> [(suffix: String, value: Measured)] {
    let set = value(model.value(property, .setPointValue), own: unit)
    let low = value(model.value(property, .lowerBoundValue), own: unit)
    let high = value(model.value(property, .upperBoundValue), own: unit)
    guard let known = set ?? low ?? high else { return [] }
    let range = PropertyValue.text(
      "\(low.map { text($0.value) } ?? "")…\(high.map { text($0.value) } ?? "")")
    var result = [(suffix: "", value: set ?? Measured(value: range, unit: known.unit))]
    if let low { result.append((".LowerBound", low)) }
    if let high { result.append((".UpperBound", high)) }
    return result
  }

  private func list(_ value: STEPValue, _ unit: UnitScale?) -> Measured? {
    let items = items(value, unit)
    if items.count == 1 { return items[0] }
    guard let symbol = items.first?.unit else { return nil }
    return Measured(
      value: .text(items.map { text($0.value) }.joined(separator: ", ")), unit: symbol)
  }

  /// `defining: defined` for each row; the unit is that of the defined values.
  private func table(_ property: STEPInstance) -> Measured? {
    let defining = items(
      model.value(property, .definingValues), scale(property, .definingUnit))
    let defined = items(model.value(property, .definedValues), scale(property, .definedUnit))
    guard !defining.isEmpty, !defined.isEmpty else { return nil }
    let rows = zip(defining, defined).map { left, right in
      "\(text(left.value))\(left.unit.isEmpty ? "" : " \(left.unit)"): \(text(right.value))"
    }
    return Measured(value: .text(rows.joined(separator: "; ")), unit: defined[0].unit)
  }

  /// The name of what a property refers to, else its class.
  private func reference(_ target: STEPInstance) -> Measured {
    let name = [IFCAttribute.name, .identification, .itemReference, .description].lazy
      .compactMap { model.text(target, $0) }.first { !$0.isEmpty }
    return Measured(value: .text(name ?? model.className(target)), unit: "")
  }

  private func items(_ value: STEPValue, _ unit: UnitScale?) -> [Measured] {
    guard case .list(let slice) = value else { return [] }
    return model.file.cursor(slice).compactMap { self.value($0, own: unit) }
  }

  private func text(_ value: PropertyValue) -> String {
    switch value {
    case .number(let number): "\(number)"
    case .text(let text): text
    case .flag(let flag): flag ? "true" : "false"
    }
  }

  // MARK: - Values

  /// A value with its unit; `own` is the property's own unit, which goes before the project's.
  private func value(_ value: STEPValue, own: UnitScale?, depth: Int = 0) -> Measured? {
    switch value {
    case .typed(let keyword, let slice):
      var cursor = model.file.cursor(slice)
      guard depth < 4, let inner = cursor.next() else { return nil }
      guard let number = model.real(of: inner) else {
        return self.value(inner, own: nil, depth: depth + 1)
      }
      return measured(number, by: model.file.word(keyword).uppercased(), own: own)
    case .integer, .real:
      return model.real(of: value).flatMap { measured($0, by: "", own: own) }
    case .text(let slice): return Measured(value: .text(model.file.text(slice)), unit: "")
    case .enumeration(let slice):
      switch model.file.word(slice).uppercased() {
      case "T", "TRUE": return Measured(value: .flag(true), unit: "")
      case "F", "FALSE": return Measured(value: .flag(false), unit: "")
      case "U", "UNKNOWN": return nil
      case let word: return Measured(value: .text(word), unit: "")
      }
    default: return nil
    }
  }

  private func measured(_ number: Double, by keyword: String, own: UnitScale?) -> Measured? {
    // Booleans and logicals are words, counts and identifiers have no unit.
    var scale = own ?? units.scale(ofMeasure: keyword)
    if let own, own.symbol == "rad" {
      scale = UnitScale(factor: own.factor * 180 / .pi, symbol: "°")
    }
    let result = scale(number)
    return result.isFinite ? Measured(value: .number(result), unit: scale.symbol) : nil
  }
}
