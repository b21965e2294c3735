extension IFCWriter {
  /// Writes the floor of a storey, and the roof on the topmost.
  mutating func writeSlabs(in context: StoreyContext) {
    let thickness = Construction.thickness(Construction.slab)
    let storey = context.storey
    writeSlab(
      storey.number == 1 ? "BASESLAB" : "FLOOR", name: "floor", holes: storey.floorHoles,
      z: -thickness, in: context)
    if storey.isTop {
      writeSlab("ROOF", name: "roof", holes: [], z: storey.clearHeight, in: context)
    }
  }

  private mutating func writeSlab(
    _ kind: StaticWord, name: String, holes: [PlanRectangle], z: Int, in context: StoreyContext
  ) {
    let solid = plate(
      context.building.outline, holes: holes, z: z,
      height: Construction.thickness(Construction.slab))
    let shape = body([solid])
    let place = placement(in: context.placement, x: 0, y: 0, z: 0)
    let title = name == "roof" ? "屋面板" : "楼板"
    let slab = step.add(
      "IFCSLAB",
      [
        id("\(context.name)/\(name)"), .missing, .text("\(title) \(context.storey.number)F"),
        .missing, .missing, place, shape, .missing, .word(kind),
      ])
    groups.add(slab, .container, context.name, target: context.reference)
    let set = layerSet(Construction.slab, name: "slab")
    let usage = once("usage slab") {
      $0.step.add(
        "IFCMATERIALLAYERSETUSAGE",
        [set, .word("AXIS3"), .word("POSITIVE"), $0.length(0), .missing])
    }
    groups.add(slab, .material, "usage slab", target: usage)
    properties("Pset_SlabCommon", variant: name, of: slab) {
      [
        $0.property("IsExternal", .typed("IFCBOOLEAN", .flag(name == "roof"))),
        $0.property("LoadBearing", .typed("IFCBOOLEAN", .flag(true))),
      ]
    }
  }
}
