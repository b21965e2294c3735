import SpatialCore
import TwinModel

/// Turns the products of a model into buildings, storeys, spaces, elements and devices.
final class ModelMapper {
  let model: IFCModel
  let units: ProjectUnits
  let relations: ModelRelations
  let ids: Identities
  let shapes: ProductShapes
  let properties: PropertyReader
  let materials: MaterialReader
  let classifications: ClassificationReader
  let boundaries: BoundaryReader
  let devices: DeviceKinds
  let groups: GroupReader
  let places: ProductPlaces

  init(
    _ model: IFCModel, _ units: ProjectUnits, _ relations: ModelRelations, _ ids: Identities
  ) {
    self.model = model
    self.units = units
    self.relations = relations
    self.ids = ids
    places = ProductPlaces(model: model, relations: relations)
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

  /// The buildings with all that is in them, ordered by GlobalId.
  func buildings() -> [Building] {
    var structure = SpatialStructure(model, relations, ids, shapes.reader)
    for space in model.instances(of: .space) {
      let (value, bottom) = self.space(space)
      structure.add(value, home: places.home(of: space), bottom: bottom)
    }
    for product in model.instances(of: .element) where places.isPhysical(product) {
      let mesh = shapes.shape(of: product)?.mesh
      let bottom = mesh?.bounds?.min.z ?? shapes.reader.placement(of: product).origin.z
      if devices.isDevice(product) {
        let device = device(product, mesh)
        structure.add(device, home: places.home(of: product), bottom: bottom)
      } else {
        structure.add(element(product, mesh), home: places.home(of: product), bottom: bottom)
      }
    }
    return structure.buildings().map { building in
      var building = building
      RoomGraph.complete(&building)
      return building
    }
  }
}
