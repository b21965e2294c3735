import TwinModel

/// The units of a project as factors to SI.
struct ProjectUnits: Hashable, Sendable {
  /// Metres in one length unit.
  var length: Double { lengthScale.factor }
  /// Square metres in one area unit.
  var area: Double { scales["AREAUNIT"]?.factor ?? 1 }
  /// Cubic metres in one volume unit.
  var volume: Double { scales["VOLUMEUNIT"]?.factor ?? 1 }
  /// Radians in one angle unit.
  var angle: Double { angleScale.factor }

  /// Scales by word of IfcUnitEnum or IfcDerivedUnitEnum, as far as the project states units.
  private(set) var scales: [String: UnitScale] = [:]
  // Asked for with every coordinate, so not looked up each time.
  private var lengthScale = UnitScale(factor: 1, symbol: "m")
  private var angleScale = UnitScale(factor: 1, symbol: "rad")

  /// Reads the units of a model; what it does not say is SI, with findings for lengths, areas and
  /// volumes that then are not certain.
  init(_ model: IFCModel) {
    let project =
      model.instances(of: .project).first { model.instance($0, .unitsInContext) != nil }
    let assignment =
      project.flatMap { model.instance($0, .unitsInContext) }
      ?? model.instances(of: .unitAssignment).first
    let reader = UnitReader(model: model)
    for unit in assignment.map({ model.instances($0, .units) }) ?? [] {
      let type =
        model.known(unit) == .monetaryUnit ? "MONETARYUNIT" : model.word(unit, .unitType) ?? ""
      guard let scale = reader.scale(unit), (1e-30...1e30).contains(scale.factor) else {
        model.log.count(
          .error, code: "ifc.unit.unknown",
          what: "the unit of \(type.isEmpty ? model.className(unit) : type) cannot be read",
          subject: "#\(model.number(unit))", suggestion: "the SI unit is used instead")
        continue
      }
      if type == "LENGTHUNIT" || type == "PLANEANGLEUNIT" {
        guard (1e-15...1e15).contains(scale.factor) else { continue }
      }
      // The first of two counts, and there should not be two.
      if scales[type] == nil || type == "USERDEFINED" { scales[type] = scale }
    }
    if let scale = scales["LENGTHUNIT"] { lengthScale = scale }
    if let scale = scales["PLANEANGLEUNIT"] { angleScale = scale }
    noteMissing(in: model)
  }

  /// How the project measures what a measure type such as `IFCLENGTHMEASURE` is of; SI where it does
  /// not say, and nothing for types that have no unit.
  func scale(ofMeasure keyword: String) -> UnitScale {
    guard let kind = MeasureKind(keyword: keyword) else { return .none }
    if kind.unitType == "MONETARYUNIT" { return scales["MONETARYUNIT"] ?? .none }
    guard let symbol = kind.symbol else { return .none }
    if kind.unitType == "PLANEANGLEUNIT" {
      return UnitScale(factor: angle * 180 / .pi, symbol: symbol)
    }
    guard var scale = scales[kind.unitType] else { return UnitScale(factor: 1, symbol: symbol) }
    scale.symbol = symbol
    return scale
  }

  /// The stated units, for an inspection.
  var rows: [String: ModelInspection.UnitRow] {
    scales.mapValues {
      ModelInspection.UnitRow(factor: $0.factor, offset: $0.offset, si: $0.symbol)
    }
  }

  private func noteMissing(in model: IFCModel) {
    func note(_ type: String, _ what: String, _ assumed: String) {
      guard scales[type] == nil else { return }
      model.log.note(
        Finding(
          .warning, code: "ifc.unit.missing",
          message: "the project does not say its unit of \(what); \(assumed) are assumed",
          suggestion: "state the units in IfcProject"))
    }
    note("LENGTHUNIT", "length", "metres")
    // Bodies need lengths only; areas and volumes matter where the file declares some.
    if !model.instances(of: .quantityArea).isEmpty { note("AREAUNIT", "area", "square metres") }
    if !model.instances(of: .quantityVolume).isEmpty {
      note("VOLUMEUNIT", "volume", "cubic metres")
    }
  }
}
