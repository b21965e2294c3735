import TwinModel

/// The units of a project as factors to SI.
struct ProjectUnits: Hashable, Sendable {
  /// Metres in one length unit.
  var length = 1.0
  /// Square metres in one area unit.
  var area = 1.0
  /// Cubic metres in one volume unit.
  var volume = 1.0
  /// Radians in one angle unit.
  var angle = 1.0

  /// Reads the units of a model; what it does not say is SI, with a finding for the length.
  init(_ model: IFCModel) {
    let project =
      model.instances(of: .project).first { model.instance($0, .unitsInContext) != nil }
    let assignment =
      project.flatMap { model.instance($0, .unitsInContext) }
      ?? model.instances(of: .unitAssignment).first
    var hasLength = false
    for unit in assignment.map({ model.instances($0, .units) }) ?? [] {
      guard let type = model.word(unit, .unitType),
        ["LENGTHUNIT", "AREAUNIT", "VOLUMEUNIT", "PLANEANGLEUNIT"].contains(type)
      else { continue }
      guard let factor = ProjectUnits.factor(unit, model, depth: 0), (1e-15...1e15).contains(factor)
      else {
        model.log.count(
          .error, code: "ifc.unit.unknown", what: "the unit of \(type) cannot be read",
          subject: "#\(model.number(unit))", suggestion: "the SI unit is used instead")
        continue
      }
      switch type {
      case "LENGTHUNIT":
        length = factor
        hasLength = true
      case "AREAUNIT": area = factor
      case "VOLUMEUNIT": volume = factor
      default: angle = factor
      }
    }
    if !hasLength {
      model.log.note(
        Finding(
          .warning, code: "ifc.unit.missing",
          message: "the project does not say its unit of length; metres are assumed",
          suggestion: "state the units in IfcProject"))
    }
  }

  /// SI units in one `unit`; nil when it cannot be told.
  static func factor(_ unit: STEPInstance, _ model: IFCModel, depth: Int) -> Double? {
    // A conversion based unit may stand on another one, but not for ever.
    guard depth < 8 else { return nil }
    switch model.known(unit) {
    case .sIUnit:
      let prefix: Double
      switch model.value(unit, .prefix) {
      case .enumeration:
        guard let known = prefixes[model.word(unit, .prefix) ?? ""] else { return nil }
        prefix = known
      default: prefix = 1
      }
      // The prefix belongs to the metre: square millimetres are 1e-6 m².
      switch model.word(unit, .name) {
      case "SQUARE_METRE": return prefix * prefix
      case "CUBIC_METRE": return prefix * prefix * prefix
      case "METRE", "RADIAN": return prefix
      default: return nil
      }
    default:
      return model.isKind(unit, of: .conversionBasedUnit)
        ? conversion(unit, model, depth: depth) : nil
    }
  }

  private static func conversion(
    _ unit: STEPInstance, _ model: IFCModel, depth: Int
  ) -> Double? {
    guard let measure = model.instance(unit, .conversionFactor),
      let value = model.real(measure, .valueComponent),
      let base = model.instance(measure, .unitComponent)
    else { return nil }
    return factor(base, model, depth: depth + 1).map { $0 * value }
  }

  private static let prefixes: [String: Double] = [
    "EXA": 1e18, "PETA": 1e15, "TERA": 1e12, "GIGA": 1e9, "MEGA": 1e6, "KILO": 1e3, "HECTO": 1e2,
    "DECA": 1e1, "DECI": 1e-1, "CENTI": 1e-2, "MILLI": 1e-3, "MICRO": 1e-6, "NANO": 1e-9,
    "PICO": 1e-12, "FEMTO": 1e-15, "ATTO": 1e-18,
  ]
}
