extension SchoolDesign {
  /// The specialist building: laboratories, computer, music and art rooms, reading room, offices;
  /// as long as it must be to hold its rooms within the allowed storeys.
  func specialistWing(atLeast length: Int) -> WingLayout {
    let partition = Construction.thickness(construction.innerWall)
    var length = length
    var storeys = specialistStoreys(length: length, partition: partition)
    while storeys.count > storeyLimit {
      length += 3000
      storeys = specialistStoreys(length: length, partition: partition)
    }
    return WingLayout(
      letter: "B", name: "综合楼", clearLength: length, storeyHeight: storeyHeight,
      storeys: storeys)
  }

  private func specialistStoreys(length: Int, partition: Int) -> [StoreyLayout] {
    var rooms = specialistRooms()
    var storeys: [StoreyLayout] = []
    while !rooms.isEmpty {
      let south = packBand(
        [], [], from: &rooms, length: length, partition: partition)
      let stairs = Cell(use: .stairs, width: Self.stairsWidth)
      let toilet = 5400
      let entrance = storeys.isEmpty ? [Cell(use: .entrance, width: 7200)] : []
      let north = packBand(
        [stairs, Cell(use: .toiletBoys, width: toilet)] + entrance,
        [Cell(use: .toiletGirls, width: toilet), stairs],
        from: &rooms, length: length, partition: partition)
      storeys.append(
        StoreyLayout(
          bands: [
            Band(depth: roomDepth, cells: south),
            Band(depth: corridorWidth, cells: [Cell(use: .corridor, width: length)]),
            Band(depth: roomDepth, cells: north),
          ], access: 1))
    }
    return storeys
  }

  /// Takes rooms between `west` and `east`, the first that fits each time, then club rooms, then
  /// whatever closes the band.
  private func packBand(
    _ west: [Cell], _ east: [Cell], from rooms: inout [Cell], length: Int, partition: Int
  ) -> [Cell] {
    var cells = west
    func fits(_ width: Int) -> Bool {
      bandLength(cells + [Cell(use: .store, width: width)] + east, partition: partition) <= length
    }
    while let index = rooms.firstIndex(where: { fits($0.width) }) {
      cells.append(rooms.remove(at: index))
    }
    while fits(9000) { cells.append(Cell(use: .club, width: 9000)) }
    return fillBand(cells + east, length: length, partition: partition)
  }
}
