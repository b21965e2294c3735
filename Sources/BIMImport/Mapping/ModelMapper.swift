import SpatialCore
import TwinModel

/// Turns the products of a model into buildings, storeys, spaces, elements and devices.
final class ModelMapper {
  let model: IFCModel
  let units: ProjectUnits
  let relations: ModelRelations
  let ids: Identities
  let crew: ShapeCrew
  /// Bodies that are asked for one by one.
  let shapes: ProductShapes
  let properties: PropertyReader
  let materials: MaterialReader
  let classifications: ClassificationReader
  let boundaries: BoundaryReader
  let devices: DeviceKinds
  let groups: GroupReader
  let places: ProductPlaces
  /// The triangles of representations that products share, by IfcRepresentationMap.
  private var sharedTriangles: [STEPInstance: TriangleMesh] = [:]

  init(
    _ model: IFCModel, _ units: ProjectUnits, _ relations: ModelRelations, _ ids: Identities
  ) {
    self.model = model
    self.units = units
    self.relations = relations
    self.ids = ids
    places = ProductPlaces(model: model, relations: relations)
    crew = ShapeCrew(model, units, openings: relations.openings)
    shapes = ProductShapes(model, units, openings: relations.openings)
    properties = PropertyReader(model: model, units: units, relations: relations)
    materials = MaterialReader(model: model, units: units, relations: relations)
    classifications = ClassificationReader(model: model, relations: relations)
    boundaries = BoundaryReader(
      model: model, relations: relations, ids: ids,
      surfaces: BoundarySurfaces(model: model, reader: shapes.reader))
    groups = GroupReader(model: model, relations: relations, ids: ids)
    devices = DeviceKinds(model: model, relations: relations)
  }

  /// Calls `body` with one building after the other, with all that is in it, in order of GlobalId.
  ///
  /// Only one building is held in memory at a time.
  func forEachBuilding<Failure: Error>(
    _ body: (Building) throws(Failure) -> Void
  ) throws(Failure) {
    var structure = SpatialStructure(model, relations, ids, shapes.reader)
    var inside: [Int: [STEPInstance]] = [:]
    var homeless: [STEPInstance] = []
    let products =
      model.instances(of: .space)
      + model.instances(of: .element).filter { places.isPhysical($0) }
    for product in products {
      if let building = structure.building(of: places.home(of: product)) {
        inside[building, default: []].append(product)
      } else {
        homeless.append(product)
      }
    }
    // What is in no building goes by its height, and may need a building made for it.
    add(homeless, to: &structure)
    for building in structure.places {
      add(inside.removeValue(forKey: building) ?? [], to: &structure)
      var whole = structure.take(building)
      RoomGraph.complete(&whole)
      try body(whole)
    }
  }

  private func add(_ products: [STEPInstance], to structure: inout SpatialStructure) {
    crew.forEachShape(of: products) { add($0, $1, to: &structure) }
  }

  private func add(
    _ product: STEPInstance, _ shape: ProductShape?, to structure: inout SpatialStructure
  ) {
    let home = places.home(of: product)
    if model.isKind(product, of: .space) {
      let (value, bottom) = space(product, shape?.world)
      structure.add(value, home: home, bottom: bottom)
      return
    }
    let body = shape.map { placed($0) }
    let bottom = body?.bounds?.min.z ?? shapes.reader.placement(of: product).origin.z
    if devices.isDevice(product) {
      structure.add(device(product, body), home: home, bottom: bottom)
    } else {
      structure.add(element(product, body), home: home, bottom: bottom)
    }
  }

  /// The body as the model keeps it; what products share is shared.
  private func placed(_ shape: ProductShape) -> PlacedShape {
    let place = shape.place.shapePlace
    guard let map = shape.map else { return PlacedShape(shape.local.triangleMesh, at: place) }
    let triangles = sharedTriangles[map] ?? shape.local.triangleMesh
    sharedTriangles[map] = triangles
    return PlacedShape(triangles, at: place)
  }
}
