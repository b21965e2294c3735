import SpatialCore
import TwinModel

/// Finds where a model lies on the map, and applies each statement once.
///
/// In order: IfcMapConversion with IfcProjectedCRS; ePSet_MapConversion (the practice for IFC2X3, in
/// any case); latitude and longitude of IfcSite with true north.
struct Georeferencing {
  /// The conversion to map coordinates; nil when the model states none.
  private(set) var georeference: Georeference?
  /// Latitude and longitude, when the site has them.
  private(set) var site: SiteCoordinates?
  private let model: IFCModel
  private let units: ProjectUnits

  init(_ model: IFCModel, _ units: ProjectUnits) {
    self.model = model
    self.units = units
    georeference = mapConversion() ?? propertySets()
    site = siteCoordinates()
  }

  // MARK: - IfcMapConversion

  private func mapConversion() -> Georeference? {
    for operation in model.instances(of: .mapConversion) {
      guard let target = model.instance(operation, .targetCRS),
        let code = epsg(model.text(target, .name), subject: operation)
      else { continue }
      let mapUnit =
        model.instance(target, .mapUnit).flatMap { ProjectUnits.factor($0, model, depth: 0) }
      // Without a unit the map has the project's (IFC4 IfcProjectedCRS.MapUnit).
      let unit = mapUnit ?? units.length
      return georeference(
        epsg: code, unit: unit, eastings: model.real(operation, .eastings) ?? 0,
        northings: model.real(operation, .northings) ?? 0,
        height: model.real(operation, .orthogonalHeight) ?? 0,
        axis: (
          model.real(operation, .xAxisAbscissa) ?? 1, model.real(operation, .xAxisOrdinate) ?? 0
        ),
        scale: model.real(operation, .scale), source: .mapConversion)
    }
    return nil
  }

  private func georeference(
    epsg: Int, unit: Double, eastings: Double, northings: Double, height: Double,
    axis: (Double, Double), scale: Double?, source: Georeference.Source
  ) -> Georeference? {
    let length = (axis.0 * axis.0 + axis.1 * axis.1).squareRoot()
    let direction = length > 0 ? (axis.0 / length, axis.1 / length) : (1, 0)
    // Scale turns local length units into map units. Files that leave it out, or write 1 although
    // the units differ, mean lengths unchanged.
    var metres = (scale ?? 1) * unit / units.length
    if scale == nil || (scale == 1 && abs(unit / units.length - 1) > 1e-6) {
      metres = 1
      if abs(unit / units.length - 1) > 1e-6 {
        model.log.count(
          .warning, code: "ifc.georeference.scale",
          what:
            "IfcMapConversion has no scale between the project's unit and the map's; lengths are"
            + " taken unchanged",
          suggestion: "state Scale \(units.length / unit)")
      }
    }
    // No place on Earth is further from a projection's origin than its circumference.
    let numbers = [eastings * unit, northings * unit, height * unit, metres, unit]
    guard numbers.allSatisfy({ abs($0) < 4.1e7 }), metres > 0, unit > 0 else {
      model.log.count(
        .error, code: "ifc.georeference.range",
        what: "the map coordinates of the model lie on no map, and were left out",
        suggestion: "check eastings, northings, scale and the map's unit")
      return nil
    }
    return Georeference(
      epsg: epsg, eastings: Metres(eastings * unit), northings: Metres(northings * unit),
      height: Metres(height * unit), abscissa: direction.0, ordinate: direction.1, scale: metres,
      source: source)
  }

  private func epsg(_ name: String?, subject: STEPInstance) -> Int? {
    let digits = (name ?? "").uppercased().split(separator: ":").last.map(String.init) ?? ""
    if let code = Int(digits.filter { $0 != " " }), (name ?? "").uppercased().hasPrefix("EPSG") {
      return code
    }
    model.log.count(
      .warning, code: "ifc.georeference.crs",
      what: "the map projection “\(name ?? "")” is not named by an EPSG code",
      subject: "#\(model.number(subject))", suggestion: "name it as EPSG:4547 or the like")
    return nil
  }

  // MARK: - ePSet_MapConversion

  private func propertySets() -> Georeference? {
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
    guard let set else { return nil }
    func number(_ key: String) -> Double? { values[key].flatMap { model.real(of: $0) } }
    let crs = values["name"] ?? values["targetcrs"]
    guard let crs, let code = epsg(model.text(ofMeasure: crs), subject: set) else { return nil }
    let unit = number("mapunit") ?? 1
    return georeference(
      epsg: code, unit: unit, eastings: number("eastings") ?? 0,
      northings: number("northings") ?? 0,
      height: number("orthogonalheight") ?? 0,
      axis: (number("xaxisabscissa") ?? 1, number("xaxisordinate") ?? 0), scale: number("scale"),
      source: .propertySet)
  }

  // MARK: - IfcSite

  private func siteCoordinates() -> SiteCoordinates? {
    for site in model.instances(of: .site) {
      guard let latitude = degrees(site, .refLatitude), let longitude = degrees(site, .refLongitude)
      else { continue }
      let north = trueNorth()
      let reader = ShapeReader(model, units)
      let origin = reader.placement(of: site).origin
      return SiteCoordinates(
        latitude: Degrees(latitude), longitude: Degrees(longitude),
        elevation: Metres(reader.length(site, .refElevation) ?? 0), origin: origin.point,
        northX: north.x, northY: north.y)
    }
    return nil
  }

  /// Degrees from degrees, minutes, seconds and millionths of seconds, all of the same sign.
  private func degrees(_ site: STEPInstance, _ attribute: IFCAttribute) -> Double? {
    let parts = model.reals(site, attribute)
    guard parts.count >= 3 else { return nil }
    // Some files write the sign at the degrees only.
    let isNegative = parts.contains { $0 < 0 }
    let size =
      abs(parts[0]) + abs(parts[1]) / 60 + abs(parts[2]) / 3600
      + (parts.count > 3 ? abs(parts[3]) / 3.6e9 : 0)
    guard size <= 180 else { return nil }
    return isNegative ? -size : size
  }

  private func trueNorth() -> Vector2 {
    for context in model.instances(of: .geometricRepresentationContext)
    where model.known(context) == .geometricRepresentationContext {
      guard let direction = model.instance(context, .trueNorth) else { continue }
      let ratios = model.reals(direction, .directionRatios)
      guard ratios.count >= 2 else { continue }
      let north = Vector2(ratios[0], ratios[1])
      if north.length > 0 { return north / north.length }
    }
    return Vector2(0, 1)
  }
}
