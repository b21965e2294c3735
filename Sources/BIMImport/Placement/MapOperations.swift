import SpatialCore
import TwinModel

/// Reads IfcMapConversion, IfcMapConversionScaled and IfcRigidOperation to a projected system.
struct MapOperations {
  let model: IFCModel
  let units: ProjectUnits

  /// The first statement that names its projection.
  func statement() -> MapStatement? {
    for operation in model.instances(of: .coordinateOperation) {
      guard let target = model.instance(operation, .targetCRS),
        model.known(target) != .geographicCRS,
        let code = ReferenceSystemName(model: model).code(
          model.text(target, .name), subject: operation)
      else { continue }
      let unit = unit(of: target)
      if model.isKind(operation, of: .mapConversion) {
        return conversion(operation, epsg: code, unit: unit)
      }
      if model.known(operation) == .rigidOperation {
        return MapStatement(
          epsg: code, unit: unit, eastings: model.real(operation, .firstCoordinate) ?? 0,
          northings: model.real(operation, .secondCoordinate) ?? 0,
          height: model.real(operation, .height) ?? 0, source: .mapConversion)
      }
    }
    return nil
  }

  /// Metres in the unit of a projection; without one the map has the project's (IFC4,
  /// IfcProjectedCRS.MapUnit).
  private func unit(of target: STEPInstance) -> Double {
    guard let stated = model.instance(target, .mapUnit) else { return units.length }
    return UnitReader(model: model).scale(stated)?.factor ?? units.length
  }

  private func conversion(_ operation: STEPInstance, epsg: Int, unit: Double) -> MapStatement {
    MapStatement(
      epsg: epsg, unit: unit, eastings: model.real(operation, .eastings) ?? 0,
      northings: model.real(operation, .northings) ?? 0,
      height: model.real(operation, .orthogonalHeight) ?? 0,
      axis: Vector2(
        model.real(operation, .xAxisAbscissa) ?? 1, model.real(operation, .xAxisOrdinate) ?? 0),
      scale: model.real(operation, .scale), factor: factor(operation), source: .mapConversion)
  }

  /// The factor in the plane of IfcMapConversionScaled; 1 without one.
  private func factor(_ operation: STEPInstance) -> Double {
    guard let x = model.real(operation, .factorX), let y = model.real(operation, .factorY) else {
      return 1
    }
    if abs(x - y) > 1e-9 * max(abs(x), abs(y)) {
      model.log.count(
        .warning, code: "ifc.georeference.factors",
        what: "IfcMapConversionScaled has different factors for x and y; their mean is used",
        subject: "#\(model.number(operation))",
        suggestion: "state one factor for both, as map projections have it")
    }
    return (x + y) / 2
  }
}
