import TwinModel

extension DistrictDesign {
  /// The file `manifest.json`: the seed, and of every school its parameters and the faults built in.
  package func manifest() -> String {
    JSONText.object([
      // Raised whenever the same seed would give another district.
      ("version", .integer(1)),
      ("generator", .text("campus-twin")),
      ("seed", .unsigned(seed)),
      ("district", .text(SchoolNames.district)),
      ("epsg", .integer(4547)),
      ("schools", .list(schools.map(\.manifest))),
    ]).written() + "\n"
  }
}

extension DistrictSchool {
  fileprivate var manifest: JSONText {
    .object([
      ("campus", .text(design.campus.value)),
      ("name", .text(design.name)),
      ("kind", .text(design.kind.rawValue)),
      ("classes", .object(design.classes.map { ($0.stage.rawValue, .integer($0.classes)) })),
      ("design_seats", .integer(design.designSeats)),
      ("opened", .integer(opened)),
      ("ifc", .text(ifcPath)),
      ("easting_m", .thousandths(design.place.eastingMillimetres)),
      ("northing_m", .thousandths(design.place.northingMillimetres)),
      ("classroom_area_m2", squareMetres(design.classroomWidth * design.roomDepth)),
      ("corridor_width_m", .thousandths(design.corridorWidth)),
      ("storey_height_m", .thousandths(design.storeyHeight)),
      ("buildings", .list(design.buildings().map(\.manifest))),
      ("deficiencies", .list(design.deficiencies.map(\.manifest))),
      ("undeclared", .list(network.gaps.map { .text($0) })),
    ])
  }
}

extension BuildingDesign {
  fileprivate var manifest: JSONText {
    let rooms = storeys.flatMap(\.rooms)
    return .object([
      ("letter", .text(letter)),
      ("name", .text(name)),
      ("storeys", .integer(storeys.count)),
      ("rooms", .integer(rooms.count)),
      ("net_floor_area_m2", squareMetres(rooms.reduce(0) { $0 + $1.floor.area })),
    ])
  }
}

extension Deficiency {
  fileprivate var manifest: JSONText {
    .object([
      ("code", .text(rawValue)), ("clause", .text(clause)), ("in_model", .flag(isInModel)),
    ])
  }
}

extension DistrictSchool.Network {
  /// Columns of the register that nobody has filled in.
  package var gaps: [String] {
    [
      ("uplink_mbit_s", uplinkMegabits == nil), ("wired_link", wiredLink == nil),
      ("nr_link", nrLink == nil), ("classroom_mbit_s", classroomMegabits == nil),
      ("indoor_system", indoorSystem == nil),
    ].filter(\.1).map(\.0)
  }
}

/// An area to a thousandth of a square metre.
private func squareMetres(_ squareMillimetres: Int) -> JSONText {
  .thousandths(squareMillimetres / 1000)
}
