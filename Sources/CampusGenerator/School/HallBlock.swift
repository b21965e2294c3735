extension SchoolDesign {
  /// The sports hall (风雨操场), one high room with a strip of side rooms.
  func sportsHall() -> WingLayout {
    hallBlock(
      letter: "C", name: "体育馆", hall: .hall, depth: 21_000,
      length: classCount > 24 ? 36_000 : 27_000,
      height: 7500,
      strip: [
        Cell(use: .entrance, width: 6000), Cell(use: .equipment, width: 4800),
        Cell(use: .changing, width: 3600), Cell(use: .toiletBoys, width: 3600),
        Cell(use: .toiletGirls, width: 3600),
      ])
  }

  /// The canteen (食堂), where secondary pupils eat.
  func canteen() -> WingLayout {
    hallBlock(
      letter: "D", name: "食堂", hall: .dining, depth: 18_000,
      length: classCount > 24 ? 33_000 : 24_000,
      height: 4500,
      strip: [
        Cell(use: .entrance, width: 4800), Cell(use: .kitchen, width: 12_000),
        Cell(use: .store, width: 3600),
      ])
  }

  private func hallBlock(
    letter: String, name: String, hall: RoomUse, depth: Int, length: Int, height: Int,
    strip: [Cell]
  ) -> WingLayout {
    let partition = Construction.thickness(construction.innerWall)
    return WingLayout(
      letter: letter, name: name, clearLength: length, storeyHeight: height,
      storeys: [
        StoreyLayout(
          bands: [
            Band(depth: depth, cells: [Cell(use: hall, width: length)]),
            Band(depth: 5400, cells: fillBand(strip, length: length, partition: partition)),
          ], access: 0)
      ])
  }
}
