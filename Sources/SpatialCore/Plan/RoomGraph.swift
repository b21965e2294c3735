public import TwinModel

/// The graph of rooms: which spaces the doors and windows of a building lie between, and which walls
/// are around each space.
public enum RoomGraph {
  /// Fills ``Element/rooms`` of all doors and windows that something is known of, and ``Space/walls``.
  ///
  /// What the file says counts: the spaces whose boundaries name the door, window or wall. Where they
  /// name none, or only one side of an inner door, the plan does: the rooms on both sides of a door,
  /// the walls along the outline of a room. A storey that cannot be drawn keeps what the file says.
  public static func complete(_ building: inout Building) {
    let stated = StatedRooms(building)
    let index = BuildingIndex(building)
    for number in building.storeys.indices {
      let storey = building.storeys[number]
      let openings = storey.elements.indices.filter { storey.elements[$0].isDoorOrWindow }
      let open = openings.contains { !stated.isComplete(storey.elements[$0].id) }
      let bare = storey.spaces.contains { stated.walls[$0.id] == nil && !$0.footprint.isEmpty }
      var plan: StoreyPlan?
      if open || bare {
        plan = try? StoreyDrawing(
          of: storey, in: building, number: 1, index: index, scope: bare ? .walls : .openings
        ).plan
      }
      var seen: [GlobalID: [GlobalID]] = [:]
      for opening in plan?.openings ?? [] { seen[opening.id] = opening.rooms }
      for place in openings {
        let id = storey.elements[place].id
        building.storeys[number].elements[place].rooms = stated.rooms(beside: id, seen: seen[id])
      }
      let around = bare ? plan.map { ($0, WallsAroundRooms($0)) } : nil
      var rooms: [GlobalID: PlanRoom] = [:]
      for room in around?.0.rooms ?? [] { rooms[room.id] = room }
      for place in storey.spaces.indices {
        let id = storey.spaces[place].id
        building.storeys[number].spaces[place].walls =
          stated.walls[id] ?? rooms[id].flatMap { around?.1.walls(of: $0) } ?? []
      }
    }
  }
}

extension Element {
  fileprivate var isDoorOrWindow: Bool { kind == .door || kind == .window }
}

/// What the space boundaries of a file say of rooms.
private struct StatedRooms {
  /// The walls of each space whose boundaries have surfaces on walls.
  private(set) var walls: [GlobalID: [RoomWall]] = [:]
  private var statements: [GlobalID: Statement] = [:]

  private struct Statement {
    var spaces: Set<GlobalID> = []
    var isExternal = false
  }

  init(_ building: Building) {
    var isWall: Set<GlobalID> = []
    var hosts: [GlobalID: GlobalID] = [:]
    for element in building.storeys.lazy.flatMap(\.elements) {
      if element.isWall { isWall.insert(element.id) }
      for opening in element.openings {
        if let filling = opening.filledBy { hosts[filling] = element.id }
      }
    }
    for space in building.storeys.lazy.flatMap(\.spaces) {
      var areas: [GlobalID: Double] = [:]
      var openings: [GlobalID: Double] = [:]
      for boundary in space.boundaries {
        guard let element = boundary.element else { continue }
        statements[element, default: Statement()].spaces.insert(space.id)
        if boundary.exposure == .external { statements[element]?.isExternal = true }
        guard let area = boundary.surface?.area.value else { continue }
        if isWall.contains(element) {
          areas[element, default: 0] += area
        } else if let host = hosts[element] {
          openings[host, default: 0] += area
        }
      }
      guard !areas.isEmpty else { continue }
      walls[space.id] = areas.sorted { $0.key < $1.key }.map { wall, area in
        RoomWall(
          wall: wall, area: SquareMetres(area), openingArea: SquareMetres(openings[wall] ?? 0),
          source: .boundaries)
      }
    }
  }

  /// Whether the file says all of a door or window: both rooms, or one and the outside.
  func isComplete(_ element: GlobalID) -> Bool {
    guard let statement = statements[element] else { return false }
    return statement.spaces.count >= 2 || statement.isExternal
  }

  /// The rooms beside a door or window, by what the file says and what is `seen` in the plan.
  func rooms(beside element: GlobalID, seen: [GlobalID]?) -> RoomsBeside? {
    guard let statement = statements[element], !statement.spaces.isEmpty else {
      return seen.map { RoomsBeside(spaces: $0, source: .geometry) }
    }
    if !isComplete(element), let seen, seen.count > 1, statement.spaces.isSubset(of: seen) {
      return RoomsBeside(spaces: seen, source: .geometry)
    }
    return RoomsBeside(spaces: Array(statement.spaces), source: .boundaries)
  }
}
