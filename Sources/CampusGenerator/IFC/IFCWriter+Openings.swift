extension IFCWriter {
  /// Writes an opening of a wall and what fills it.
  mutating func writeOpening(
    _ opening: OpeningDesign, name: String, of wall: WallDesign, reference: STEPValue,
    at wallPlacement: STEPValue, in context: StoreyContext
  ) {
    let placement = placement(in: wallPlacement, x: opening.offset, y: 0, z: opening.sill)
    let half = wall.thickness / 2
    let shape = once("hole \(opening.width) \(opening.height) \(wall.thickness)") {
      let base = PlanRectangle(x0: 0, y0: -half, x1: opening.width, y1: half)
      let solid = $0.box(base, height: opening.height)
      return $0.representationMap([solid])
    }
    let body = copy(of: shape)
    let hole = step.add(
      "IFCOPENINGELEMENT",
      [
        id("\(name) hole"), .missing, .missing, .missing, .missing, placement, body, .missing,
        .word("OPENING"),
      ])
    _ = step.add(
      "IFCRELVOIDSELEMENT",
      [id("\(name) voids"), .missing, .missing, .missing, reference, hole])
    guard opening.filling != .nothing else { return }
    let filling =
      opening.filling == .window
      ? writeWindow(opening, name: name, at: placement, isOuter: wall.isOuter)
      : writeDoor(opening, name: name, at: placement, isOuter: wall.isOuter)
    _ = step.add(
      "IFCRELFILLSELEMENT", [id("\(name) fills"), .missing, .missing, .missing, hole, filling])
    groups.add(filling, .container, context.name, target: context.reference)
    for room in opening.rooms {
      writeBoundary(of: room, by: filling, name: name, isOuter: wall.isOuter, in: context)
    }
  }

  // MARK: - Doors

  private mutating func writeDoor(
    _ opening: OpeningDesign, name: String, at placement: STEPValue, isOuter: Bool
  ) -> STEPValue {
    let isFireDoor = opening.filling == .fireDoor
    let layers = isFireDoor ? Construction.fireDoor : Construction.door
    let material = isFireDoor ? "fire door" : "door"
    let title = (isFireDoor ? "防火门" : isOuter ? "外门" : "门") + " \(opening.sizeName)"
    let operation: StaticWord =
      opening.width > 1200 ? "DOUBLE_DOOR_SINGLE_SWING" : "SINGLE_SWING_LEFT"
    let map = leafMap(opening, thickness: Construction.thickness(layers), kind: material)
    let shape = copy(of: map)
    let door = step.add(
      "IFCDOOR",
      [
        id(name), .missing, .text(title), .missing, .missing, placement, shape, .missing,
        length(opening.height), length(opening.width), .word("DOOR"), .word(operation), .missing,
      ])
    let type = once("type \(title)") {
      let type = $0.step.add(
        "IFCDOORTYPE",
        [
          $0.id("type \(title)"), .missing, .text(title), .missing, .missing, .missing,
          .list([map]), .missing, .missing, .word("DOOR"), .word(operation), .missing, .missing,
        ])
      return type
    }
    groups.add(door, .type, title, target: type)
    groups.add(door, .material, material, target: layerSet(layers, name: material))
    properties("Pset_DoorCommon", variant: "\(material) \(isOuter)", of: door) {
      [
        $0.property("IsExternal", .typed("IFCBOOLEAN", .flag(isOuter))),
        $0.property("FireExit", .typed("IFCBOOLEAN", .flag(isOuter || isFireDoor))),
      ]
    }
    return door
  }

  private mutating func leafMap(
    _ opening: OpeningDesign, thickness: Int, kind: String
  ) -> STEPValue {
    once("leaf \(kind) \(opening.sizeName)") {
      // Odd thicknesses keep whole millimetres: the leaf is moved by half a millimetre.
      let base = PlanRectangle(
        x0: 0, y0: -thickness / 2, x1: opening.width, y1: thickness - thickness / 2)
      let solid = $0.box(base, height: opening.height)
      return $0.representationMap([solid])
    }
  }

  // MARK: - Windows

  private mutating func writeWindow(
    _ opening: OpeningDesign, name: String, at placement: STEPValue, isOuter: Bool
  ) -> STEPValue {
    let title = "窗 \(opening.sizeName)"
    let map = once("pane \(opening.sizeName)") {
      let thickness = Construction.thickness(Construction.window)
      let base = PlanRectangle(
        x0: 0, y0: -thickness / 2, x1: opening.width, y1: thickness / 2)
      let solid = $0.box(base, height: opening.height)
      return $0.representationMap([solid])
    }
    let shape = copy(of: map)
    let window = step.add(
      "IFCWINDOW",
      [
        id(name), .missing, .text(title), .missing, .missing, placement, shape, .missing,
        length(opening.height), length(opening.width), .word("WINDOW"),
        .word("DOUBLE_PANEL_VERTICAL"), .missing,
      ])
    let type = once("type \(title)") {
      $0.step.add(
        "IFCWINDOWTYPE",
        [
          $0.id("type \(title)"), .missing, .text(title), .missing, .missing, .missing,
          .list([map]), .missing, .missing, .word("WINDOW"), .word("DOUBLE_PANEL_VERTICAL"),
          .missing, .missing,
        ])
    }
    groups.add(window, .type, title, target: type)
    groups.add(
      window, .material, "window", target: layerSet(Construction.window, name: "window"))
    properties("Pset_WindowCommon", variant: "\(isOuter)", of: window) {
      [$0.property("IsExternal", .typed("IFCBOOLEAN", .flag(isOuter)))]
    }
    return window
  }
}

extension OpeningDesign {
  /// `1000×2100`: width and height in millimetres, as on a plan.
  fileprivate var sizeName: String { "\(width)×\(height)" }
}
