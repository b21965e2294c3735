import BIMImport
import Testing
import TwinModel

@Suite("Rooms of a model")
struct RoomsTests {
  private let guid = RoomSnippet.guid

  private func inspect(_ snippet: RoomSnippet) throws -> ModelInspection {
    try ModelInspection.inspect(text: snippet.text)
  }

  @Test("are joined by the door between them, by where they lie")
  func byGeometry() throws {
    let snippet = RoomSnippet.twoRooms()
    let found = try inspect(snippet)
    let door = try #require(found.doors.first)
    #expect(door.spaces == [guid("a"), guid("b")])
    #expect(door.source == .geometry)
    #expect(found.spaces.map(\.doors) == [[guid("door")], [guid("door")]])
    #expect(found.spaces.map(\.floorArea) == [12, 11.4])
    #expect(found.spaces.map(\.height) == [2.8, 2.8])
    #expect(found.findings.map(\.code) == [])
    // 3 × 2.8 m of wall with a door of 0.9 × 2.1 m, from either side.
    for space in found.spaces {
      #expect(space.walls.map(\.guid) == [guid("wall")])
      #expect(space.walls.map(\.area) == [8.4])
      #expect(space.walls.map(\.openingArea) == [1.89])
      #expect(space.walls.map(\.source) == [.geometry])
    }
    let element = try #require(
      IFCImporter.read(text: snippet.text).buildings.flatMap(\.storeys).flatMap(\.elements)
        .first { $0.kind == .door })
    #expect(
      element.rooms
        == RoomsBeside(spaces: [GlobalID(guid("a")), GlobalID(guid("b"))], source: .geometry))
  }

  @Test("are joined by what the boundaries say, when they say it, wherever they lie")
  func byBoundaries() throws {
    var snippet = RoomSnippet.twoRooms()
    snippet.room(160, "c", (20, 0, 0), (24, 3, 2.8))
    for (number, room) in [(180, 100), (181, 160)] {
      snippet.add(
        """
        #\(number)=IFCRELSPACEBOUNDARY('\(guid("b\(number)"))',$,$,$,#\(room),#140,$,.PHYSICAL.,
          .INTERNAL.);
        """)
    }
    let door = try #require(inspect(snippet).doors.first)
    #expect(door.spaces == [guid("a"), guid("c")])
    #expect(door.source == .boundaries)
  }

  @Test("are completed by geometry where the boundaries know one side of an inner door")
  func halfSaid() throws {
    var snippet = RoomSnippet.twoRooms()
    snippet.add(
      "#180=IFCRELSPACEBOUNDARY('\(guid("b"))',$,$,$,#100,#140,$,.PHYSICAL.,.INTERNAL.);")
    #expect(try inspect(snippet).doors.first?.source == .geometry)
    snippet.add(
      "#181=IFCRELSPACEBOUNDARY('\(guid("c"))',$,$,$,#100,#140,$,.PHYSICAL.,.EXTERNAL.);")
    let door = try #require(inspect(snippet).doors.first)
    #expect(door.spaces == [guid("a")], "a door to the outside")
    #expect(door.source == .boundaries)
  }

  @Test("have the furniture that they contain, and that which stands in them")
  func furniture() throws {
    var snippet = RoomSnippet.twoRooms()
    let rest = ",$"
    snippet.product(200, "IFCFURNISHINGELEMENT", "desk", (1, 1, 0), (2, 2, 0.7), rest: rest)
    snippet.product(210, "IFCFURNISHINGELEMENT", "lamp", (1, 1, 4), (2, 2, 5), rest: rest)
    // Contained in b, although it stands in a.
    snippet.product(
      220, "IFCFURNISHINGELEMENT", "chair", (2, 1, 0), (2.5, 1.5, 1), rest: rest, in: 110)
    #expect(try inspect(snippet).spaces.map(\.furniture) == [1, 1])
    let elements = try IFCImporter.read(text: snippet.text).buildings.flatMap(\.storeys)
      .flatMap(\.elements)
    let places = elements.filter { $0.kind == .furniture }.map { ($0.name, $0.space?.value) }
    #expect(places.first { $0.0 == "desk" }?.1 == guid("a"))
    #expect(places.first { $0.0 == "chair" }?.1 == guid("b"))
    #expect(places.first { $0.0 == "lamp" }.map { $0.1 == nil } == true, "it hangs above the room")
  }

  /// A boundary of the room a (at x = 2 m) on the wall: a plane of 3 × 2.8 m with a hole of the door's
  /// 0.9 × 2.1 m, or without, and one for the door.
  private func boundaries(level: String, hole: Bool) -> RoomSnippet {
    var snippet = RoomSnippet.twoRooms()
    snippet.add(
      """
      #300=IFCRELSPACEBOUNDARY2NDLEVEL('\(guid("wallside"))',$,'2ndLevel',$,#100,#120,#310,.PHYSICAL.,
        .INTERNAL.,$,#302);
      #301=IFCRELSPACEBOUNDARY2NDLEVEL('\(guid("doorside"))',$,'2ndLevel',$,#100,#140,#330,.PHYSICAL.,
        .INTERNAL.,#300,$);
      #302=IFCRELSPACEBOUNDARY1STLEVEL('\(guid("otherside"))',$,'1stLevel',$,#110,#120,$,.PHYSICAL.,
        .EXTERNAL_EARTH.,$);
      #303=IFCRELSPACEBOUNDARY('\(guid("virtual"))',$,$,$,#110,$,$,.VIRTUAL.,.NOTDEFINED.);
      #310=IFCCONNECTIONSURFACEGEOMETRY(#311,$);
      #311=IFCCURVEBOUNDEDPLANE(#312,#316,(\(hole ? "#320" : "")));
      #312=IFCPLANE(#313);#313=IFCAXIS2PLACEMENT3D(#314,#315,#319);
      #314=IFCCARTESIANPOINT((4.,0.,0.));#315=IFCDIRECTION((1.,0.,0.));#319=IFCDIRECTION((0.,1.,0.));
      #316=IFCPOLYLINE((#340,#341,#342,#343,#340));
      #340=IFCCARTESIANPOINT((0.,0.));#341=IFCCARTESIANPOINT((3.,0.));
      #342=IFCCARTESIANPOINT((3.,2.8));#343=IFCCARTESIANPOINT((0.,2.8));
      #320=IFCPOLYLINE((#350,#351,#352,#353,#350));
      #350=IFCCARTESIANPOINT((1.,0.));#351=IFCCARTESIANPOINT((1.9,0.));
      #352=IFCCARTESIANPOINT((1.9,2.1));#353=IFCCARTESIANPOINT((1.,2.1));
      #330=IFCCONNECTIONSURFACEGEOMETRY(#331,$);#331=IFCCURVEBOUNDEDPLANE(#312,#320,());
      """)
    return snippet
  }

  @Test("have boundaries with element, level, exposure and the boundary behind, as the file says")
  func boundaryRelations() throws {
    let rows = try inspect(boundaries(level: "2", hole: false)).boundaries
    let wall = try #require(rows.first { $0.guid == guid("wallside") })
    #expect(wall.space == guid("a") && wall.element == guid("wall") && wall.level == 2)
    #expect(wall.isPhysical == true && wall.exposure == .internal)
    #expect(wall.corresponding == guid("otherside"))
    let door = try #require(rows.first { $0.guid == guid("doorside") })
    #expect(door.parent == guid("wallside"))
    let other = try #require(rows.first { $0.guid == guid("otherside") })
    #expect(other.level == 1 && other.exposure == .earth && other.area == nil)
    let virtual = try #require(rows.first { $0.guid == guid("virtual") })
    #expect(virtual.element == nil && virtual.isPhysical == false && virtual.level == nil)
  }

  @Test("have boundaries with area, plane and outline of their surface")
  func boundarySurfaces() throws {
    let rows = try inspect(boundaries(level: "2", hole: false)).boundaries
    let wall = try #require(rows.first { $0.guid == guid("wallside") })
    #expect(wall.area == 8.4)  // 3 × 2.8 m
    #expect(wall.normal == [1, 0, 0])
    let outline = try #require(wall.outline)
    #expect(outline.count == 1)
    #expect(
      Set(outline[0]) == [[4, 0, 0], [4, 3, 0], [4, 3, 2.8], [4, 0, 2.8]])
    let walls = try #require(inspect(boundaries(level: "2", hole: false)).spaces.first).walls
    #expect(walls.map(\.guid) == [guid("wall")])
    #expect(walls.first?.area == 8.4)
    #expect(walls.first?.source == .boundaries)
    #expect(walls.first?.openingArea == 1.89)  // 0.9 × 2.1 m
  }

  @Test("have boundaries that leave out the holes of their surface")
  func boundaryHoles() throws {
    let rows = try inspect(boundaries(level: "2", hole: true)).boundaries
    let wall = try #require(rows.first { $0.guid == guid("wallside") })
    #expect(wall.area == 6.51)  // 8.4 − 1.89 m²
    #expect(wall.outline?.count == 2)
  }
}
