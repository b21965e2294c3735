import Foundation
import GRDB
import TwinModel

/// Reads the objects of one import, or those that one study proposes.
///
/// Each table is read once, in the order of object keys, which is the order of the model.
struct ModelReader {
  private let db: Database
  private let path: String
  private let filter: String
  private let owner: Int64

  /// Reads what import `version` holds.
  init(_ db: Database, version: Int64, path: String) {
    self.init(db, filter: "o.version = ?", owner: version, path: path)
  }

  /// Reads what study `study` proposes.
  init(_ db: Database, study: Int64, path: String) {
    self.init(db, filter: "o.study = ?", owner: study, path: path)
  }

  private init(_ db: Database, filter: String, owner: Int64, path: String) {
    self.db = db
    self.filter = filter
    self.owner = owner
    self.path = path
  }

  /// The buildings with all that they contain.
  func buildings() throws -> [Building] {
    let properties = try values(of: "property")
    let storeys = try storeys(properties: properties, quantities: values(of: "quantity"))
    return try collect("building", "t.outline") { row, object in
      Building(
        id: object.id, name: object.name, storeys: storeys[object.key] ?? [],
        footprint: try outline(row, 4), properties: properties[object.key] ?? [])
    }.inOrder
  }

  /// The zones.
  func zones() throws -> [Zone] {
    let members = try texts("zone_space", owner: "zone", column: "space")
    let sql = """
      SELECT o.id, o.parent, o.global_id, o.name FROM object o
      WHERE \(filter) AND o.kind = 'zone' ORDER BY o.id
      """
    return try rows(sql) { row in
      var zone = Zone(id: GlobalID(row[2]), name: row[3], spaces: [])
      zone.spaces = (members[row[0]] ?? []).map { GlobalID($0) }
      return zone
    }
  }

  /// The systems and other groups.
  func groups() throws -> [ObjectGroup] {
    let members = try texts("group_member", owner: "object_group", column: "member")
    let served = try texts("group_service", owner: "object_group", column: "served")
    return try collect("object_group", "t.source_class, t.purpose") { row, object in
      var group = ObjectGroup(
        id: object.id, sourceClass: row[4], name: object.name, purpose: row[5], members: [])
      group.members = (members[object.key] ?? []).map { GlobalID($0) }
      group.serves = (served[object.key] ?? []).map { GlobalID($0) }
      return group
    }.inOrder
  }

  /// The devices that stand in no storey, as those that a study proposes.
  func looseDevices() throws -> [Device] {
    try devices(properties: values(of: "property")).inOrder
  }

  // MARK: - Objects

  /// The columns that all objects have.
  private struct Object {
    let key: Int64
    let id: GlobalID
    let name: String
  }

  /// Objects by their parent, and all in their order.
  private struct Collected<Value> {
    var byParent: [Int64: [Value]] = [:]
    var inOrder: [Value] = []

    subscript(parent: Int64) -> [Value]? { byParent[parent] }
  }

  private func storeys(
    properties: [Int64: [Property]], quantities: [Int64: [Property]]
  ) throws -> Collected<Storey> {
    let spaces = try spaces(properties: properties, quantities: quantities)
    let elements = try elements(properties: properties, quantities: quantities)
    let devices = try devices(properties: properties)
    return try collect("storey", "t.elevation, t.height") { row, object in
      Storey(
        id: object.id, name: object.name, elevation: Metres(row[4]),
        height: (row[5] as Double?).map { Metres($0) }, spaces: spaces[object.key] ?? [],
        elements: elements[object.key] ?? [], devices: devices[object.key] ?? [])
    }
  }

  private func spaces(
    properties: [Int64: [Property]], quantities: [Int64: [Property]]
  ) throws -> Collected<Space> {
    let references = try texts("classification", owner: "object", column: "reference")
    let boundaries = try boundaries()
    let walls = try walls()
    let columns = """
      t.long_name, t.object_type, t.floor_elevation, t.floor_area, t.height, t.volume, t.outline
      """
    return try collect("space", columns) { row, object in
      Space(
        id: object.id, name: object.name, longName: row[4], objectType: row[5],
        classifications: references[object.key] ?? [], footprint: try outline(row, 10),
        floorElevation: Metres(row[6]), floorArea: (row[7] as Double?).map { SquareMetres($0) },
        height: (row[8] as Double?).map { Metres($0) },
        volume: (row[9] as Double?).map { CubicMetres($0) },
        declaredQuantities: quantities[object.key] ?? [], properties: properties[object.key] ?? [],
        boundaries: boundaries[object.key] ?? [], walls: walls[object.key] ?? [])
    }
  }

  private func elements(
    properties: [Int64: [Property]], quantities: [Int64: [Property]]
  ) throws -> Collected<Element> {
    let layers = try layers()
    let openings = try openings()
    let references = try texts("classification", owner: "object", column: "reference")
    let rooms = try texts("element_room", owner: "element", column: "space")
    let meshes = try meshes()
    let columns = """
      t.kind, t.source_class, t.is_external, t.overall_width, t.overall_height, t.mesh,
      t.part_of, t.space, t.rooms_source, t.place
      """
    return try collect("element", columns) { row, object in
      var body: PlacedShape?
      if let key = row[9] as Int64? {
        guard let mesh = meshes[key] else { throw damaged("the mesh of \(object.id)") }
        body = PlacedShape(mesh, at: try place(row, 13, of: object))
      }
      var beside: RoomsBeside?
      if row[12] as String? != nil {
        beside = RoomsBeside(spaces: [], source: try row.word(12, path: path))
        beside?.spaces = (rooms[object.key] ?? []).map { GlobalID($0) }
      }
      return Element(
        id: object.id, kind: try row.word(4, path: path), sourceClass: row[5], name: object.name,
        layers: layers[object.key] ?? [], body: body, openings: openings[object.key] ?? [],
        isExternal: row[6], overallWidth: (row[7] as Double?).map { Metres($0) },
        overallHeight: (row[8] as Double?).map { Metres($0) },
        properties: properties[object.key] ?? [],
        declaredQuantities: quantities[object.key] ?? [],
        classifications: references[object.key] ?? [],
        partOf: (row[10] as String?).map { GlobalID($0) },
        space: (row[11] as String?).map { GlobalID($0) }, rooms: beside)
    }
  }

  /// The meshes of the elements by their key, each once.
  private func meshes() throws -> [Int64: TriangleMesh] {
    let sql = """
      SELECT id, triangles FROM mesh WHERE id IN (
        SELECT t.mesh FROM object o JOIN element t ON t.object = o.id WHERE \(filter))
      """
    let pairs = try rows(sql) { row in
      guard let mesh = MeshBlob.decode(row[1]) else { throw damaged("a mesh") }
      return (row[0] as Int64, mesh)
    }
    return Dictionary(pairs) { first, _ in first }
  }

  private func place(_ row: Row, _ column: Int, of object: Object) throws -> ShapePlace {
    guard let data = row[column] as Data? else { return .origin }
    guard let place = PlaceBlob.decode(data) else { throw damaged("the place of \(object.id)") }
    return place
  }

  private func openings() throws -> Collected<Opening> {
    let columns = "t.filled_by, t.x_low, t.y_low, t.z_low, t.x_high, t.y_high, t.z_high"
    return try collect("opening", columns) { row, object in
      let corners: [Point3] = [5, 8].compactMap { point(row, $0) }
      return Opening(
        id: object.id, filledBy: (row[4] as String?).map { GlobalID($0) },
        bounds: Box3(around: corners))
    }
  }

  private func devices(properties: [Int64: [Property]]) throws -> Collected<Device> {
    try collect("device", "t.kind, t.origin, t.space, t.x, t.y, t.z") { row, object in
      Device(
        id: object.id, kind: row[4], name: object.name, position: point(row, 7),
        space: (row[6] as String?).map { GlobalID($0) }, origin: try row.word(5, path: path),
        properties: properties[object.key] ?? [])
    }
  }

  // MARK: - What belongs to objects

  private func values(of table: String) throws -> [Int64: [Property]] {
    let names = try rows("SELECT id, set_name, name, unit FROM property_name", arguments: []) {
      (
        key: $0[0] as Int64,
        property: Property(set: $0[1], name: $0[2], value: .flag(false), unit: $0[3])
      )
    }
    let byKey = Dictionary(names.map { ($0.key, $0.property) }) { first, _ in first }
    let sql = """
      SELECT t.object, t.name, t.value FROM object o JOIN \(table) t ON t.object = o.id
      WHERE \(filter) ORDER BY t.object, t.position
      """
    return try grouped(sql) { row in
      guard var property = byKey[row[1]] else { throw damaged("the name of a property") }
      switch (row[2] as DatabaseValue).storage {
      case .double(let number): property.value = .number(number)
      case .string(let text): property.value = .text(text)
      case .int64(let flag): property.value = .flag(flag != 0)
      // SQLite keeps NULL for a number that is none.
      case .null: property.value = .number(.nan)
      case .blob: throw damaged("the value of a property")
      }
      return property
    }
  }

  private func layers() throws -> [Int64: [MaterialLayer]] {
    let sql = """
      SELECT t.element, t.material, t.thickness, t.category
      FROM object o JOIN material_layer t ON t.element = o.id
      WHERE \(filter) ORDER BY t.element, t.position
      """
    return try grouped(sql) { row in
      MaterialLayer(
        material: row[1], thickness: (row[2] as Double?).map { Metres($0) }, category: row[3])
    }
  }

  private func walls() throws -> [Int64: [RoomWall]] {
    let sql = """
      SELECT t.space, t.wall, t.area, t.opening_area, t.source
      FROM object o JOIN space_wall t ON t.space = o.id
      WHERE \(filter) ORDER BY t.space, t.position
      """
    return try grouped(sql) { row in
      RoomWall(
        wall: GlobalID(row[1]), area: SquareMetres(row[2]), openingArea: SquareMetres(row[3]),
        source: try row.word(4, path: path))
    }
  }

  private func boundaries() throws -> [Int64: [SpaceBoundary]] {
    let sql = """
      SELECT t.space, t.global_id, t.level, t.element, t.is_physical, t.exposure, t.corresponding,
        t.parent, t.area, t.normal_x, t.normal_y, t.normal_z, t.outline
      FROM object o JOIN space_boundary t ON t.space = o.id
      WHERE \(filter) ORDER BY t.space, t.position
      """
    return try grouped(sql) { row in
      var surface: BoundarySurface?
      if let area = row[8] as Double?, let normal = point(row, 9) {
        guard let outline = SurfaceWKB.decode(row[12]) else {
          throw damaged("a boundary's outline")
        }
        surface = BoundarySurface(area: SquareMetres(area), normal: normal, outline: outline)
      }
      func id(_ column: Int) -> GlobalID? { (row[column] as String?).map { GlobalID($0) } }
      return SpaceBoundary(
        id: GlobalID(row[1]), level: row[2], element: id(3), isPhysical: row[4],
        exposure: try row.word(5, path: path), corresponding: id(6), parent: id(7),
        surface: surface)
    }
  }

  private func texts(
    _ table: String, owner key: String, column: String
  ) throws -> [Int64: [String]] {
    let sql = """
      SELECT t.\(key), t.\(column) FROM object o JOIN \(table) t ON t.\(key) = o.id
      WHERE \(filter) ORDER BY t.\(key), t.position
      """
    return try grouped(sql) { $0[1] }
  }

  // MARK: - Rows

  private func collect<Value>(
    _ table: String, _ columns: String, join: String = "",
    _ make: (Row, Object) throws -> Value
  ) throws -> Collected<Value> {
    let sql = """
      SELECT o.id, o.parent, o.global_id, o.name, \(columns)
      FROM object o JOIN \(table) t ON t.object = o.id \(join)
      WHERE \(filter) AND o.kind = '\(table)' ORDER BY o.id
      """
    var result = Collected<Value>()
    try rows(sql) { row in
      let value = try make(row, Object(key: row[0], id: GlobalID(row[2]), name: row[3]))
      if let parent = row[1] as Int64? {
        result.byParent[parent, default: []].append(value)
      }
      result.inOrder.append(value)
    }
    return result
  }

  private func grouped<Value>(
    _ sql: String, _ make: (Row) throws -> Value
  ) throws -> [Int64: [Value]] {
    var result: [Int64: [Value]] = [:]
    try rows(sql) { result[$0[0] as Int64, default: []].append(try make($0)) }
    return result
  }

  @discardableResult
  private func rows<Value>(
    _ sql: String, arguments: StatementArguments? = nil, _ make: (Row) throws -> Value
  ) throws -> [Value] {
    let cursor = try Row.fetchCursor(db, sql: sql, arguments: arguments ?? [owner])
    var result: [Value] = []
    while let row = try cursor.next() { result.append(try make(row)) }
    return result
  }

  private func point(_ row: Row, _ column: Int) -> Point3? {
    guard let x = row[column] as Double?, let y = row[column + 1] as Double?,
      let z = row[column + 2] as Double?
    else { return nil }
    return Point3(x, y, z)
  }

  private func outline(_ row: Row, _ column: Int) throws -> MultiPolygon {
    guard let outline = OutlineWKB.decode(row[column]) else { throw damaged("an outline") }
    return outline
  }

  private func damaged(_ what: String) -> StoreError {
    .damaged(path: path, reason: "\(what) is not what was saved")
  }
}
