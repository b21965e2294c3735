extension SchoolDesign {
  /// The school's buildings with every part in its place.
  ///
  /// The teaching building lies at the local zero, the specialist building north of it at 25 m
  /// between facing windows (GB 50099-2011 4.3.7), halls east of both.
  package func buildings() -> [BuildingDesign] {
    let teaching = teachingWing()
    let outer = Construction.thickness(construction.outerWall)
    let specialist = specialistWing(atLeast: min(teaching.clearLength, 48_000))
    let wingDepth = 2 * roomDepth + corridorWidth + 4 * outer
    let east = max(teaching.clearLength, specialist.clearLength) + 20_000
    var placed = [
      build(teaching, x: 0, y: 0), build(specialist, x: 0, y: wingDepth + 25_000),
      build(sportsHall(), x: east, y: 0),
    ]
    if hasSecondary { placed.append(build(canteen(), x: east, y: wingDepth + 25_000)) }
    return placed
  }

  private func build(_ wing: WingLayout, x: Int, y: Int) -> BuildingDesign {
    WingBuilder(design: self, wing: wing).building(x: x, y: y)
  }
}
