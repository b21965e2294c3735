import TwinModel

/// The rows of an inspection about rooms: spaces, doors and windows, boundaries.
struct RoomRows {
  private let model: IFCModel
  private let materials: MaterialReader
  private let classifications: ClassificationReader
  private let relations: ModelRelations
  private let ids: Identities
  private let buildings: [Building]
  private let furniture: [GlobalID: Int]
  private var byID: [GlobalID: Space] = [:]

  init(
    _ model: IFCModel, _ units: ProjectUnits, _ relations: ModelRelations, _ ids: Identities,
    _ buildings: [Building], _ furniture: [GlobalID: Int]
  ) {
    self.model = model
    self.relations = relations
    self.ids = ids
    self.buildings = buildings
    self.furniture = furniture
    materials = MaterialReader(model: model, units: units, relations: relations)
    classifications = ClassificationReader(model: model, relations: relations)
    for space in buildings.flatMap(\.storeys).flatMap(\.spaces) { byID[space.id] = space }
  }

  /// The spaces, in order of the file.
  func spaces() -> [ModelInspection.SpaceRow] {
    var doors: [GlobalID: [String]] = [:]
    var windows: [GlobalID: [String]] = [:]
    for element in buildings.flatMap(\.storeys).flatMap(\.elements) {
      for space in element.rooms?.spaces ?? [] {
        if element.kind == .door {
          doors[space, default: []].append(element.id.value)
        } else {
          windows[space, default: []].append(element.id.value)
        }
      }
    }
    var instances: [GlobalID: STEPInstance] = [:]
    for wall in model.instances(of: .wall) + model.instances(of: .curtainWall) {
      instances[ids[wall]] = wall
    }
    func row(_ wall: RoomWall) -> ModelInspection.WallRow {
      ModelInspection.WallRow(
        guid: wall.wall.value, area: ModelInspection.rounded(wall.area.value),
        openingArea: ModelInspection.rounded(wall.openingArea.value), source: wall.source,
        materials: instances[wall.wall].map { materials.layers(of: $0) } ?? [])
    }
    return model.instances(of: .space).map { instance in
      let id = ids[instance]
      let space = byID[id]
      return ModelInspection.SpaceRow(
        guid: model.text(instance, .globalId) ?? "", name: model.text(instance, .name),
        longName: model.text(instance, .longName),
        storey: relations.parent[instance].flatMap { model.text($0, .globalId) },
        floorArea: space?.floorArea.map { ModelInspection.rounded($0.value) },
        volume: space?.volume.map { ModelInspection.rounded($0.value) },
        floorElevation: space.map { ModelInspection.rounded($0.floorElevation.value) },
        height: space?.height.map { ModelInspection.rounded($0.value) },
        footprint: space.map { Self.rings($0.footprint) } ?? [],
        classifications: classifications.codes(of: instance), doors: doors[id] ?? [],
        windows: windows[id] ?? [], walls: space?.walls.map(row) ?? [],
        furniture: furniture[id] ?? 0)
    }
  }

  /// The doors and windows that something is known of, storey by storey.
  func doors() -> [ModelInspection.DoorRow] {
    buildings.flatMap(\.storeys).flatMap(\.elements).compactMap { element in
      guard element.kind == .door || element.kind == .window else { return nil }
      return ModelInspection.DoorRow(
        guid: element.id.value, className: element.sourceClass, name: element.name,
        spaces: element.rooms?.spaces.map(\.value) ?? [], source: element.rooms?.source)
    }
  }

  /// The boundaries of spaces, space by space.
  func boundaries() -> [ModelInspection.BoundaryRow] {
    buildings.flatMap(\.storeys).flatMap(\.spaces).flatMap { space in
      space.boundaries.map { boundary in
        ModelInspection.BoundaryRow(space: space.id.value, boundary)
      }
    }
  }

  /// Polygons as rings of points, the outer ring first.
  private static func rings(_ outline: MultiPolygon) -> [[[[Double]]]] {
    outline.polygons.map { polygon in
      ([polygon.outer] + polygon.holes).map { ring in
        ring.map { [ModelInspection.rounded($0.x), ModelInspection.rounded($0.y)] }
      }
    }
  }
}
