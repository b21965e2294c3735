/// Turns the layout of a building into rooms, walls, doors, windows, stairs and devices.
///
/// Outer walls run around the storey with the inner side on their left; every wall butts against
/// its neighbours, so that none overlaps another or a room.
struct WingBuilder {
  let design: SchoolDesign
  let wing: WingLayout
  let outer: Int
  let inner: Int
  let slab: Int

  init(design: SchoolDesign, wing: WingLayout) {
    self.design = design
    self.wing = wing
    outer = Construction.thickness(design.construction.outerWall)
    inner = Construction.thickness(design.construction.innerWall)
    slab = Construction.thickness(Construction.slab)
  }

  /// The building at a place of the campus' frame.
  func building(x: Int, y: Int) -> BuildingDesign {
    let storeys = wing.storeys.indices.map(storey)
    let depth = wing.storeys.first.map(outerDepth) ?? 0
    return BuildingDesign(
      letter: wing.letter, name: wing.name, originX: x, originY: y,
      outline: PlanRectangle(x0: 0, y0: 0, x1: wing.clearLength + 2 * outer, y1: depth),
      construction: design.construction, storeys: storeys)
  }

  private func storey(_ index: Int) -> StoreyDesign {
    let layout = wing.storeys[index]
    var storey = StoreyDesign(
      number: index + 1, elevation: index * wing.storeyHeight, height: wing.storeyHeight,
      clearHeight: wing.storeyHeight - slab, isTop: index == wing.storeys.count - 1)
    let rooms = roomsByBand(layout, storey: index + 1)
    storey.rooms = rooms.flatMap { $0 }
    storey.walls = walls(layout, rooms: rooms, clearHeight: storey.clearHeight)
    let openings = OpeningPlacement(
      design: design, layout: layout, rooms: rooms, storey: storey.number,
      clearHeight: storey.clearHeight)
    openings.place(in: &storey.walls)
    for room in storey.rooms where room.use == .stairs {
      let stair = self.stair(in: room)
      if !storey.isTop { storey.stairs.append(stair) }
      if index > 0 { storey.floorHoles.append(stair.ground) }
    }
    storey.devices = devices(in: storey)
    if design.hasFurniture {
      storey.desks = storey.rooms.filter { $0.use == .classroom }.flatMap(desks)
    }
    return storey
  }

  // MARK: - Rooms

  private func outerDepth(_ layout: StoreyLayout) -> Int {
    2 * outer + layout.bands.reduce(0) { $0 + $1.depth } + (layout.bands.count - 1) * inner
  }

  private func roomsByBand(_ layout: StoreyLayout, storey: Int) -> [[RoomDesign]] {
    var y = outer
    var number = 0
    return layout.bands.map { band in
      defer { y += band.depth + inner }
      var x = outer
      return band.cells.map { cell in
        defer { x += cell.width + inner }
        number += 1
        let digits = number < 10 ? "0\(number)" : "\(number)"
        return RoomDesign(
          number: "\(wing.letter)\(storey)-\(digits)", use: cell.use,
          longName: cell.stageName + cell.use.chinese,
          floor: PlanRectangle(x0: x, y0: y, x1: x + cell.width, y1: y + band.depth))
      }
    }
  }

  // MARK: - Walls

  /// Bands + 1 walls from south to north, then the gables, then the partitions.
  private func walls(
    _ layout: StoreyLayout, rooms: [[RoomDesign]], clearHeight: Int
  ) -> [WallDesign] {
    let length = wing.clearLength
    let depth = outerDepth(layout)
    func wall(
      _ name: String, _ x: Int, _ y: Int, _ direction: WallDesign.Direction, _ length: Int,
      isOuter: Bool
    ) -> WallDesign {
      WallDesign(
        name: name, x: x, y: y, direction: direction, length: length,
        thickness: isOuter ? outer : inner, height: clearHeight, isOuter: isOuter)
    }
    var walls = [wall("south", 0, outer / 2, .east, length + 2 * outer, isOuter: true)]
    for band in rooms.dropLast() {
      let y = (band.first?.floor.y1 ?? 0) + inner / 2
      walls.append(wall("inner \(walls.count)", outer, y, .east, length, isOuter: false))
    }
    walls += [
      wall(
        "north", length + 2 * outer, depth - outer / 2, .west, length + 2 * outer, isOuter: true),
      wall("west", outer / 2, depth - outer, .south, depth - 2 * outer, isOuter: true),
      wall("east", length + outer + outer / 2, outer, .north, depth - 2 * outer, isOuter: true),
    ]
    for room in rooms.flatMap({ $0.dropLast() }) {
      walls.append(
        wall(
          "partition \(room.number)", room.floor.x1 + inner / 2, room.floor.y0, .north,
          room.floor.depth, isOuter: false))
    }
    return walls
  }
}
