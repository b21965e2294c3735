extension SchoolDesign {
  /// Clear width of a stairs room.
  static let stairsWidth = 3600

  /// The teaching building: ordinary classrooms on both sides of a corridor, stairs at both ends
  /// and, with more than six classes a storey, in the middle; toilets beside the stairs.
  func teachingWing() -> WingLayout {
    let partition = Construction.thickness(construction.innerWall)
    let perStorey = classesByStorey()
    let most = perStorey.map(\.count).max() ?? 0
    let stairs = most > 6 ? 3 : 2
    // One cell more than classes: the entrance below, a teachers' office above.
    let bays = max(4, (most + 1 + stairs + 1) / 2)
    let storeys = perStorey.enumerated().map { index, classes in
      teachingStorey(
        classes, bays: bays, hasMiddleStairs: stairs == 3, isGround: index == 0,
        partition: partition)
    }
    return WingLayout(
      letter: "A", name: "教学楼", clearLength: bays * (classroomWidth + partition) - partition,
      storeyHeight: storeyHeight, storeys: storeys)
  }

  /// The stage names of each storey's classes: as even as can be, the youngest below.
  private func classesByStorey() -> [[String]] {
    var names = classes.flatMap { Array(repeating: prefix(of: $0), count: $0.classes) }[...]
    let storeys = teachingStoreys
    return (0..<storeys).map { storey in
      let count = classCount / storeys + (storey < classCount % storeys ? 1 : 0)
      defer { names = names.dropFirst(count) }
      return Array(names.prefix(count))
    }
  }

  private func teachingStorey(
    _ classes: [String], bays: Int, hasMiddleStairs: Bool, isGround: Bool, partition: Int
  ) -> StoreyLayout {
    let width = classroomWidth
    var free = classes[...]
    var offices = 0
    func room() -> Cell {
      if let stage = free.popFirst() {
        return Cell(use: .classroom, width: width, stageName: stage)
      }
      offices += 1
      return Cell(use: offices == 1 ? .teachersOffice : .club, width: width)
    }
    let south = (0..<bays).map { _ in room() }
    let stairs = Cell(use: .stairs, width: Self.stairsWidth)
    let beside = width - Self.stairsWidth - partition
    let middle = bays / 2
    let entrance = hasMiddleStairs ? middle - 1 : middle
    var north: [Cell] = []
    for bay in 0..<bays {
      switch bay {
      case 0: north += [stairs, Cell(use: .toiletBoys, width: beside)]
      case bays - 1: north += [Cell(use: .toiletGirls, width: beside), stairs]
      case middle where hasMiddleStairs:
        north += [stairs, Cell(use: .teachersOffice, width: beside)]
      case entrance where isGround: north.append(Cell(use: .entrance, width: width))
      default: north.append(room())
      }
    }
    let length = bays * (width + partition) - partition
    return StoreyLayout(
      bands: [
        Band(depth: roomDepth, cells: south),
        Band(depth: corridorWidth, cells: [Cell(use: .corridor, width: length)]),
        Band(depth: roomDepth, cells: north),
      ], access: 1)
  }
}
