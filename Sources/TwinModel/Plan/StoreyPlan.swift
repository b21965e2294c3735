/// One storey as a planner draws it: rooms, walls, doors, windows, columns, furniture and the graph
/// of rooms, in whole millimetres.
///
/// Made by one function, `StoreyPlanBuilder.plan` of SpatialCore, from the solids of the model.
/// Heights are millimetres above the storey's elevation.
public struct StoreyPlan: Hashable, Sendable, Codable {
  /// The storey.
  public var storey: GlobalID
  /// The building the storey belongs to.
  public var building: GlobalID
  /// The storey's name.
  public var name: String
  /// Number of the storey counted from the ground: 1 is the first above ground, −1 the first below.
  public var number: Int
  /// Height of the storey's floor above the local zero.
  public var elevation: Metres
  /// Floor to floor height, or the height of the tallest room where the model does not say it.
  public var height: Metres
  /// Local coordinates (metres) of the plan's (0, 0).
  public var origin: Point2
  /// Rooms, ordered by name, then GlobalId.
  public var rooms: [PlanRoom]
  /// Walls and curtain walls, ordered by GlobalId.
  public var walls: [PlanWall]
  /// Doors and windows, ordered by GlobalId.
  public var openings: [PlanOpening]
  /// Columns and furniture, ordered by GlobalId.
  public var obstacles: [PlanObstacle]
  /// Stairs and ramps, ordered by GlobalId; they stand in nobody's way.
  public var stairs: [PlanObstacle]
  /// Devices of the model on this storey, ordered by GlobalId.
  public var devices: [Device]

  /// Creates a plan.
  public init(
    storey: GlobalID, building: GlobalID, name: String, number: Int, elevation: Metres,
    height: Metres, origin: Point2 = Point2(0, 0), rooms: [PlanRoom] = [], walls: [PlanWall] = [],
    openings: [PlanOpening] = [], obstacles: [PlanObstacle] = [], stairs: [PlanObstacle] = [],
    devices: [Device] = []
  ) {
    self.storey = storey
    self.building = building
    self.name = name
    self.number = number
    self.elevation = elevation
    self.height = height
    self.origin = origin
    self.rooms = rooms
    self.walls = walls
    self.openings = openings
    self.obstacles = obstacles
    self.stairs = stairs
    self.devices = devices
  }

  /// The local coordinates (metres) of a plan point.
  public func local(_ point: PlanPoint) -> Point2 {
    Point2(origin.x + Double(point.x) / 1000, origin.y + Double(point.y) / 1000)
  }
}

/// A room of a storey plan.
public struct PlanRoom: Hashable, Sendable, Codable {
  /// The space of the model.
  public var id: GlobalID
  /// The short name, often the room number.
  public var name: String
  /// The full name; empty when none was given.
  public var longName: String
  /// Floor outline inside the finished walls; more than one part when the room is split in plan.
  public var outline: [PlanPolygon]
  /// Height of the room's floor above the storey's, in millimetres.
  public var floor: Int64
  /// Clear height; nil when the model does not say it.
  public var height: Metres?
  /// Doors of the room, sorted.
  public var doors: [GlobalID]
  /// Windows of the room, sorted.
  public var windows: [GlobalID]

  /// Creates a room.
  public init(
    id: GlobalID, name: String, longName: String = "", outline: [PlanPolygon], floor: Int64 = 0,
    height: Metres? = nil, doors: [GlobalID] = [], windows: [GlobalID] = []
  ) {
    self.id = id
    self.name = name
    self.longName = longName
    self.outline = outline
    self.floor = floor
    self.height = height
    self.doors = doors
    self.windows = windows
  }

  /// Floor area.
  public var area: SquareMetres { outline.reduce(.zero) { $0 + $1.area } }
}

/// A wall seen from above.
public struct PlanWall: Hashable, Sendable, Codable {
  /// The element of the model.
  public var id: GlobalID
  /// Its outline, door and window openings not cut out: they stand in ``StoreyPlan/openings``.
  public var outline: [PlanPolygon]
  /// Material layers through the wall.
  public var layers: [MaterialLayer]
  /// Foot of the wall above the storey's floor, in millimetres.
  public var bottom: Int64
  /// Head of the wall above the storey's floor, in millimetres.
  public var top: Int64
  /// Thickness: of the layers when they say it, else the lesser side of the outline's box along the
  /// wall, in millimetres.
  public var thickness: Int64
  /// Whether it faces outside air; nil when the model does not say.
  public var isExternal: Bool?
  /// Whether it is a curtain wall.
  public var isCurtainWall: Bool

  /// Creates a wall.
  public init(
    id: GlobalID, outline: [PlanPolygon], layers: [MaterialLayer] = [], bottom: Int64, top: Int64,
    thickness: Int64, isExternal: Bool? = nil, isCurtainWall: Bool = false
  ) {
    self.id = id
    self.outline = outline
    self.layers = layers
    self.bottom = bottom
    self.top = top
    self.thickness = thickness
    self.isExternal = isExternal
    self.isCurtainWall = isCurtainWall
  }
}

/// A door, window or bare hole in a wall, seen from above.
public struct PlanOpening: Hashable, Sendable, Codable {
  /// The door or window of the model, or the opening itself when nothing fills it.
  public var id: GlobalID
  /// What fills the hole.
  public var kind: Kind
  /// The wall it is in; nil when the model does not say.
  public var wall: GlobalID?
  /// One end of its axis, along the wall.
  public var start: PlanPoint
  /// The other end of its axis.
  public var end: PlanPoint
  /// Lower edge above the storey's floor, in millimetres (0 for most doors).
  public var sill: Int64
  /// Upper edge above the storey's floor, in millimetres.
  public var head: Int64
  /// Width along the wall, in millimetres: as declared, else of the hole.
  public var width: Int64
  /// Rooms on its sides, sorted: two for an inner door, one towards the outside, none when the
  /// model has no room beside it.
  public var rooms: [GlobalID]
  /// What says so.
  public var roomsSource: RoomsBeside.Source
  /// Materials of the filling.
  public var layers: [MaterialLayer]

  /// What fills a hole.
  public enum Kind: String, Hashable, Sendable, Codable {
    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
    case door, window, hole
  }

  /// Creates an opening.
  public init(
    id: GlobalID, kind: Kind, wall: GlobalID? = nil, start: PlanPoint, end: PlanPoint, sill: Int64,
    head: Int64, width: Int64, rooms: [GlobalID] = [],
    roomsSource: RoomsBeside.Source = .geometry, layers: [MaterialLayer] = []
  ) {
    self.id = id
    self.kind = kind
    self.wall = wall
    self.start = start
    self.end = end
    self.sill = sill
    self.head = head
    self.width = width
    self.rooms = rooms
    self.roomsSource = roomsSource
    self.layers = layers
  }
}

/// A column, a piece of furniture or a stair seen from above.
public struct PlanObstacle: Hashable, Sendable, Codable {
  /// The element of the model.
  public var id: GlobalID
  /// ``ElementKind/column``, ``ElementKind/furniture``, ``ElementKind/stair`` or ``ElementKind/ramp``.
  public var kind: ElementKind
  /// Its outline.
  public var outline: [PlanPolygon]
  /// Upper edge above the storey's floor, in millimetres.
  public var top: Int64

  /// Creates an obstacle.
  public init(id: GlobalID, kind: ElementKind, outline: [PlanPolygon], top: Int64) {
    self.id = id
    self.kind = kind
    self.outline = outline
    self.top = top
  }
}
