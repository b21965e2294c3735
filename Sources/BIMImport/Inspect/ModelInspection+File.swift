import SpatialCore
import TwinModel

extension ModelInspection {
  /// Looks into an IFC file.
  ///
  /// - Throws: ``ImportError`` when the file cannot be read or is not STEP.
  public static func inspect(file path: String) throws(ImportError) -> ModelInspection {
    inspect(try IFCModel(file: path))
  }

  /// Looks into the text of a STEP file.
  package static func inspect(text: String) throws(ImportError) -> ModelInspection {
    inspect(try IFCModel(text: text))
  }

  private static func inspect(_ model: IFCModel) -> ModelInspection {
    let units = ProjectUnits(model)
    let relations = ModelRelations(model)
    let shapes = ProductShapes(model, units, openings: relations.openings)
    ModelDiagnosis(model).run()
    let georeferencing = Georeferencing(model, units)
    var products: [ProductRow] = []
    var bodies: [STEPInstance: (area: Double, volume: Double?)] = [:]
    for product in model.instances(of: .product) {
      guard let mesh = shapes.shape(of: product)?.mesh, let bounds = mesh.bounds else { continue }
      let volume = mesh.signedVolume
      products.append(
        ProductRow(
          guid: model.text(product, .globalId) ?? "", id: model.number(product),
          className: model.className(product),
          box: [bounds.min, bounds.max].map { [rounded($0.x), rounded($0.y), rounded($0.z)] },
          volume: rounded(volume), closed: mesh.isClosed, triangles: mesh.triangleCount))
      if model.isKind(product, of: .space) {
        bodies[product] = (mesh.downFacingArea, mesh.isClosed ? volume : nil)
      }
    }
    return ModelInspection(
      schema: model.file.header.schemas.first ?? "",
      authoringTool: model.file.header.originatingSystem, byteCount: model.file.byteCount,
      entityTotal: model.file.index.count,
      counts: Dictionary(uniqueKeysWithValues: model.counts().map { ($0.name, $0.count) }),
      lengthUnitScale: units.length, georeference: georeferencing.georeference,
      site: georeferencing.site, storeys: storeys(model, shapes.reader),
      spaces: spaces(model, relations, bodies), products: products, findings: model.log.all())
  }

  private static func storeys(_ model: IFCModel, _ reader: ShapeReader) -> [StoreyRow] {
    model.instances(of: .buildingStorey).map { storey in
      StoreyRow(
        guid: model.text(storey, .globalId) ?? "", name: model.text(storey, .name),
        elevation: rounded(reader.placement(of: storey).origin.z))
    }
  }

  private static func spaces(
    _ model: IFCModel, _ relations: ModelRelations,
    _ bodies: [STEPInstance: (area: Double, volume: Double?)]
  ) -> [SpaceRow] {
    model.instances(of: .space).map { space in
      SpaceRow(
        guid: model.text(space, .globalId) ?? "", name: model.text(space, .name),
        longName: model.text(space, .longName),
        storey: relations.parent[space].flatMap { model.text($0, .globalId) },
        floorArea: bodies[space].map { rounded($0.area) },
        volume: bodies[space]?.volume.map(rounded))
    }
  }

  /// Micrometres are enough, and short numbers are easier on the eye.
  private static func rounded(_ value: Double) -> Double {
    guard abs(value) < 1e12 else { return value }
    let result = (value * 1e6).rounded() / 1e6
    return result == 0 ? 0 : result
  }
}
