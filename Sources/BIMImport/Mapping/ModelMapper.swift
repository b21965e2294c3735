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

  init(_ model: IFCModel, _ units: ProjectUnits) {
    self.model = model
    self.units = units
    let relations = ModelRelations(model)
    self.relations = relations
    ids = Identities(model)
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
      structure.add(value, home: home(of: space), bottom: bottom)
    }
    for product in model.instances(of: .element) where isPhysical(product) {
      let mesh = shapes.shape(of: product)?.mesh
      let bottom = mesh?.bounds?.min.z ?? shapes.reader.placement(of: product).origin.z
      if devices.isDevice(product) {
        let device = device(product, mesh)
        structure.add(device, home: home(of: product), bottom: bottom)
      } else {
        structure.add(element(product, mesh), home: home(of: product), bottom: bottom)
      }
    }
    return structure.buildings().map { building in
      var building = building
      RoomGraph.complete(&building)
      return building
    }
  }

  // MARK: - Where things are

  func isPhysical(_ product: STEPInstance) -> Bool {
    !model.isKind(product, of: .featureElement) && model.known(product) != .virtualElement
  }

  /// The nearest storey, building or site around a product: of what contains it, what it is a part
  /// of, or what it fills; nil when there is none.
  func home(of product: STEPInstance) -> STEPInstance? {
    var at: STEPInstance? = product
    // Deeper than any structure, so that a circle ends.
    for _ in 0..<64 {
      guard let here = at else { return nil }
      if here != product,
        [.buildingStorey, .building, .site].contains(where: { model.isKind(here, of: $0) })
          || model.isKind(here, of: .facility)
      {
        return here
      }
      at =
        relations.container[here] ?? relations.parent[here]
        ?? relations.filled[here].flatMap { relations.voided[$0] ?? relations.parent[$0] }
        ?? relations.covered[here]
    }
    return nil
  }

  /// The space that contains a product, directly or around what it is a part of.
  func spaceAround(_ product: STEPInstance) -> GlobalID? {
    var at: STEPInstance? = product
    for _ in 0..<16 {
      guard let here = at else { return nil }
      if let place = relations.container[here] {
        return model.isKind(place, of: .space) ? ids[place] : nil
      }
      at = relations.parent[here]
    }
    return nil
  }
}
