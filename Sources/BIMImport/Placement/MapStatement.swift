import SpatialCore
import TwinModel

/// What a file says of its place on the map, as it says it.
struct MapStatement {
  /// EPSG code of the projected system.
  var epsg: Int
  /// Metres in one unit of the map.
  var unit: Double
  /// Easting of the local origin, in units of the map.
  var eastings: Double
  /// Northing of the local origin, in units of the map.
  var northings: Double
  /// Height of the local zero, in units of the map.
  var height: Double
  /// The direction of the local x axis on the map; of any length.
  var axis = Vector2(1, 0)
  /// Map units in one local unit; nil when not stated.
  var scale: Double?
  /// What ground lengths shrink by on the map, on top of the scale (IfcMapConversionScaled).
  var factor = 1.0
  /// What says so.
  var source: Georeference.Source
}

/// Reads the names of reference systems.
struct ReferenceSystemName {
  let model: IFCModel

  /// The EPSG code in a name such as `EPSG:4547` or `urn:ogc:def:crs:EPSG::4547`; nil, and a finding,
  /// when there is none.
  func code(_ name: String?, subject: STEPInstance) -> Int? {
    let words = (name ?? "").uppercased()
    if let place = words.firstRange(of: "EPSG") {
      let digits = words[place.upperBound...].split { !$0.isNumber && $0 != "." }.last ?? ""
      if let code = Int(digits), code > 0 { return code }
    }
    model.log.count(
      .warning, code: "ifc.georeference.crs",
      what: "the map projection “\(name ?? "")” is not named by an EPSG code",
      subject: "#\(model.number(subject))", suggestion: "name it as EPSG:4547 or the like")
    return nil
  }
}
