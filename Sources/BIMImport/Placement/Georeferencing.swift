import SpatialCore
import TwinModel

/// Finds where a model lies on the map, and applies each statement once.
///
/// In order: IfcMapConversion (or IfcRigidOperation) with IfcProjectedCRS; ePSet_MapConversion (the
/// practice for IFC2X3, in any case); latitude and longitude of IfcSite with true north.
struct Georeferencing {
  /// The conversion to map coordinates; nil when the model states none.
  private(set) var georeference: Georeference?
  /// Latitude and longitude, when the site has them.
  private(set) var site: SiteCoordinates?
  private let model: IFCModel
  private let units: ProjectUnits
  private let reader: ShapeReader

  init(_ model: IFCModel, _ units: ProjectUnits) {
    self.model = model
    self.units = units
    reader = ShapeReader(model, units)
    let statement =
      MapOperations(model: model, units: units).statement()
      ?? MapPropertySets(model: model).statement()
    georeference = statement.flatMap(georeference)
    let coordinates = SiteCoordinatesReader(model: model, units: units, reader: reader)
    site = coordinates.rigidOperation() ?? coordinates.site()
  }

  private func georeference(_ statement: MapStatement) -> Georeference? {
    let (eastings, northings) = (
      statement.eastings * statement.unit, statement.northings * statement.unit
    )
    let height = statement.height * statement.unit
    let scale = scale(statement)
    // No place on Earth is further from a projection's origin than its circumference.
    let numbers = [eastings, northings, height, scale, statement.unit]
    guard numbers.allSatisfy({ abs($0) < 4.1e7 }), scale > 0, statement.unit > 0 else {
      model.log.count(
        .error, code: "ifc.georeference.range",
        what: "the map coordinates of the model lie on no map, and were left out",
        suggestion: "check eastings, northings, scale and the map's unit")
      return nil
    }
    if let point = placeOnMap(near: Point2(eastings, northings)) {
      model.log.note(
        Finding(
          .warning, code: "ifc.georeference.twice",
          message:
            "the placements of the site or building are map coordinates already, and a map conversion"
            + " would add them once more; it was not applied",
          suggestion: "place the site near the origin, or leave the map conversion out"))
      let isHeightThere = abs(height) > 1 && abs(point.z - height) < 1
      return Georeference(
        epsg: statement.epsg, eastings: 0, northings: 0,
        height: Metres(isHeightThere ? 0 : height), source: statement.source)
    }
    let length = (statement.axis * statement.axis).sum().squareRoot()
    let direction = length > 0 ? statement.axis / length : Vector2(1, 0)
    return Georeference(
      epsg: statement.epsg, eastings: Metres(eastings), northings: Metres(northings),
      height: Metres(height), abscissa: direction.x, ordinate: direction.y, scale: scale,
      source: statement.source)
  }

  /// Map metres in one metre of the model.
  ///
  /// Scale turns local length units into map units. Files that leave it out, or write 1 although the
  /// units differ, mean lengths unchanged.
  private func scale(_ statement: MapStatement) -> Double {
    let ratio = statement.unit / units.length
    let isSameUnit = abs(ratio - 1) < 1e-6
    guard let scale = statement.scale, scale != 1 || isSameUnit else {
      if !isSameUnit {
        model.log.count(
          .warning, code: "ifc.georeference.scale",
          what:
            "IfcMapConversion has no scale between the project's unit and the map's; lengths are"
            + " taken unchanged",
          suggestion: "state Scale \(units.length / statement.unit)")
      }
      return statement.factor
    }
    return scale * ratio * statement.factor
  }

  /// Where a site, building or storey stands when that is a place of the map already: beyond 100 km
  /// from the origin, and within 50 km of where the conversion would put the origin.
  private func placeOnMap(near target: Point2) -> Point3? {
    let far = 100_000.0
    guard hypotenuse(target.x, target.y) > far else { return nil }
    let places = [IFCClass.site, .building, .buildingStorey].flatMap { model.instances(of: $0) }
    return places.prefix(64).lazy.map { reader.placement(of: $0).origin.point }.first { point in
      hypotenuse(point.x, point.y) > far
        && hypotenuse(point.x - target.x, point.y - target.y) < far / 2
    }
  }
}

private func hypotenuse(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
