extension IFCWriter {
  /// Writes a stair as two flights and the landing between them.
  mutating func writeStair(_ stair: StairDesign, in context: StoreyContext) {
    let name = "\(context.name)/stair \(stair.room)"
    let ground = stair.ground
    let place = placement(in: context.placement, x: ground.x0, y: ground.y0, z: 0)
    let reference = step.add(
      "IFCSTAIR",
      [
        id(name), .missing, .text("楼梯 \(stair.room)"), .missing, .missing, place, .missing,
        .missing, .word("HALF_TURN_STAIR"),
      ])
    groups.add(reference, .container, context.name, target: context.reference)
    let run = (stair.risersInFlight - 1) * stair.tread
    let half = stair.risersInFlight * stair.riser
    let parts = [
      writeFlight(stair, name: "\(name)/1", x: 0, y: 0, z: 0, along: .east, at: place),
      // The upper flight comes back: its frame is turned by half a circle.
      writeFlight(
        stair, name: "\(name)/2", x: ground.width, y: run, z: half, along: .west, at: place),
      writeLanding(stair, name: "\(name)/landing", from: run, z: half, at: place),
    ]
    aggregate(parts, in: reference, name: name)
  }

  private mutating func writeFlight(
    _ stair: StairDesign, name: String, x: Int, y: Int, z: Int, along: WallDesign.Direction,
    at parent: STEPValue
  ) -> STEPValue {
    let place = placement(in: parent, x: x, y: y, z: z, along: along)
    let solid = uprightPrism(flightProfile(stair), width: stair.flightWidth)
    let shape = body([solid])
    let flight = step.add(
      "IFCSTAIRFLIGHT",
      [
        id(name), .missing, .text("梯段"), .missing, .missing, place, shape, .missing,
        .integer(stair.risersInFlight), .integer(stair.risersInFlight - 1), length(stair.riser),
        length(stair.tread), .word("STRAIGHT"),
      ])
    groups.add(flight, .material, "concrete", target: concrete())
    return flight
  }

  /// Steps above, a sloping underside below, in the plane along the flight.
  private func flightProfile(_ stair: StairDesign) -> [ProfilePoint] {
    let treads = stair.risersInFlight - 1
    let waist = stair.riser + 120
    var upper = [ProfilePoint(x: 0, y: 0)]
    for step in 0..<treads {
      upper.append(ProfilePoint(x: step * stair.tread, y: (step + 1) * stair.riser))
      upper.append(ProfilePoint(x: (step + 1) * stair.tread, y: (step + 1) * stair.riser))
    }
    let lower = [
      ProfilePoint(x: treads * stair.tread, y: treads * stair.riser - waist),
      ProfilePoint(x: waist * stair.tread / stair.riser, y: 0),
    ]
    // Counter-clockwise: along the underside first, back over the steps.
    return Array((upper + lower).reversed())
  }

  private mutating func writeLanding(
    _ stair: StairDesign, name: String, from y: Int, z: Int, at parent: STEPValue
  ) -> STEPValue {
    let ground = stair.ground
    let place = placement(in: parent, x: 0, y: y, z: z)
    let thickness = Construction.thickness(Construction.slab)
    let solid = box(
      PlanRectangle(x0: 0, y0: 0, x1: ground.width, y1: ground.depth - y), z: -thickness,
      height: thickness)
    let shape = body([solid])
    let landing = step.add(
      "IFCSLAB",
      [
        id(name), .missing, .text("休息平台"), .missing, .missing, place, shape, .missing,
        .word("LANDING"),
      ])
    groups.add(landing, .material, "concrete", target: concrete())
    return landing
  }

  private mutating func concrete() -> STEPValue {
    once("material 钢筋混凝土 Reinforced concrete") {
      $0.step.add(
        "IFCMATERIAL", [.text("钢筋混凝土 Reinforced concrete"), .missing, .missing])
    }
  }
}
