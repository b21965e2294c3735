/// Gives the rooms of a storey their doors and windows.
struct OpeningPlacement {
  let design: SchoolDesign
  let layout: StoreyLayout
  /// Rooms of each band, south to north.
  let rooms: [[RoomDesign]]
  /// 1 is the ground floor.
  let storey: Int
  let clearHeight: Int

  private var isGround: Bool { storey == 1 }
  private var south: Int { 0 }
  private var north: Int { layout.bands.count }
  private var west: Int { layout.bands.count + 1 }
  private var east: Int { layout.bands.count + 2 }

  /// Cuts the openings into `walls`, which stand in the order of ``WingBuilder``.
  func place(in walls: inout [WallDesign]) {
    for (band, row) in rooms.enumerated() {
      for room in row {
        if band == layout.access {
          openGables(of: room, in: &walls)
        } else {
          openToAccess(room, band: band, in: &walls)
        }
        if band == 0 { openFacade(of: room, wall: south, in: &walls) }
        if band == layout.bands.count - 1 { openFacade(of: room, wall: north, in: &walls) }
      }
    }
  }

  // MARK: - Doors

  private func openToAccess(_ room: RoomDesign, band: Int, in walls: inout [WallDesign]) {
    let wall = band < layout.access ? band + 1 : band
    let sides = [room.number] + (rooms[layout.access].first.map { [$0.number] } ?? [])
    let floor = room.floor
    func cut(_ x: Int, _ width: Int, _ filling: OpeningDesign.Filling, height: Int = 2100) {
      walls[wall].cut(
        from: x, width: width, sill: 0, height: height, filling: filling, rooms: sides)
    }
    switch room.use {
    case .stairs: cut(floor.x0 + (floor.width - 1800) / 2, 1800, .fireDoor)
    case .entrance: cut(floor.x0 + (floor.width - 3000) / 2, 3000, .nothing, height: 2700)
    default:
      let isOrdinary = room.use == .classroom
      let count =
        isOrdinary && design.has(.oneDoor) ? 1 : room.use.doorCount(area: floor.area)
      let jamb = count == 1 ? 300 : 600
      cut(floor.x0 + jamb, 1000, .door)
      if count == 2 { cut(floor.x1 - jamb - 1000, 1000, .door) }
    }
  }

  private func openGables(of room: RoomDesign, in walls: inout [WallDesign]) {
    let floor = room.floor
    for gable in [west, east] {
      if isGround {
        let width = min(1800, floor.depth - 300)
        walls[gable].cut(
          from: floor.y0 + (floor.depth - width) / 2, width: width, sill: 0, height: 2400,
          filling: .entranceDoor, rooms: [room.number])
      } else {
        walls[gable].cut(
          from: floor.y0 + (floor.depth - 1500) / 2, width: 1500, sill: design.sill, height: 1500,
          filling: .window, rooms: [room.number])
      }
    }
  }

  // MARK: - Facades

  private func openFacade(of room: RoomDesign, wall: Int, in walls: inout [WallDesign]) {
    let floor = room.floor
    func door(_ x: Int) {
      walls[wall].cut(
        from: x, width: 1800, sill: 0, height: 2400, filling: .entranceDoor, rooms: [room.number])
    }
    switch room.use {
    case .entrance where isGround:
      door(floor.x0 + floor.width / 4 - 900)
      door(floor.x1 - floor.width / 4 - 900)
    case .stairs where isGround: door(floor.x0 + (floor.width - 1800) / 2)
    default: windows(of: room, wall: wall, in: &walls)
    }
  }

  private func windows(of room: RoomDesign, wall: Int, in walls: inout [WallDesign]) {
    let floor = room.floor
    let isHall = room.use == .hall
    let sill = isHall ? 3000 : design.sill
    let height = isHall ? 3000 : min(2100, clearHeight - design.sill - 150)
    let share = design.has(.smallWindows) ? min(11, room.use.windowShare) : room.use.windowShare
    let count = max(1, floor.width / 3000)
    let wanted = floor.area * share / 100 / height / count
    let widest = (floor.width - (count + 1) * 200) / count / 100 * 100
    let width = max(600, min(widest, (wanted + 99) / 100 * 100))
    let pier = (floor.width - count * width) / (count + 1)
    for index in 0..<count {
      walls[wall].cut(
        from: floor.x0 + pier + index * (width + pier), width: width, sill: sill, height: height,
        filling: .window, rooms: [room.number])
    }
  }
}

extension WallDesign {
  /// Cuts an opening that begins at a coordinate of the plan: x in a wall along x, else y.
  fileprivate mutating func cut(
    from coordinate: Int, width: Int, sill: Int, height: Int, filling: OpeningDesign.Filling,
    rooms: [String]
  ) {
    let offset =
      switch direction {
      case .east: coordinate - x
      case .west: x - coordinate - width
      case .north: coordinate - y
      case .south: y - coordinate - width
      }
    openings.append(
      OpeningDesign(
        offset: offset, width: width, sill: sill, height: height, filling: filling, rooms: rooms))
  }
}
