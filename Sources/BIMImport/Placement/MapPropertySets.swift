import SpatialCore
import TwinModel

/// Reads ePSet_MapConversion and ePSet_ProjectedCRS, in any case: the practice for IFC2X3.
///
/// Source: buildingSMART Australasia, User Guide for Geo-referencing in IFC, 2.0, 2020.
struct MapPropertySets {
  let model: IFCModel

  /// What the sets say; nil when there are none or they name no projection.
  func statement() -> MapStatement? {
    var values: [String: STEPValue] = [:]
    var set: STEPInstance?
    for candidate in model.instances(of: .propertySet) {
      let name = model.text(candidate, .name)?.lowercased()
      guard name == "epset_mapconversion" || name == "epset_projectedcrs" else { continue }
      if name == "epset_mapconversion" { set = candidate }
      for property in model.instances(candidate, .hasProperties) {
        guard let key = model.text(property, .name)?.lowercased() else { continue }
        // Both sets may say Name or Description; those of the projection count.
        if values[key] == nil || name == "epset_projectedcrs" {
          values[key] = model.value(property, .nominalValue)
        }
      }
    }
    guard let set, let crs = values["name"] ?? values["targetcrs"],
      let code = ReferenceSystemName(model: model).code(model.text(ofMeasure: crs), subject: set)
    else { return nil }
    func number(_ key: String) -> Double? { values[key].flatMap { model.real(of: $0) } }
    return MapStatement(
      epsg: code, unit: unit(values["mapunit"], subject: set), eastings: number("eastings") ?? 0,
      northings: number("northings") ?? 0, height: number("orthogonalheight") ?? 0,
      axis: Vector2(number("xaxisabscissa") ?? 1, number("xaxisordinate") ?? 0),
      scale: number("scale"), source: .propertySet)
  }

  /// Metres in the unit that a word or a number states; the metre without one.
  private func unit(_ value: STEPValue?, subject: STEPInstance) -> Double {
    guard let value else { return 1 }
    if let number = model.real(of: value) { return number }
    guard let word = model.text(ofMeasure: value) else { return 1 }
    let letters = word.lowercased().filter { $0.isLetter }
    if let factor = MapPropertySets.factors[letters] { return factor }
    model.log.count(
      .warning, code: "ifc.georeference.unit",
      what: "the map's unit “\(word)” is not known; metres are assumed",
      subject: model.text(subject, .globalId) ?? "",
      suggestion: "write METRE, FOOT or US SURVEY FOOT")
    return 1
  }

  /// Source: NIST SP 811, B.6: 1 ft = 0.3048 m; 1 ft (US survey) = 1200/3937 m.
  private static let factors: [String: Double] = [
    "": 1, "m": 1, "metre": 1, "metres": 1, "meter": 1, "meters": 1, "mm": 0.001,
    "millimetre": 0.001, "millimetres": 0.001, "millimeter": 0.001, "ft": 0.3048, "foot": 0.3048,
    "feet": 0.3048, "internationalfoot": 0.3048, "usft": 1200.0 / 3937, "ftus": 1200.0 / 3937,
    "ussurveyfoot": 1200.0 / 3937, "ussurveyfeet": 1200.0 / 3937, "surveyfoot": 1200.0 / 3937,
    "footus": 1200.0 / 3937,
  ]
}
