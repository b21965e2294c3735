import SpatialCore
import TwinModel

/// Collects what is needed to know the rooms of a model while its products are meshed one by one.
///
/// That is spaces, doors and windows with the walls they are in, and furniture; bodies of all else are
/// let go.
final class RoomBook {
  private let model: IFCModel
  private let relations: ModelRelations
  private let ids: Identities
  private let reader: ShapeReader
  private let places: ProductPlaces
  private let boundaries: BoundaryReader
  private let roles: [Role?]
  /// Walls, and other elements with holes that doors and windows fill.
  private var hosts: Set<STEPInstance> = []
  /// Whether walls without doors and windows are needed too.
  private let keepsWalls: Bool
  private var hostMeshes: [STEPInstance: TriangleMesh] = [:]
  private var holes: [STEPInstance: Box3] = [:]
  private var loose: [STEPInstance: TriangleMesh] = [:]
  private var spaces: [STEPInstance: Space] = [:]
  /// Pieces of furniture by the space that contains them.
  private var contained: [STEPInstance: Int] = [:]
  /// Those that no space contains, with their storey.
  private var scattered: [(home: STEPInstance, middle: Point3)] = []

  private enum Role { case space, opening, door, window, furniture }

  init(
    _ model: IFCModel, _ relations: ModelRelations, _ ids: Identities, _ reader: ShapeReader
  ) {
    self.model = model
    self.relations = relations
    self.ids = ids
    self.reader = reader
    places = ProductPlaces(model: model, relations: relations)
    boundaries = BoundaryReader(
      model: model, relations: relations, ids: ids,
      surfaces: BoundarySurfaces(model: model, reader: reader))
    let table: [(IFCClass, Role)] = [
      (.space, .space), (.openingElement, .opening), (.door, .door), (.window, .window),
      (.furnishingElement, .furniture),
    ]
    roles = model.byKeyword { isKind in table.first { isKind($0.0) }?.1 }
    for filling in model.instances(of: .door) + model.instances(of: .window) {
      if let host = relations.filled[filling].flatMap({ relations.voided[$0] }) {
        hosts.insert(host)
      }
    }
    // Walls are needed where no boundary says which of them are around a space; the others only by
    // name, which is quick.
    let walls = model.instances(of: .wall) + model.instances(of: .curtainWall)
    let isSilent = model.instances(of: .space).contains {
      relations.boundaries.first($0) == nil
    }
    hosts.formUnion(walls)
    keepsWalls = isSilent
  }

  /// Takes what is needed of a product and its body.
  func add(_ product: STEPInstance, _ mesh: SolidMesh, _ bounds: (min: Vector3, max: Vector3)) {
    switch roles[Int(model.file.index.keywords[Int(product.row)])] {
    case .space: spaces[product] = space(product, mesh)
    case .opening:
      if relations.fillings.first(product) != nil {
        holes[product] = Box3(around: [bounds.min.point, bounds.max.point])
      }
    case .door, .window:
      if relations.filled[product] == nil { loose[product] = mesh.triangleMesh }
    case .furniture:
      if let space = places.spaceAround(product) {
        contained[space, default: 0] += 1
      } else if let home = places.home(of: product) {
        scattered.append((home, ((bounds.min + bounds.max) / 2).point))
      }
    case nil:
      guard hosts.contains(product), keepsWalls || relations.openings.first(product) != nil else {
        return
      }
      hostMeshes[product] = mesh.triangleMesh
    }
  }

  /// The buildings with storeys, spaces, doors and windows, and the graph of rooms; how many pieces
  /// of furniture stand in each space.
  func finish() -> (buildings: [Building], furniture: [GlobalID: Int]) {
    var structure = SpatialStructure(model, relations, ids, reader)
    for instance in model.instances(of: .space) {
      let value = spaces[instance] ?? space(instance, nil)
      structure.add(
        value, home: places.home(of: instance), bottom: value.floorElevation.value)
    }
    for instance in model.instances(of: .door) + model.instances(of: .window) {
      let mesh = loose[instance]
      let isDoor = model.isKind(instance, of: .door)
      add(
        Element(
          id: ids[instance], kind: isDoor ? .door : .window,
          sourceClass: model.className(instance), name: model.text(instance, .name) ?? "",
          body: mesh.map { PlacedShape($0) },
          overallWidth: reader.length(instance, .overallWidth).map { Metres($0) }),
        instance, mesh, to: &structure)
    }
    for host in hosts.sorted() {
      let mesh = hostMeshes.removeValue(forKey: host)
      let openings = (relations.openings[host] ?? []).compactMap { opening -> Opening? in
        guard let filling = relations.fillings.first(opening) else { return nil }
        return Opening(id: ids[opening], filledBy: ids[filling], bounds: holes[opening])
      }
      add(
        Element(
          id: ids[host], kind: ElementKind(host, in: model), sourceClass: model.className(host),
          body: mesh.map { PlacedShape($0) }, openings: openings.sorted { $0.id < $1.id }), host,
        mesh, to: &structure)
    }
    let buildings = structure.places.map { place in
      var building = structure.take(place)
      RoomGraph.complete(&building)
      return building
    }
    return (buildings, countFurniture(buildings))
  }

  private func space(_ product: STEPInstance, _ mesh: SolidMesh?) -> Space {
    var space = Space(
      id: ids[product], name: model.text(product, .name) ?? "",
      longName: model.text(product, .longName) ?? "",
      boundaries: boundaries.boundaries(of: product))
    _ = SpaceShape.measure(&space, mesh, standingAt: reader.placement(of: product).origin.z)
    return space
  }

  private func add(
    _ element: Element, _ instance: STEPInstance, _ mesh: TriangleMesh?,
    to structure: inout SpatialStructure
  ) {
    let bottom = mesh?.bounds?.min.z ?? reader.placement(of: instance).origin.z
    structure.add(element, home: places.home(of: instance), bottom: bottom)
  }

  private func countFurniture(_ buildings: [Building]) -> [GlobalID: Int] {
    var counts: [GlobalID: Int] = [:]
    for (space, count) in contained { counts[ids[space], default: 0] += count }
    guard !scattered.isEmpty else { return counts }
    var lookups: [GlobalID: SpaceLookup] = [:]
    for storey in buildings.flatMap(\.storeys) { lookups[storey.id] = SpaceLookup(storey.spaces) }
    var byHome: [STEPInstance: SpaceLookup?] = [:]
    for (home, middle) in scattered {
      let lookup = byHome[home] ?? lookups[ids[home]]
      byHome[home] = lookup
      if let space = lookup?.space(at: middle) { counts[space, default: 0] += 1 }
    }
    return counts
  }
}
