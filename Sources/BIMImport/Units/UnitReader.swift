/// Reads units: SI units with prefixes, units based on others, derived, monetary and context units.
struct UnitReader {
  let model: IFCModel

  /// How many SI units are in one `unit`; nil when it cannot be told.
  ///
  /// Radians stay radians here; what is shown to people is in degrees (``MeasureKind``).
  func scale(_ unit: STEPInstance, depth: Int = 0) -> UnitScale? {
    // A unit may stand on another one, but not for ever.
    guard depth < 8 else { return nil }
    switch model.known(unit) {
    case .sIUnit: return standard(unit)
    case .derivedUnit: return derived(unit, depth: depth)
    case .contextDependentUnit:
      return UnitScale(factor: 1, symbol: model.text(unit, .name) ?? "")
    case .monetaryUnit:
      let currency = model.text(unit, .currency) ?? model.word(unit, .currency)
      return UnitScale(factor: 1, symbol: currency ?? "")
    default:
      return model.isKind(unit, of: .conversionBasedUnit) ? conversion(unit, depth: depth) : nil
    }
  }

  // MARK: - SI

  private func standard(_ unit: STEPInstance) -> UnitScale? {
    var prefix = 1.0
    if case .enumeration = model.value(unit, .prefix) {
      guard let known = UnitReader.prefixes[model.word(unit, .prefix) ?? ""] else { return nil }
      prefix = known
    }
    guard let name = model.word(unit, .name), let base = UnitReader.bases[name] else { return nil }
    switch name {
    // The prefix belongs to the metre: square millimetres are 1e-6 m².
    case "SQUARE_METRE": prefix *= prefix
    case "CUBIC_METRE": prefix *= prefix * prefix
    default: break
    }
    return UnitScale(factor: base.factor * prefix, offset: base.offset, symbol: base.symbol)
  }

  private static let prefixes: [String: Double] = [
    "EXA": 1e18, "PETA": 1e15, "TERA": 1e12, "GIGA": 1e9, "MEGA": 1e6, "KILO": 1e3, "HECTO": 1e2,
    "DECA": 1e1, "DECI": 1e-1, "CENTI": 1e-2, "MILLI": 1e-3, "MICRO": 1e-6, "NANO": 1e-9,
    "PICO": 1e-12, "FEMTO": 1e-15, "ATTO": 1e-18,
  ]

  /// Source: IFC4 ADD2 TC1, IfcSIUnitName; SI Brochure, 9th edition, tables 2 and 4.
  private static let bases: [String: UnitScale] = [
    "METRE": UnitScale(factor: 1, symbol: "m"), "SQUARE_METRE": UnitScale(factor: 1, symbol: "m²"),
    "CUBIC_METRE": UnitScale(factor: 1, symbol: "m³"),
    // The SI unit of mass is the kilogram.
    "GRAM": UnitScale(factor: 1e-3, symbol: "kg"), "SECOND": UnitScale(factor: 1, symbol: "s"),
    "RADIAN": UnitScale(factor: 1, symbol: "rad"),
    "STERADIAN": UnitScale(factor: 1, symbol: "sr"),
    "KELVIN": UnitScale(factor: 1, offset: -273.15, symbol: "°C"),
    "DEGREE_CELSIUS": UnitScale(factor: 1, symbol: "°C"),
    "AMPERE": UnitScale(factor: 1, symbol: "A"), "BECQUEREL": UnitScale(factor: 1, symbol: "Bq"),
    "CANDELA": UnitScale(factor: 1, symbol: "cd"), "COULOMB": UnitScale(factor: 1, symbol: "C"),
    "FARAD": UnitScale(factor: 1, symbol: "F"), "GRAY": UnitScale(factor: 1, symbol: "Gy"),
    "HENRY": UnitScale(factor: 1, symbol: "H"), "HERTZ": UnitScale(factor: 1, symbol: "Hz"),
    "JOULE": UnitScale(factor: 1, symbol: "J"), "LUMEN": UnitScale(factor: 1, symbol: "lm"),
    "LUX": UnitScale(factor: 1, symbol: "lx"), "MOLE": UnitScale(factor: 1, symbol: "mol"),
    "NEWTON": UnitScale(factor: 1, symbol: "N"), "OHM": UnitScale(factor: 1, symbol: "Ω"),
    "PASCAL": UnitScale(factor: 1, symbol: "Pa"), "SIEMENS": UnitScale(factor: 1, symbol: "S"),
    "SIEVERT": UnitScale(factor: 1, symbol: "Sv"), "TESLA": UnitScale(factor: 1, symbol: "T"),
    "VOLT": UnitScale(factor: 1, symbol: "V"), "WATT": UnitScale(factor: 1, symbol: "W"),
    "WEBER": UnitScale(factor: 1, symbol: "Wb"),
  ]

  // MARK: - Units made of others

  private func conversion(_ unit: STEPInstance, depth: Int) -> UnitScale? {
    guard let measure = model.instance(unit, .conversionFactor),
      let value = model.real(measure, .valueComponent),
      let base = model.instance(measure, .unitComponent),
      var scale = scale(base, depth: depth + 1)
    else { return nil }
    // The schema adds the offset to the converted value; authors write the −459.67 of degrees
    // Fahrenheit, which has to be taken off before. No scale starts below absolute zero, so the sign
    // tells them apart.
    let offset = model.real(unit, .conversionOffset) ?? 0
    scale.offset += (offset < 0 ? -offset * value : offset) * scale.factor
    scale.factor *= value
    return scale
  }

  private func derived(_ unit: STEPInstance, depth: Int) -> UnitScale? {
    var result = UnitScale.none
    var above: [String] = []
    var below: [String] = []
    // Units within it count for four steps, so that a circle of wide ones ends soon.
    for element in model.instances(unit, .elements) {
      guard let part = model.instance(element, .unit), let scale = scale(part, depth: depth + 4),
        let exponent = model.integer(element, .exponent), (-16...16).contains(exponent),
        exponent != 0
      else { return nil }
      for _ in 0..<abs(exponent) {
        if exponent > 0 { result.factor *= scale.factor } else { result.factor /= scale.factor }
      }
      // A difference of temperatures is in kelvins, wherever the scale starts.
      let symbol = scale.symbol == "°C" ? "K" : scale.symbol
      let power = UnitReader.power(symbol, abs(exponent))
      if exponent > 0 { above.append(power) } else { below.append(power) }
    }
    guard !above.isEmpty || !below.isEmpty else { return nil }
    let top = above.isEmpty ? "1" : above.joined(separator: "·")
    let bottom = below.joined(separator: "·")
    result.symbol = below.isEmpty ? top : "\(top)/\(below.count > 1 ? "(\(bottom))" : bottom)"
    return result
  }

  private static func power(_ symbol: String, _ exponent: Int) -> String {
    switch exponent {
    case 1: symbol
    case 2: symbol + "²"
    case 3: symbol + "³"
    default: "\(symbol)^\(exponent)"
    }
  }
}
