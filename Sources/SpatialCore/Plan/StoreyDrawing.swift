import TwinModel

/// A plan while it is drawn, with what was found wrong on the way.
struct StoreyDrawing {
  /// What is drawn of a storey.
  enum Scope {
    /// All of it.
    case all
    /// Rooms, walls, doors, windows and holes.
    case walls
    /// Rooms, doors, windows and holes.
    case openings
  }

  private(set) var plan: StoreyPlan
  private(set) var findings: [Finding] = []
  private let storey: Storey
  private let index: BuildingIndex
  private let frame: PlanFrame
  private let rejected: [GlobalID: GeometryError]
  private let scope: Scope
  private let wallElements: [Element]
  private var hostWalls: [GlobalID: HostWall] = [:]

  init(
    of storey: Storey, in building: Building, number: Int, index: BuildingIndex,
    scope: Scope = .all
  ) throws(GeometryError) {
    guard storey.elevation.value.isFinite else {
      throw .notFinite(subject: "the elevation of storey “\(storey.name)” (\(storey.id))")
    }
    self.storey = storey
    self.index = index
    self.scope = scope
    wallElements = (storey.elements.filter(\.isWall) + index.wallsReaching(into: storey))
      .sorted { $0.id < $1.id }
    let others = storey.elements.filter { element in
      switch element.kind {
      case .door, .window: true
      case .column, .furniture, .stair, .ramp: scope == .all
      default: false
      }
    }
    let extent = StoreyExtent(
      spaces: storey.spaces, elements: wallElements + others, body: index.body)
    rejected = extent.rejected
    frame = PlanFrame(origin: extent.origin, elevationMetres: storey.elevation.value)
    plan = StoreyPlan(
      storey: storey.id, building: building.id, name: storey.name, number: number,
      elevation: storey.elevation, height: 0, origin: extent.origin,
      devices: storey.devices.sorted { $0.id < $1.id })
    for (id, reason) in rejected.sorted(by: { $0.key < $1.key }) {
      note(
        .error, "plan.element.misplaced", id, "left out of the plan: \(reason)",
        suggestion: "correct its placement and import again")
    }
    drawRooms()
    if scope != .openings { drawWalls() }
    drawOpenings()
    if scope == .all { drawObstacles() }
    plan.height = height
  }

  /// The storey's own height, else of the tallest room, else up to the head of the highest wall.
  private var height: Metres {
    storey.height ?? plan.rooms.compactMap(\.height).max()
      ?? Metres(Double(plan.walls.map(\.top).max() ?? 0) / 1000)
  }

  private mutating func note(
    _ severity: Finding.Severity, _ code: String, _ id: GlobalID, _ message: String,
    suggestion: String = ""
  ) {
    findings.append(
      Finding(
        severity, code: code, subject: id.value,
        message: "storey “\(storey.name)”: \(id) \(message)", suggestion: suggestion))
  }

  // MARK: - Rooms

  private mutating func drawRooms() {
    for space in storey.spaces where rejected[space.id] == nil {
      var outline: [PlanPolygon] = []
      do throws(GeometryError) {
        outline = try space.footprint.snapped(from: frame.origin)
      } catch {
        note(.error, "plan.room.outline", space.id, "has no outline in the plan: \(error)")
      }
      if outline.isEmpty, space.footprint.isEmpty {
        note(
          .warning, "plan.room.without_outline", space.id,
          "(“\(space.name)”) has no floor outline, so no study can place anything in it",
          suggestion: "export spaces with their geometry")
      }
      plan.rooms.append(
        PlanRoom(
          id: space.id, name: space.name, longName: space.longName, outline: outline,
          floor: frame.height(space.floorElevation.value), height: space.height))
    }
    plan.rooms.sort { ($0.name, $0.id) < ($1.name, $1.id) }
  }

  // MARK: - Walls

  private mutating func drawWalls() {
    for element in wallElements where rejected[element.id] == nil {
      guard let mesh = index.body(of: element), let bounds = mesh.bounds else {
        guard !index.hasDrawnParts(element) else { continue }
        note(
          .warning, "plan.wall.without_body", element.id,
          "(\(element.sourceClass)) has no body, so the plan lacks it",
          suggestion: "export walls with their geometry")
        continue
      }
      let host = hostWall(element, mesh)
      guard !host.outline.isEmpty else { continue }
      plan.walls.append(
        PlanWall(
          id: element.id, outline: host.outline, layers: element.layers,
          bottom: frame.height(bounds.min.z), top: frame.height(bounds.max.z),
          thickness: Int64(host.thickness.rounded()), isExternal: element.isExternal,
          isCurtainWall: element.kind == .curtainWall))
    }
  }

  private mutating func hostWall(_ element: Element) -> HostWall? {
    hostWalls[element.id] ?? index.body(of: element).map { hostWall(element, $0) }
  }

  private mutating func hostWall(_ element: Element, _ mesh: TriangleMesh) -> HostWall {
    if let known = hostWalls[element.id] { return known }
    // Where nothing is drawn for people, the outline of a thin straight wall is not worth its shadow.
    let quick = scope != .all ? MeshShadow.thinBox(of: mesh, in: frame) : nil
    let wall = HostWall(outline: quick ?? outline(element, mesh), layers: element.layers)
    hostWalls[element.id] = wall
    return wall
  }

  private mutating func outline(_ element: Element, _ mesh: TriangleMesh) -> [PlanPolygon] {
    // A finely modelled chair is not worth the time that a curtain wall is.
    let shadow = MeshShadow(of: mesh, in: frame, limit: element.isWall ? 20_000 : 1000)
    if let reason = shadow.hullReason {
      note(
        .info, "plan.outline.hull", element.id,
        "(\(element.sourceClass)) is drawn as its convex hull: \(reason)")
    }
    return shadow.outline
  }

  // MARK: - Doors, windows, holes

  private mutating func drawOpenings() {
    let lookup = RoomLookup(plan.rooms)
    for element in storey.elements where rejected[element.id] == nil {
      if element.kind == .door || element.kind == .window {
        let host = index.hosts[element.id]
        draw(
          element.id, element.kind == .door ? .door : .window, opening: host?.opening,
          in: host?.element, filling: element, lookup)
      }
    }
    for wall in wallElements where rejected[wall.id] == nil {
      for opening in wall.openings where opening.filledBy == nil {
        draw(opening.id, .hole, opening: opening, in: wall, filling: nil, lookup)
      }
    }
    plan.openings.sort { $0.id < $1.id }
    var places: [GlobalID: Int] = [:]
    for (place, room) in plan.rooms.enumerated() { places[room.id] = place }
    for opening in plan.openings where opening.kind != .hole {
      for room in opening.rooms.compactMap({ places[$0] }) {
        if opening.kind == .door {
          plan.rooms[room].doors.append(opening.id)
        } else {
          plan.rooms[room].windows.append(opening.id)
        }
      }
    }
  }

  private mutating func draw(
    _ id: GlobalID, _ kind: PlanOpening.Kind, opening: Opening?, in element: Element?,
    filling: Element?,
    _ lookup: RoomLookup
  ) {
    let wall = element.flatMap { $0.isWall && rejected[$0.id] == nil ? $0 : nil }
    var host: HostWall?
    if let wall { host = hostWall(wall) }
    let declared = (filling?.overallWidth?.value).flatMap { PlanFrame.canBe(metres: $0) ? $0 : nil }
    guard
      let place = OpeningPlace(
        bounds: opening?.bounds, mesh: filling?.mesh, declaredMetres: declared, host: host,
        frame: frame)
    else {
      return note(
        .warning, "plan.opening.without_place", id,
        "(\(kind.rawValue)) has neither body nor hole, so the plan lacks it",
        suggestion: "export doors and windows with their geometry")
    }
    plan.openings.append(
      PlanOpening(
        id: id, kind: kind, wall: wall?.id, start: place.start, end: place.end, sill: place.sill,
        head: place.head,
        width: declared.map(PlanFrame.millimetres).flatMap { $0 > 0 ? $0 : nil }
          ?? Int64(place.length.rounded()),
        rooms: filling?.rooms?.spaces ?? place.rooms(lookup),
        roomsSource: filling?.rooms?.source ?? .geometry, layers: filling?.layers ?? []))
  }

  // MARK: - Columns, furniture, stairs

  private mutating func drawObstacles() {
    for element in storey.elements where rejected[element.id] == nil {
      guard element.kind == .column || element.kind == .furniture || element.isStair,
        let mesh = index.body(of: element), let bounds = mesh.bounds
      else { continue }
      let outline = outline(element, mesh)
      guard !outline.isEmpty else { continue }
      let drawn = PlanObstacle(
        id: element.id, kind: element.kind, outline: outline, top: frame.height(bounds.max.z))
      if element.isStair { plan.stairs.append(drawn) } else { plan.obstacles.append(drawn) }
    }
    plan.obstacles.sort { $0.id < $1.id }
    plan.stairs.sort { $0.id < $1.id }
  }
}
