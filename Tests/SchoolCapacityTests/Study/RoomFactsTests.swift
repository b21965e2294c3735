import SchoolCapacity
import Testing
import TwinModel
import TwinTestSupport

@Suite("A storey of a school")
struct RoomFactsTests {
  /// Two classrooms of 8 m × 9 m north of a corridor, a stair at its end; cells of one metre.
  static let drawing = FloorPlan(
    """
    ####################
    #aaaaaaaa#bbbbbbbb##
    #aaaaaaaa#bbbbbbbb##
    =aaaaaaaa#bbbbbbbb=#
    #aaaaaaaa#bbbbbbbb##
    #aaaaaaaa#bbbbbbbb##
    #aaaaaaaa#bbbbbbbb##
    #aaaaaaaa#bbbbbbbb##
    #aaaaaaaa#bbbbbbbb##
    #aaaaaaaa#bbbbbbbb##
    ##+####+###+####+###
    #cccccccccccccccc#s#
    #cccccccccccccccc+s#
    #cccccccccccccccc#s#
    ####################
    """, cell: 1)

  static func output(number: Int, stages: [Stage] = [.primary]) throws -> StudyOutput {
    let names: [Character: String] = ["a": "普通教室", "b": "音乐教室", "c": "走廊", "s": "楼梯间"]
    var plan = drawing.storeyPlan(height: 3.6, longNames: names)
    plan.number = number
    let spaces = plan.rooms.map {
      Space(id: $0.id, name: $0.name, longName: $0.longName, footprint: MultiPolygon())
    }
    let storey = Storey(id: plan.storey, name: "2", elevation: 3.9, spaces: spaces)
    let campus = Campus(
      id: try CampusID("school"), name: "", kind: .new, stages: stages,
      buildings: [Building(id: plan.building, name: "A", storeys: [storey])])
    return try SchoolSeeds.study().run(StudyInput(campus: campus, plans: [plan]))
  }

  @Test("tells area, seats, height and storey of a classroom")
  func classroom() throws {
    let output = try Self.output(number: 2)
    #expect(output.fact("room-a", "room.use")?.value == .text("ordinary_classroom"))
    #expect(output.fact("room-a", "room.usable_area")?.value == .number(72))
    // 72 / 1.36 = 52.9 seats, capped by a class of 45; 72 / 45 = 1.6 m² for each.
    #expect(output.fact("room-a", "room.seats")?.value == .number(45))
    #expect(output.fact("room-a", "room.area_per_seat")?.value == .number(1.6))
    #expect(output.fact("room-a", "room.clear_height")?.value == .number(3.6))
    #expect(output.fact("room-a", "room.storey_number")?.value == .number(2))
  }

  @Test("tells the doors of a classroom and the clear width of the narrowest")
  func doors() throws {
    let output = try Self.output(number: 2)
    #expect(output.fact("room-a", "room.exit_doors")?.value == .number(2))
    // 1.00 m overall less 0.10 m of frame.
    #expect(output.fact("room-a", "room.exit_door_width")?.value == .number(0.9))
    #expect(output.fact("room-c", "room.exit_doors") == nil)
  }

  @Test("tells the window area of a classroom against its floor")
  func windows() throws {
    let output = try Self.output(number: 2)
    // One window of 1.0 m × (2.4 − 0.9) m on 72 m².
    #expect(output.fact("room-a", "room.window_floor_ratio")?.value == .number(1.5 / 72))
  }

  @Test("tells how wide its corridor is and that rooms lie on one side of it")
  func corridor() throws {
    let output = try Self.output(number: 2)
    #expect(output.fact("room-c", "room.corridor_width")?.value == .number(3))
    #expect(output.fact("room-c", "room.corridor_sides")?.value == .number(1))
    #expect(output.fact("room-a", "room.corridor_width") == nil)
  }

  @Test("tells its pupils and the width of the doors into stairs for a hundred of them")
  func escape() throws {
    let facts = try Self.output(number: 2).facts.filter { $0.subject.kind == .storey }
    #expect(
      facts.map(\.quantity) == [
        "storey.number", "storey.pupils", "storey.escape_width", "storey.escape_width_per_100",
      ])
    #expect(facts.compactMap(\.value.number) == [2, 45, 0.9, 2])
  }

  @Test("says nothing of its escape width when it is the first and no door leads outside")
  func firstStorey() throws {
    let output = try Self.output(number: 1)
    #expect(!output.facts.contains { $0.quantity == "storey.escape_width" })
    #expect(output.findings.contains { $0.code == "storey.exits.none" })
  }

  @Test("shares its special rooms between the stages of the campus")
  func shared() throws {
    let output = try Self.output(number: 2, stages: [.primary, .junior])
    #expect(output.fact("room-b", "room.area_per_seat", .primary)?.value == .number(72.0 / 45))
    #expect(output.fact("room-b", "room.area_per_seat", .junior)?.value == .number(72.0 / 50))
    #expect(output.fact("room-b", "room.use")?.stage == nil)
  }

  @Test("gives the same facts again")
  func repeatable() throws {
    #expect(try Self.output(number: 2) == Self.output(number: 2))
  }
}
