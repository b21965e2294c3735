import SpatialCore
import Testing
import TwinModel

@Suite("The walls around rooms")
struct RoomGraphTests {
  /// A room of 6 × 4 m, 3 m high: a wall to the south 0.24 m thick with a window of 2 × 1.5 m, one to the
  /// north that is only 1 m high, two half ones to the west, one behind another to the east.
  private func building(turnedBy turn: Double) -> Building {
    var model = BoxModel(turnDegrees: turn, shift: Point2(500, 300))
    model.addRoom("a", 0, 0, 6, 4)
    let view = model.box(1, -0.24, 3, 0, 0.9, 2.4)
    model.addWall("south", 0, -0.24, 6, 0, holes: [("hole", "window", view)])
    model.addWall("north", 0, 4, 6, 4.1, heightMetres: 1)
    model.addWall("west-1", -0.2, 0, 0, 1.5)
    model.addWall("west-2", -0.2, 1.5, 0, 4)
    model.addWall("east", 6, 0, 6.1, 4)
    model.addWall("behind", 6.12, 0, 6.3, 4)
    model.addWall("far", 7, 0, 7.2, 4)
    model.add(.window, "window", mesh: model.box(1, -0.15, 3, -0.1, 0.9, 2.4))
    return model.building
  }

  @Test("are those along its outline, with the area that faces it", arguments: [0, 30.0])
  func walls(turn: Double) throws {
    var building = building(turnedBy: turn)
    RoomGraph.complete(&building)
    let walls = building.storeys[0].spaces[0].walls
    #expect(walls.map(\.wall.value) == ["east", "north", "south", "west-1", "west-2"])
    // 4 × 3, 6 × 1, 6 × 3, 1.5 × 3 and 2.5 × 3 m; corners of a turned wall lie on whole millimetres.
    for (wall, area) in zip(walls, [12, 6, 18, 4.5, 7.5]) {
      #expect(abs(wall.area.value - area) < 0.02, "\(wall)")
    }
    #expect(abs(walls[2].openingArea.value - 3) < (turn == 0 ? 1e-9 : 0.3))
    #expect(walls.allSatisfy { $0.source == .geometry })
  }
}
