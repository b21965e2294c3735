import TwinModel

extension SchoolDesign {
  /// Rooms of the specialist building in the order of their place, with their clear widths.
  ///
  /// Widths give every pupil of one class a seat with some room to spare over GB 50099-2011 table
  /// 7.1.1 at the depth of the building; numbers grow with the classes, about one room for twelve.
  func specialistRooms() -> [Cell] {
    let scale = max(2, (classCount + 11) / 12)
    let classSize = hasSecondary ? 50 : 45
    let taught =
      hasSecondary ? secondaryRooms(scale: scale) : primaryRooms(scale: scale)
    let rooms = taught.flatMap { use, count, hundredths in
      let area = classSize * (use == .combined ? 2 : 1) * hundredths * 10_000
      let width = ((area + roomDepth - 1) / roomDepth + 299) / 300 * 300
      var cells = Array(repeating: Cell(use: use, width: width), count: count)
      if [.physics, .chemistry, .biology].contains(use) {
        cells.insert(Cell(use: .preparation, width: 4200), at: 1)
      }
      return cells
    }
    return rooms + offices(scale: scale)
  }

  /// Use, number, and floor for a pupil in dm².
  private func primaryRooms(scale: Int) -> [(RoomUse, Int, Int)] {
    [
      (.science, scale, 182), (.computer, scale, 204), (.music, scale, 174), (.art, scale, 204),
      (.calligraphy, 1, 204), (.combined, 1, 92), (.reading, 1, 400),
    ]
  }

  private func secondaryRooms(scale: Int) -> [(RoomUse, Int, Int)] {
    var rooms: [(RoomUse, Int, Int)] = [
      (.physics, scale, 196), (.chemistry, scale, 196), (.biology, max(1, scale - 1), 196),
      (.computer, scale, 196), (.geography, 1, 196), (.music, 1, 168), (.art, 1, 196),
      (.workshop, 1, 196), (.combined, 1, 92), (.reading, 1, 400),
    ]
    if stages.first == .primary {
      rooms += [(.science, 2, 196), (.music, 1, 174), (.art, 1, 204)]
    }
    return rooms
  }

  private func offices(scale: Int) -> [Cell] {
    var cells = [
      Cell(use: .administration, width: 5400), Cell(use: .meeting, width: 7200),
      Cell(use: .health, width: 4800), Cell(use: .counselling, width: 4200),
      Cell(use: .broadcast, width: 3600), Cell(use: .network, width: 4200),
    ]
    // A desk for two teachers a class, at five to six square metres each.
    cells += Array(repeating: Cell(use: .teachersOffice, width: 9000), count: 2 * scale)
    cells += Array(repeating: Cell(use: .administration, width: 4200), count: scale)
    return cells
  }
}
