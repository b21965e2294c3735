extension IFCWriter {
  /// Writes a room with its shape, quantities and properties.
  mutating func writeSpace(_ room: RoomDesign, in context: inout StoreyContext) -> STEPValue {
    let floor = room.floor
    let height = context.storey.clearHeight
    let name = "\(context.name)/\(room.number)"
    let placement = placement(in: context.placement, x: floor.x0, y: floor.y0, z: 0)
    let base = PlanRectangle(x0: 0, y0: 0, x1: floor.width, y1: floor.depth)
    let solid = box(base, height: height)
    let shape = body([solid])
    let space = step.add(
      "IFCSPACE",
      [
        id(name), .missing, .text(room.number), .missing, .text(room.use.chinese), placement, shape,
        .text(room.longName), .word("ELEMENT"), .word("INTERNAL"), .missing,
      ])
    context.spaces[room.number] = space
    quantities(
      "Qto_SpaceBaseQuantities", of: space, name: name,
      [
        lengthQuantity("Height", height),
        lengthQuantity("NetPerimeter", 2 * (floor.width + floor.depth)),
        area("NetFloorArea", floor.area),
        volume("NetVolume", floor.area * height),
      ])
    properties("Pset_SpaceCommon", variant: name, of: space) {
      [
        $0.property("Reference", .typed("IFCIDENTIFIER", .text(room.number))),
        $0.property("IsExternal", .typed("IFCBOOLEAN", .flag(false))),
      ]
    }
    return space
  }

  /// Writes that a wall, door or window bounds the rooms on its sides.
  mutating func writeBoundary(
    of room: String, by element: STEPValue, name: String, isOuter: Bool, in context: StoreyContext
  ) {
    guard let space = context.spaces[room] else { return }
    _ = step.add(
      "IFCRELSPACEBOUNDARY",
      [
        id("boundary \(room) \(name)"), .missing, .missing, .missing, space, element, .missing,
        .word("PHYSICAL"), .word(isOuter ? "EXTERNAL" : "INTERNAL"),
      ])
  }
}
