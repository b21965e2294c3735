import GRDB
import TwinModel

/// Writes the objects of one import, or those that one study proposes, in the order of the model.
final class ModelWriter {
  /// Whose objects they are.
  enum Owner {
    case version(Int64)
    case study(Int64)
  }

  private let owner: Owner
  private let placement: Placement
  private let properties: PropertyWriter
  private let meshes: MeshWriter
  private let object, building, storey, space, element, opening, device, zoneSpace: Insertion
  private let layer, classification, elementRoom: Insertion
  private let boundaries: BoundaryWriter
  private let groups: GroupWriter

  init(_ db: Database, owner: Owner, placement: Placement) throws {
    self.owner = owner
    self.placement = placement
    properties = try PropertyWriter(db)
    meshes = try MeshWriter(db)
    object = try Insertion(
      db, into: "object", ["version", "study", "kind", "parent", "global_id", "name"])
    building = try Insertion(
      db, into: "building", ["object", "outline", "z_low", "z_high", "footprint"],
      expressions: ["footprint": placement.expression])
    storey = try Insertion(db, into: "storey", ["object", "elevation", "height"])
    space = try Insertion(
      db, into: "space",
      [
        "object", "long_name", "object_type", "floor_elevation", "floor_area", "height", "volume",
        "outline", "z_low", "z_high", "footprint",
      ], expressions: ["footprint": placement.expression])
    element = try Insertion(
      db, into: "element",
      [
        "object", "kind", "source_class", "is_external", "overall_width", "overall_height", "mesh",
        "place", "z_low", "z_high", "part_of", "space", "rooms_source",
      ])
    opening = try Insertion(
      db, into: "opening",
      ["object", "filled_by", "x_low", "y_low", "z_low", "x_high", "y_high", "z_high"])
    device = try Insertion(
      db, into: "device", ["object", "kind", "origin", "space", "x", "y", "z", "place"],
      expressions: ["place": placement.expression])
    zoneSpace = try Insertion(db, into: "zone_space", ["zone", "position", "space"])
    layer = try Insertion(
      db, into: "material_layer", ["element", "position", "material", "thickness", "category"])
    classification = try Insertion(
      db, into: "classification", ["object", "position", "reference"])
    elementRoom = try Insertion(db, into: "element_room", ["element", "position", "space"])
    boundaries = try BoundaryWriter(db)
    groups = try GroupWriter(db)
  }

  /// Writes a building with all that it contains.
  func write(_ value: Building) throws {
    defer { meshes.forgetShared() }
    let key = try insert("building", value.id, name: value.name, in: nil)
    var range = HeightRange()
    for storey in value.storeys { range.include(try write(storey, in: key)) }
    try building(
      .key(key), .blob(OutlineWKB.encode(value.footprint)), .real(range.low), .real(range.high),
      .blob(placement.map(value.footprint)))
    try properties.write(value.properties, to: .property, of: key)
  }

  /// Writes a zone.
  func write(_ value: Zone) throws {
    let key = try insert("zone", value.id, name: value.name, in: nil)
    for (position, space) in value.spaces.enumerated() {
      try zoneSpace(.key(key), .integer(position), .text(space.value))
    }
  }

  /// Writes a group.
  func write(_ value: ObjectGroup) throws {
    try groups.write(value, as: try insert("object_group", value.id, name: value.name, in: nil))
  }

  /// Writes a device; `storey` is nil for one that only a study knows.
  func write(_ value: Device, in storey: Int64?) throws {
    let key = try insert("device", value.id, name: value.name, in: storey)
    let position = value.position
    try device(
      .key(key), .text(value.kind), .text(value.origin.rawValue), .text(value.space?.value),
      .real(position?.x), .real(position?.y), .real(position?.z),
      .blob(position.flatMap { placement.map($0.plan) }))
    try properties.write(value.properties, to: .property, of: key)
  }

  // MARK: - Parts of a building

  private func insert(
    _ kind: String, _ id: GlobalID, name: String, in parent: Int64?
  ) throws -> Int64 {
    var version: Int64?
    var study: Int64?
    switch owner {
    case .version(let key): version = key
    case .study(let key): study = key
    }
    return try object(
      .key(version), .key(study), .text(kind), .key(parent), .text(id.value), .text(name))
  }

  private func write(_ value: Storey, in building: Int64) throws -> HeightRange {
    let key = try insert("storey", value.id, name: value.name, in: building)
    try storey(.key(key), .real(value.elevation.value), .real(value.height?.value))
    var range = HeightRange()
    range.include(value.elevation.value)
    for space in value.spaces { range.include(try write(space, in: key)) }
    for element in value.elements { range.include(try write(element, in: key)) }
    for device in value.devices { try write(device, in: key) }
    return range
  }

  private func write(_ value: Space, in storey: Int64) throws -> HeightRange {
    let key = try insert("space", value.id, name: value.name, in: storey)
    let range = HeightRange(of: value)
    try space(
      .key(key), .text(value.longName), .text(value.objectType), .real(value.floorElevation.value),
      .real(value.floorArea?.value), .real(value.height?.value), .real(value.volume?.value),
      .blob(OutlineWKB.encode(value.footprint)), .real(range.low), .real(range.high),
      .blob(placement.map(value.footprint)))
    try write(value.classifications, of: key)
    try boundaries.write(value.boundaries, of: key)
    try boundaries.write(value.walls, of: key)
    try properties.write(value.declaredQuantities, to: .quantity, of: key)
    try properties.write(value.properties, to: .property, of: key)
    return range
  }

  private func write(_ value: Element, in storey: Int64) throws -> HeightRange {
    let key = try insert("element", value.id, name: value.name, in: storey)
    let mesh = try value.body.map { try meshes.writeShared($0.shape, of: value.id) }
    let range = HeightRange(of: value.body)
    try element(
      .key(key), .text(value.kind.rawValue), .text(value.sourceClass), .flag(value.isExternal),
      .real(value.overallWidth?.value), .real(value.overallHeight?.value), .key(mesh),
      .blob(value.body.flatMap { PlaceBlob.encode($0.place) }), .real(range.low), .real(range.high),
      .text(value.partOf?.value), .text(value.space?.value),
      .text(value.rooms?.source.rawValue))
    for (position, part) in value.layers.enumerated() {
      try layer(
        .key(key), .integer(position), .text(part.material), .real(part.thickness?.value),
        .text(part.category))
    }
    for (position, space) in (value.rooms?.spaces ?? []).enumerated() {
      try elementRoom(.key(key), .integer(position), .text(space.value))
    }
    try write(value.classifications, of: key)
    for hole in value.openings { try write(hole, in: key) }
    try properties.write(value.declaredQuantities, to: .quantity, of: key)
    try properties.write(value.properties, to: .property, of: key)
    return range
  }

  private func write(_ references: [String], of object: Int64) throws {
    for (position, reference) in references.enumerated() {
      try classification(.key(object), .integer(position), .text(reference))
    }
  }

  private func write(_ value: Opening, in element: Int64) throws {
    let key = try insert("opening", value.id, name: "", in: element)
    let (low, high) = (value.bounds?.min, value.bounds?.max)
    try opening(
      .key(key), .text(value.filledBy?.value), .real(low?.x), .real(low?.y), .real(low?.z),
      .real(high?.x), .real(high?.y), .real(high?.z))
  }
}
