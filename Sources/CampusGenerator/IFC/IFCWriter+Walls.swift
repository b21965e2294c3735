extension IFCWriter {
  /// Writes a wall with its layers, openings, doors and windows.
  mutating func writeWall(_ wall: WallDesign, in context: inout StoreyContext) {
    let name = "\(context.name)/\(wall.name)"
    let place = placement(
      in: context.placement, x: wall.x, y: wall.y, z: 0, along: wall.direction)
    let half = wall.thickness / 2
    let solid = box(
      PlanRectangle(x0: 0, y0: -half, x1: wall.length, y1: half), height: wall.height)
    let ends = [point(0, 0), point(wall.length, 0)]
    let axis = step.add("IFCPOLYLINE", [.list(ends)])
    let axisShape = representation("Axis", "Curve2D", [axis])
    let bodyShape = representation("Body", "SweptSolid", [solid])
    let shape = definition([axisShape, bodyShape])
    let kind = wall.isOuter ? "外墙" : "内墙"
    let reference = step.add(
      "IFCWALLSTANDARDCASE",
      [
        id(name), .missing, .text("\(kind) \(context.storey.number)F \(wall.name)"), .missing,
        .missing, place, shape, .missing, .word(wall.isOuter ? "SOLIDWALL" : "PARTITIONING"),
      ])
    groups.add(reference, .container, context.name, target: context.reference)
    describe(wall, reference, in: context)
    for room in context.storey.rooms where room.floor.touches(wall.footprint) {
      writeBoundary(
        of: room.number, by: reference, name: name, isOuter: wall.isOuter, in: context)
    }
    for (index, opening) in wall.openings.enumerated() {
      writeOpening(
        opening, name: "\(name)/\(index + 1)", of: wall, reference: reference, at: place,
        in: context)
    }
  }

  /// Type, layers and common properties.
  private mutating func describe(
    _ wall: WallDesign, _ reference: STEPValue, in context: StoreyContext
  ) {
    let construction = context.building.construction
    let layers = wall.isOuter ? construction.outerWall : construction.innerWall
    let kind = wall.isOuter ? "outer wall" : "inner wall"
    let set = layerSet(layers, name: kind)
    let usage = once("usage \(kind)") {
      $0.step.add(
        "IFCMATERIALLAYERSETUSAGE",
        [
          set, .word("AXIS2"), .word("POSITIVE"), $0.length(-wall.thickness / 2), .missing,
        ])
    }
    groups.add(reference, .material, "usage \(kind)", target: usage)
    let type = once("type \(kind)") {
      let type = $0.step.add(
        "IFCWALLTYPE",
        [
          $0.id("type \(kind)"), .missing, .text(wall.isOuter ? "外墙" : "内墙"), .missing, .missing,
          .missing, .missing, .missing, .missing,
          .word(wall.isOuter ? "SOLIDWALL" : "PARTITIONING"),
        ])
      $0.groups.add(type, .material, "set \(kind)", target: set)
      return type
    }
    groups.add(reference, .type, kind, target: type)
    properties("Pset_WallCommon", variant: kind, of: reference) {
      [
        $0.property("IsExternal", .typed("IFCBOOLEAN", .flag(wall.isOuter))),
        $0.property("LoadBearing", .typed("IFCBOOLEAN", .flag(construction == .brick))),
      ]
    }
  }

  /// A set of layers, written once.
  mutating func layerSet(_ layers: [Construction.Layer], name: String) -> STEPValue {
    once("set \(name)") { writer in
      let members = layers.map { layer in
        let material = writer.once("material \(layer.material)") {
          $0.step.add("IFCMATERIAL", [.text(layer.material), .missing, .missing])
        }
        return writer.step.add(
          "IFCMATERIALLAYER",
          [
            material, writer.length(layer.thickness), .missing, .missing, .missing, .missing,
            .missing,
          ])
      }
      return writer.step.add("IFCMATERIALLAYERSET", [.list(members), .text(name), .missing])
    }
  }
}

extension PlanRectangle {
  /// Whether two rectangles share a stretch of border and no inside.
  func touches(_ other: PlanRectangle) -> Bool {
    let overlapX = min(x1, other.x1) - max(x0, other.x0)
    let overlapY = min(y1, other.y1) - max(y0, other.y0)
    return (overlapX == 0 && overlapY > 0) || (overlapY == 0 && overlapX > 0)
  }
}
