import Testing
import TwinModel
import TwinTestSupport

@Suite("A drawn floor plan")
struct FloorPlanTests {
  private static let plan = FloorPlan(
    """
    #######
    #aa#bb=
    #ao+bb#
    #aa#b##
    #######
    """, cell: 2)

  @Test("has a room for each letter, with the area of its cells")
  func rooms() {
    let rooms = Self.plan.storeyPlan().rooms
    #expect(rooms.map(\.name) == ["a", "b"])
    // Six cells of 4 m², one of them under the column; five cells.
    #expect(rooms.map(\.area.value) == [24, 20])
    #expect(Self.plan.area(of: "a") == 20)
  }

  @Test("has the north at its first line")
  func north() {
    let room = Self.plan.storeyPlan().rooms[1]
    // b spans x 8…12 m; its lowest row is the one with a single cell.
    #expect(room.outline[0].contains(PlanPoint(9000, 3000)))
    #expect(!room.outline[0].contains(PlanPoint(11000, 3000)))
  }

  @Test("joins the rooms beside a door and the one behind a window")
  func openings() throws {
    let plan = Self.plan.storeyPlan()
    let door = try #require(plan.openings.first { $0.kind == .door })
    #expect(door.rooms == [GlobalID("room-a"), GlobalID("room-b")])
    #expect(door.width == 2000)
    let window = try #require(plan.openings.first { $0.kind == .window })
    #expect(window.rooms == [GlobalID("room-b")])
    #expect(plan.rooms.map(\.doors) == [[door.id], [door.id]])
    #expect(plan.rooms.map(\.windows) == [[], [window.id]])
    #expect(plan.obstacles.map(\.kind) == [.column])
  }

  @Test("traces a yard as a hole")
  func hole() {
    let ring = FloorPlan(
      """
      aaaa
      a##a
      aaaa
      """, cell: 1
    ).storeyPlan().rooms[0]
    #expect(ring.outline.count == 1)
    #expect(ring.outline[0].outer.count == 4)
    #expect(ring.outline[0].holes.map(\.count) == [4])
    #expect(ring.area.value == 10)
  }
}
