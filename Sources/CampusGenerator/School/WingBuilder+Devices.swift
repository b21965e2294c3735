import TwinModel

extension WingBuilder {
  /// Detectors, antennas and access points of a storey.
  func devices(in storey: StoreyDesign) -> [DeviceDesign] {
    storey.rooms.enumerated().flatMap { index, room in
      smokeDetectors(in: room, index: index, ceiling: storey.clearHeight)
        + radio(in: room, ceiling: storey.clearHeight)
    }
  }

  /// A grid of detectors: in rooms above 80 m² at most 60 m² and 5.8 m from each, in smaller ones at
  /// most 6.7 m, so that a long room gets two; in corridors no more than 15 m from one to the next.
  ///
  /// Source: GB 50116-2013 table 6.2.2, 6.2.4.
  private func smokeDetectors(in room: RoomDesign, index: Int, ceiling: Int) -> [DeviceDesign] {
    if design.has(.noDetectors) { return [] }
    if design.has(.missingDetectors), index % 3 == 0 { return [] }
    let floor = room.floor
    var columns = 1
    var rows = 1
    if room.use == .corridor {
      columns = (floor.width + 14_999) / 15_000
    } else {
      let isLarge = floor.area > 80_000_000
      let (area, radius) = isLarge ? (60_000_000, 5_800) : (80_000_000, 6_700)
      func isTooLarge(_ width: Int, _ depth: Int) -> Bool {
        width * depth > area || width * width + depth * depth > 4 * radius * radius
      }
      while isTooLarge(floor.width / columns, floor.depth / rows) {
        if floor.width / columns >= floor.depth / rows { columns += 1 } else { rows += 1 }
      }
    }
    return grid(.smokeDetector, columns, rows, in: room, z: ceiling)
  }

  private func radio(in room: RoomDesign, ceiling: Int) -> [DeviceDesign] {
    let isNew = design.kind == .new || design.kind == .expanded
    var devices: [DeviceDesign] = []
    if room.use == .corridor || room.use == .hall || room.use == .dining,
      !design.has(.noSmallCells)
    {
      let count = (room.floor.width + 27_999) / 28_000
      devices += grid(.smallCell, count, 1, in: room, z: ceiling, beside: 600)
    }
    if room.use.isTaughtIn, isNew {
      devices += grid(.accessPoint, 1, 1, in: room, z: ceiling, beside: 1200)
      devices += grid(.co2Sensor, 1, 1, in: room, z: 1500, beside: room.floor.depth / 2 - 50)
    }
    return devices
  }

  /// Devices in the middle of equal cells of a room's floor, `beside` mm east (or north, on a wall)
  /// of it so that no two kinds hang in one place.
  private func grid(
    _ kind: DeviceDesign.Kind, _ columns: Int, _ rows: Int, in room: RoomDesign, z: Int,
    beside: Int = 0
  ) -> [DeviceDesign] {
    let floor = room.floor
    let isOnWall = kind == .co2Sensor
    return (0..<rows).flatMap { row in
      (0..<columns).map { column in
        DeviceDesign(
          kind: kind, room: room.number,
          x: floor.x0 + (2 * column + 1) * floor.width / (2 * columns) + (isOnWall ? 0 : beside),
          y: floor.y0 + (2 * row + 1) * floor.depth / (2 * rows) + (isOnWall ? beside : 0), z: z)
      }
    }
  }
}
