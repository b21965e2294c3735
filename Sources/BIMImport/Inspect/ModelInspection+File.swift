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
    let ids = Identities(model)
    let crew = ShapeCrew(model, units, openings: relations.openings)
    let reader = ShapeReader(model, units)
    ModelDiagnosis(model, relations, ids).run()
    let georeferencing = Georeferencing(model, units)
    let book = RoomBook(model, relations, ids, reader)
    var products: [ProductRow] = []
    crew.forEachShape(of: model.instances(of: .product)) { product, shape in
      guard let mesh = shape?.world, let bounds = mesh.bounds else { return }
      products.append(row(product, mesh, bounds, in: model))
      book.add(product, mesh, bounds)
    }
    let (buildings, furniture) = book.finish()
    RoomDiagnosis(model, relations, ids).run(buildings)
    let rooms = RoomRows(model, units, relations, ids, buildings, furniture)
    let groups = GroupReader(model: model, relations: relations, ids: ids)
    return ModelInspection(
      schema: model.file.header.schemas.first ?? "",
      authoringTool: model.file.header.originatingSystem, byteCount: model.file.byteCount,
      entityTotal: model.file.index.count,
      counts: Dictionary(uniqueKeysWithValues: model.counts().map { ($0.name, $0.count) }),
      lengthUnitScale: units.length, units: units.rows,
      georeference: georeferencing.georeference, site: georeferencing.site,
      storeys: storeys(model, reader), spaces: rooms.spaces(), doors: rooms.doors(),
      boundaries: rooms.boundaries(), zones: groups.zones(), groups: groups.groups(),
      propertySets: counted(model, .propertySet), quantitySets: counted(model, .elementQuantity),
      materials: counted(model, .material), products: products, findings: model.log.all())
  }

  private static func row(
    _ product: STEPInstance, _ mesh: SolidMesh, _ bounds: (min: Vector3, max: Vector3),
    in model: IFCModel
  ) -> ProductRow {
    ProductRow(
      guid: model.text(product, .globalId) ?? "", id: model.number(product),
      className: model.className(product),
      box: [bounds.min, bounds.max].map { [rounded($0.x), rounded($0.y), rounded($0.z)] },
      volume: rounded(mesh.signedVolume), area: rounded(mesh.surfaceArea),
      closed: mesh.isClosed, triangles: mesh.triangleCount)
  }

  private static func storeys(_ model: IFCModel, _ reader: ShapeReader) -> [StoreyRow] {
    model.instances(of: .buildingStorey).map { storey in
      StoreyRow(
        guid: model.text(storey, .globalId) ?? "", name: model.text(storey, .name),
        elevation: rounded(reader.placement(of: storey).origin.z))
    }
  }

  /// How many instances of a class have each name.
  private static func counted(_ model: IFCModel, _ wanted: IFCClass) -> [String: Int] {
    var counts: [String: Int] = [:]
    for instance in model.instances(of: wanted) {
      counts[model.text(instance, .name) ?? "", default: 0] += 1
    }
    return counts
  }

  /// Micrometres are enough, and short numbers are easier on the eye.
  static func rounded(_ value: Double) -> Double {
    guard abs(value) < 1e12 else { return value }
    let result = (value * 1e6).rounded() / 1e6
    return result == 0 ? 0 : result
  }
}
