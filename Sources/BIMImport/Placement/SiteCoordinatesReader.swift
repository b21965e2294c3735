import SpatialCore
import TwinModel

/// Reads latitude and longitude: of IfcSite with true north, or of IfcRigidOperation.
struct SiteCoordinatesReader {
  let model: IFCModel
  let units: ProjectUnits
  let reader: ShapeReader

  /// The first site that states both.
  func site() -> SiteCoordinates? {
    for site in model.instances(of: .site) {
      guard let latitude = degrees(site, .refLatitude), let longitude = degrees(site, .refLongitude)
      else { continue }
      guard isPlace(latitude, longitude, of: site) else { continue }
      let north = trueNorth()
      return SiteCoordinates(
        latitude: Degrees(latitude), longitude: Degrees(longitude),
        elevation: Metres(reader.length(site, .refElevation) ?? 0),
        origin: reader.placement(of: site).origin.point, northX: north.x, northY: north.y)
    }
    return nil
  }

  /// An IfcRigidOperation to a geographic system: the longitude first, as in the sample of the
  /// standard, and then the latitude; angles are written in degrees.
  func rigidOperation() -> SiteCoordinates? {
    for operation in model.instances(of: .rigidOperation) {
      guard let target = model.instance(operation, .targetCRS),
        model.known(target) == .geographicCRS,
        let longitude = model.real(operation, .firstCoordinate),
        let latitude = model.real(operation, .secondCoordinate),
        isPlace(latitude, longitude, of: operation)
      else { continue }
      let north = trueNorth()
      return SiteCoordinates(
        latitude: Degrees(latitude), longitude: Degrees(longitude),
        elevation: Metres(reader.length(operation, .height) ?? 0), origin: Point3(0, 0, 0),
        northX: north.x, northY: north.y)
    }
    return nil
  }

  private func isPlace(_ latitude: Double, _ longitude: Double, of source: STEPInstance) -> Bool {
    let subject = model.text(source, .globalId) ?? "#\(model.number(source))"
    guard abs(latitude) <= 90, abs(longitude) <= 180 else {
      model.log.count(
        .error, code: "ifc.site.range",
        what: "latitude \(latitude) and longitude \(longitude) are on no globe, and were left out",
        subject: subject, suggestion: "state degrees, minutes, seconds and millionths of seconds")
      return false
    }
    guard latitude != 0 || longitude != 0 else {
      model.log.count(
        .info, code: "ifc.site.zero",
        what: "latitude and longitude are both zero, which programs write that do not know them",
        subject: subject, suggestion: "state the place of the site, or leave both out")
      return false
    }
    return true
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
