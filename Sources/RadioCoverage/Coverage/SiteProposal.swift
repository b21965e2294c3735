import TwinModel

/// Sites that the rule ``SiteRule/proposedPerCorridor(spacing:)`` puts on a storey.
///
/// Each corridor gets ⌈length / spacing⌉ sites in the middles of equal parts of its length, on the
/// nearest cell of the corridor; length is measured along the longest edge of its outline. While a cell
/// of the corridor is farther than `spacing` from every site (a corridor round a corner), the
/// farthest gets another.
struct SiteProposal {
  let plan: StoreyPlan
  let rooms: RoomCells
  let parameters: CoverageParameters
  /// What earlier studies say the rooms are used for.
  let uses: [GlobalID: String]

  func devices(spacing: Metres) -> [Device] {
    let corridors = plan.rooms.indices.filter {
      isCorridor(plan.rooms[$0]) && !rooms.cells[$0].isEmpty
    }
    if corridors.isEmpty { return withoutCorridor(spacing: spacing.value) }
    return corridors.flatMap { room in
      cells(of: room, spacing: spacing.value).enumerated().map { device(room, $0 + 1, at: $1) }
    }
  }

  /// One in the middle of the largest room, then in that of the largest room whose middle is farther than
  /// `spacing` from all, until there is none.
  private func withoutCorridor(spacing: Double) -> [Device] {
    var left = plan.rooms.indices.filter { !rooms.cells[$0].isEmpty }
      .sorted { (rooms.cells[$1].count, $0) < (rooms.cells[$0].count, $1) }
    var devices: [Device] = []
    var places: [Point2] = []
    while let room = left.first {
      let cell = nearest(to: middle(of: room), in: room)
      places.append(rooms.centre(cell))
      devices.append(device(room, 1, at: cell))
      left.removeAll { other in
        other == room
          || places.contains { Vector(middle(of: other), $0).length <= spacing }
      }
    }
    return devices
  }

  private func isCorridor(_ room: PlanRoom) -> Bool {
    if let use = uses[room.id] { return parameters.corridorUses.contains(use) }
    let name = (room.name + " " + room.longName).lowercased()
    return parameters.corridorNames.contains { name.contains($0) }
  }

  private func cells(of room: Int, spacing: Double) -> [Int] {
    let edges = plan.rooms[room].outline.flatMap { polygon in
      polygon.outer.indices.map { corner in
        let (a, b) = (polygon.outer[corner], polygon.outer[(corner + 1) % polygon.outer.count])
        return Vector(
          Point2(Double(a.x), Double(a.y)), Point2(Double(b.x), Double(b.y)))
      }
    }
    guard let longest = edges.max(by: { $0.length < $1.length }), longest.length > 0 else {
      return []
    }
    let (ux, uy) = (longest.x / longest.length, longest.y / longest.length)
    let places = rooms.cells[room].map { cell in
      let centre = rooms.centre(cell)
      return (along: centre.x * ux + centre.y * uy, across: centre.y * ux - centre.x * uy)
    }
    let along = places.map(\.along)
    let across = places.map(\.across)
    guard let low = along.min(), let high = along.max(), let left = across.min(),
      let right = across.max()
    else { return [] }
    let half = rooms.grid.cell.value / 2
    let length = high - low + 2 * half
    let count = max(1, Int((length / spacing).rounded(.up)))
    var chosen: [Int] = []
    for part in 0..<count {
      let target = low - half + length * (Double(part) + 0.5) / Double(count)
      let side = (left + right) / 2
      let point = Point2(target * ux - side * uy, target * uy + side * ux)
      let cell = nearest(to: point, in: room)
      if !chosen.contains(cell) { chosen.append(cell) }
    }
    while let far = farthest(in: room, from: chosen), far.distance > spacing {
      chosen.append(far.cell)
    }
    return chosen
  }

  private func middle(of room: Int) -> Point2 {
    let centres = rooms.cells[room].map(rooms.centre)
    let count = Double(max(centres.count, 1))
    return Point2(
      centres.reduce(0) { $0 + $1.x } / count, centres.reduce(0) { $0 + $1.y } / count)
  }

  private func nearest(to point: Point2, in room: Int) -> Int {
    rooms.cells[room].min { distance($0, point) < distance($1, point) } ?? 0
  }

  private func farthest(in room: Int, from chosen: [Int]) -> (cell: Int, distance: Double)? {
    rooms.cells[room].map { cell in
      (cell, chosen.map { distance(cell, rooms.centre($0)) }.min() ?? 0)
    }.max { $0.1 < $1.1 }
  }

  private func distance(_ cell: Int, _ point: Point2) -> Double {
    Vector(rooms.centre(cell), point).length
  }

  private func device(_ room: Int, _ number: Int, at cell: Int) -> Device {
    let planRoom = plan.rooms[room]
    let place = rooms.centre(cell)
    let ceiling =
      plan.elevation.value + Double(planRoom.floor) / 1000 + (planRoom.height ?? plan.height).value
    let lowest = plan.elevation.value + parameters.receiverHeight.value
    return Device(
      id: GlobalID("\(planRoom.id)-nr-\(number)"), kind: "nr_small_cell",
      name: "5G \(planRoom.name)-\(number)",
      position: Point3(place.x, place.y, max(ceiling - parameters.belowCeiling.value, lowest)),
      space: planRoom.id, origin: .proposed)
  }
}
