import Foundation
import SpatialCore
import Testing
import TwinModel

@Suite("A storey plan made from solids")
struct StoreyPlanBuilderTests {
  /// Two rooms of 6 × 4 m with a wall of 0.2 m between them, a door in it, a window to the south.
  ///
  ///     y 4 ┌───────┬───────┐
  ///         │   a   D   b   │
  ///     y 0 └──=====┴───────┘
  ///         x 0     6 6.2   12.2
  func twoRooms(turnedBy turn: Double = 0, shift: Point2 = Point2(0, 0)) -> BoxModel {
    var model = BoxModel(turnDegrees: turn, shift: shift)
    model.addRoom("b", 6.2, 0, 12.2, 4)
    model.addRoom("a", 0, 0, 6, 4)
    let hole = model.box(5.9, 1, 6.3, 2, 0, 2.1)
    model.addWall("wall-mid", 6, 0, 6.2, 4, holes: [("hole-door", "door", hole)])
    let view = model.box(1, -0.24, 3, 0, 0.9, 2.4)
    model.addWall(
      "wall-south", 0, -0.24, 12.2, 0,
      layers: [
        MaterialLayer(material: "brick", thickness: 0.2),
        MaterialLayer(material: "plaster", thickness: 0.02),
      ], holes: [("hole-window", "window", view)])
    // The leaf stands open into b: it must not move the axis.
    var leaf = model.box(6.08, 1.05, 6.12, 1.95, 0, 2.05)
    leaf.append(model.box(6.2, 1, 7.1, 1.04, 0, 2.05))
    model.add(.door, "door", mesh: leaf, widthMetres: 0.9)
    model.add(.window, "window", mesh: model.box(1, -0.15, 3, -0.1, 0.9, 2.4))
    model.add(.column, "column", mesh: model.box(11, 3, 11.5, 3.5, 0, 3))
    return model
  }

  func plan(_ model: BoxModel) throws -> StoreyPlan {
    try StoreyPlanBuilder.plan(of: model.storey, in: model.building, number: 1)
  }

  @Test("has rooms by name, walls in whole millimetres, and the storey's height from its rooms")
  func outlines() throws {
    let plan = try plan(twoRooms())
    #expect(plan.origin == Point2(0, -1))
    #expect(plan.height == 3)
    #expect(plan.rooms.map(\.name) == ["a", "b"])
    #expect(plan.rooms[0].outline == [.rectangle(0, 1000, 6000, 5000)])
    #expect(plan.rooms.map(\.area) == [24, 24])
    #expect(plan.walls.map(\.id.value) == ["wall-mid", "wall-south"])
    #expect(plan.walls[0].outline == [.rectangle(6000, 1000, 6200, 5000)])
    #expect(plan.walls.map(\.thickness) == [200, 220], "measured, and as its layers say")
    #expect(plan.walls[0].bottom == 0)
    #expect(plan.walls[0].top == 3000)
    #expect(plan.obstacles.map(\.outline) == [[.rectangle(11000, 4000, 11500, 4500)]])
  }

  @Test("joins the two rooms by the door in the middle of its wall")
  func door() throws {
    let plan = try plan(twoRooms())
    let door = try #require(plan.openings.first)
    #expect(door.id == GlobalID("door"))
    #expect(door.kind == .door)
    #expect(door.wall == GlobalID("wall-mid"))
    #expect([door.start, door.end] == [PlanPoint(6100, 2000), PlanPoint(6100, 3000)])
    #expect(door.sill == 0)
    #expect(door.head == 2100)
    #expect(door.width == 900, "as declared; the hole is 1 m")
    #expect(door.rooms == [GlobalID("room-a"), GlobalID("room-b")])
    #expect(plan.rooms.map(\.doors) == [[GlobalID("door")], [GlobalID("door")]])
  }

  @Test("gives a window to the one room behind it")
  func window() throws {
    let plan = try plan(twoRooms())
    let window = try #require(plan.openings.last)
    #expect(window.kind == .window)
    #expect([window.start, window.end] == [PlanPoint(1000, 880), PlanPoint(3000, 880)])
    #expect(window.sill == 900)
    #expect(window.width == 2000, "of the hole, since none is declared")
    #expect(window.rooms == [GlobalID("room-a")])
    #expect(plan.rooms.map(\.windows) == [[GlobalID("window")], []])
  }

  @Test(
    "is the same plan when the building stands askew or far off on the map",
    arguments: [15.0, 30, 45, 60, 90, 133])
  func turned(_ degrees: Double) throws {
    let model = twoRooms(turnedBy: degrees, shift: Point2(487_656.4, 2_494_709.3))
    let plan = try plan(model)
    let door = try #require(plan.openings.first)
    #expect(door.rooms == [GlobalID("room-a"), GlobalID("room-b")])
    let length = hypot(Double(door.end.x - door.start.x), Double(door.end.y - door.start.y))
    // The hole of 1 m from its box; across the diagonal the declared 0.9 m.
    #expect(abs(length - (abs(degrees - 45) < 9 || degrees == 133 ? 900 : 1000)) < 3)
    let middle = plan.local(
      PlanPoint((door.start.x + door.end.x) / 2, (door.start.y + door.end.y) / 2))
    let expected = model.place(6.1, 1.5)
    #expect(hypot(middle.x - expected.x, middle.y - expected.y) < 0.003)
    #expect(plan.openings.last?.rooms == [GlobalID("room-a")])
    #expect(abs(plan.walls[0].thickness - 200) <= 1)
    #expect(plan.rooms.allSatisfy { abs($0.area.value - 24) < 0.02 })
    #expect(plan.rooms.joined.allSatisfy { $0.x >= 0 && $0.y >= 0 && $0.x < 20_000 })
  }

  @Test("places a door without a host by its own body")
  func doorWithoutHost() throws {
    var model = BoxModel()
    model.addRoom("a", 0, 0, 4, 4)
    model.addRoom("b", 4.1, 0, 8, 4)
    model.add(.door, "door", mesh: model.box(4.03, 1, 4.07, 1.8, 0, 2))
    let door = try #require(try plan(model).openings.first)
    #expect(door.wall == nil)
    #expect([door.start, door.end] == [PlanPoint(4050, 1000), PlanPoint(4050, 1800)])
    #expect(door.rooms.count == 2)
    #expect(door.width == 800)
  }

  @Test("shows a hole that nothing fills, joining rooms but being no door of theirs")
  func bareHole() throws {
    var model = BoxModel()
    model.addRoom("a", 0, 0, 4, 4)
    model.addRoom("b", 4.2, 0, 8, 4)
    let hole = model.box(4, 1, 4.2, 3, 0, 2.5)
    model.addWall("wall", 4, 0, 4.2, 4, holes: [("hole", nil, hole)])
    let plan = try plan(model)
    #expect(plan.openings.map(\.kind) == [.hole])
    #expect(plan.openings[0].rooms == [GlobalID("room-a"), GlobalID("room-b")])
    #expect(plan.openings[0].width == 2000)
    #expect(plan.rooms.allSatisfy { $0.doors.isEmpty && $0.windows.isEmpty })
  }

  @Test("puts a door into the right leg of a bent wall, whose thickness it measures as a strip")
  func bentWall() throws {
    var model = BoxModel()
    model.addRoom("inside", 0.2, 0.2, 6, 6)
    model.addRoom("west", -4, 0, 0, 6)
    var mesh = model.box(0, 0, 6, 0.2, 0, 3)
    mesh.append(model.box(0, 0, 0.2, 6, 0, 3))
    model.storey.elements.append(
      Element(
        id: GlobalID("wall"), kind: .wall, sourceClass: "IfcWall", body: PlacedShape(mesh),
        openings: [
          Opening(
            id: GlobalID("hole"), filledBy: GlobalID("door"),
            bounds: model.box(-0.1, 3, 0.3, 4, 0, 2).bounds)
        ]))
    model.add(.door, "door", mesh: model.box(0, 3, 0.05, 4, 0, 2))
    let plan = try plan(model)
    #expect(plan.walls[0].thickness == 200)
    #expect(plan.walls[0].outline.first?.outer.count == 6)
    #expect(plan.openings[0].start == PlanPoint(4100, 3000))
    #expect(plan.openings[0].end == PlanPoint(4100, 4000))
    #expect(plan.openings[0].rooms == [GlobalID("room-inside"), GlobalID("room-west")])
  }

  @Test("prefers the room over the zone that is drawn around it")
  func overlappingSpaces() throws {
    var model = twoRooms()
    model.addRoom("whole floor", -1, -1, 13, 5)
    let door = try #require(try plan(model).openings.first)
    #expect(door.rooms == [GlobalID("room-a"), GlobalID("room-b")])
  }
}

extension [PlanRoom] {
  fileprivate var joined: [PlanPoint] { flatMap { $0.outline.flatMap(\.outer) } }
}
