extension IFCWriter {
  /// Writes a building with all its storeys.
  mutating func writeBuilding(_ building: BuildingDesign, at site: STEPValue) -> STEPValue {
    let placement = placement(in: site, x: building.originX, y: building.originY, z: 0)
    let name = building.letter
    let reference = step.add(
      "IFCBUILDING",
      [
        id(name), .missing, .text("\(building.letter) \(building.name)"), .missing, .missing,
        placement, .missing, .text(building.name), .word("ELEMENT"), .missing, .missing, .missing,
      ])
    let gross = building.outline.area * building.storeys.count
    quantities(
      "Qto_BuildingBaseQuantities", of: reference, name: name,
      [area("GrossFloorArea", gross)])
    let storeys = building.storeys.map { writeStorey($0, of: building, at: placement) }
    aggregate(storeys, in: reference, name: name)
    return reference
  }

  private mutating func writeStorey(
    _ storey: StoreyDesign, of building: BuildingDesign, at parent: STEPValue
  ) -> STEPValue {
    let placement = placement(in: parent, x: 0, y: 0, z: storey.elevation)
    let name = "\(building.letter)/\(storey.number)"
    let reference = step.add(
      "IFCBUILDINGSTOREY",
      [
        id(name), .missing, .text("\(storey.number)F"), .missing, .missing, placement, .missing,
        .text("\(building.name)\(storey.number)层"), .word("ELEMENT"), length(storey.elevation),
      ])
    quantities(
      "Qto_BuildingStoreyBaseQuantities", of: reference, name: name,
      [
        lengthQuantity("GrossHeight", storey.height),
        lengthQuantity("NetHeight", storey.clearHeight),
        area("GrossFloorArea", building.outline.area),
        area("NetFloorArea", storey.rooms.reduce(0) { $0 + $1.floor.area }),
      ])
    var context = StoreyContext(
      name: name, placement: placement, storey: storey, building: building, reference: reference)
    let spaces = storey.rooms.map { writeSpace($0, in: &context) }
    aggregate(spaces, in: reference, name: name)
    for wall in storey.walls { writeWall(wall, in: &context) }
    writeSlabs(in: context)
    for stair in storey.stairs { writeStair(stair, in: context) }
    for (index, device) in storey.devices.enumerated() {
      writeDevice(device, number: index + 1, in: context)
    }
    for (index, desk) in storey.desks.enumerated() {
      writeDesk(desk, number: index + 1, in: context)
    }
    return reference
  }
}

/// What the parts of one storey need to know of it.
struct StoreyContext {
  /// `A/2`: begins the names of all its parts.
  let name: String
  let placement: STEPValue
  let storey: StoreyDesign
  let building: BuildingDesign
  let reference: STEPValue
  /// Spaces by room number.
  var spaces: [String: STEPValue] = [:]
}
