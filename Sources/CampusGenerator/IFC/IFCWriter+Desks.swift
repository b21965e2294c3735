extension IFCWriter {
  /// Writes a desk as a copy of the one shape that all desks share.
  mutating func writeDesk(_ desk: DeskDesign, number: Int, in context: StoreyContext) {
    let map = once("desk") {
      let size = WingBuilder.deskSize
      let solid = $0.box(
        PlanRectangle(x0: 0, y0: 0, x1: size.depth, y1: size.width), height: 760)
      return $0.representationMap([solid])
    }
    let type = once("type desk") {
      $0.step.add(
        "IFCFURNITURETYPE",
        [
          $0.id("type desk"), .missing, .text("单人课桌"), .missing, .missing, .missing, .list([map]),
          .missing, .missing, .word("NOTDEFINED"), .word("DESK"),
        ])
    }
    let place = placement(in: context.placement, x: desk.x, y: desk.y, z: 0)
    let shape = copy(of: map)
    let reference = step.add(
      "IFCFURNITURE",
      [
        id("\(context.name)/\(desk.room)/desk \(number)"), .missing, .text("单人课桌"), .missing,
        .missing, place, shape, .missing, .word("DESK"),
      ])
    groups.add(reference, .type, "desk", target: type)
    if let space = context.spaces[desk.room] {
      groups.add(reference, .container, "\(context.name)/\(desk.room)", target: space)
    }
  }
}
