import BIMImport
import SpatialCore
import Testing
import TwinModel

@Suite("Elements whose parts carry the bodies")
struct PartsTests {
  /// A curtain wall without a body: a panel, a post and a door are its parts, 0.1 m thick and 4 m long.
  private static let snippet: RoomSnippet = {
    var snippet = RoomSnippet()
    let guid = RoomSnippet.guid
    snippet.room(100, "a", (0, 0, 0), (4, 3, 2.8))
    snippet.product(
      120, "IFCPLATE", "panel", (0, 3, 0), (2.9, 3.1, 2.8), rest: ",$,.CURTAIN_PANEL.", in: nil)
    snippet.product(
      130, "IFCMEMBER", "post", (2.9, 3, 0), (3, 3.1, 2.8), rest: ",$,.MULLION.", in: nil)
    snippet.product(
      140, "IFCDOOR", "door", (3, 3, 0), (4, 3.1, 2.8), rest: ",$,2.8,1.,.DOOR.,$,$", in: nil)
    snippet.add(
      """
      #150=IFCCURTAINWALL('\(guid("facade"))',$,'facade',$,$,#9,$,$,$);
      #151=IFCRELAGGREGATES('\(guid("parts"))',$,$,$,#150,(#120,#130,#140));
      #152=IFCRELCONTAINEDINSPATIALSTRUCTURE('\(guid("in"))',$,$,$,(#150),#21);
      """)
    return snippet
  }()

  private func building() throws -> Building {
    try #require(IFCImporter.read(text: Self.snippet.text).buildings.first)
  }

  @Test("know what they are parts of")
  func partOf() throws {
    let elements = try building().storeys[0].elements
    #expect(elements.count == 4)
    #expect(
      elements.filter { $0.partOf == GlobalID(RoomSnippet.guid("facade")) }.map(\.name).sorted()
        == ["door", "panel", "post"])
  }

  @Test("are drawn as the wall that they make up, with the door in it")
  func plan() throws {
    let building = try building()
    let plan = try StoreyPlanBuilder.plan(of: building.storeys[0], in: building, number: 1)
    let wall = try #require(plan.walls.first)
    #expect(wall.id == GlobalID(RoomSnippet.guid("facade")))
    #expect(wall.isCurtainWall)
    // The panel and the post; the door is drawn by itself.
    #expect(wall.outline == [.rectangle(0, 3000, 3000, 3100)])
    let door = try #require(plan.openings.first)
    #expect(door.wall == wall.id)
    #expect(door.rooms == [GlobalID(RoomSnippet.guid("a"))])
    #expect(door.roomsSource == .geometry)
  }
}
