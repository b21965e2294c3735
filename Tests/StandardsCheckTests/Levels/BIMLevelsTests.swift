import SeedFiles
import StandardsCheck
import Testing
import TwinModel

@Suite("The BIM/CIM level of a campus")
struct BIMLevelsTests {
  private static func levels() throws -> BIMLevels {
    try BIMLevels.load(from: StandardsSeeds.folder().read("standards/bim-levels.yaml"))
  }

  private static let body = PlacedShape(
    TriangleMesh(
      vertices: [Point3(0, 0, 0), Point3(1, 0, 0), Point3(0, 0, 3)], indices: [0, 1, 2]))

  private static func campus(
    elements: [Element] = [], spaces: [Space] = [], devices: [Device] = [],
    footprint: MultiPolygon = MultiPolygon([.rectangle(0, 0, 10, 10)])
  ) throws -> Campus {
    let storey = Storey(
      id: GlobalID("1"), name: "1", elevation: 0, height: 3.6, spaces: spaces, elements: elements,
      devices: devices)
    return Campus(
      id: try CampusID("school"), name: "", kind: .new, stages: [],
      buildings: [
        Building(id: GlobalID("b"), name: "", storeys: [storey], footprint: footprint)
      ])
  }

  private static func level(_ campus: Campus) throws -> Double? {
    try levels().fact(of: campus).value.number
  }

  @Test("rises with what the model contains")
  func ladder() throws {
    let wall = Element(
      id: GlobalID("w"), kind: .wall, sourceClass: "IfcWall", body: Self.body)
    let door = Element(
      id: GlobalID("d"), kind: .door, sourceClass: "IfcDoor", overallWidth: 1)
    let room = Space(id: GlobalID("r"), name: "101", floorArea: 60)
    let empty = Campus(id: try CampusID("school"), name: "", kind: .new, stages: [])
    #expect(try Self.level(empty) == 0)
    #expect(try Self.level(Self.campus(footprint: MultiPolygon())) == 1)
    #expect(try Self.level(Self.campus()) == 2)
    #expect(try Self.level(Self.campus(elements: [wall])) == 3)
    #expect(try Self.level(Self.campus(elements: [wall, door])) == 4)
    #expect(try Self.level(Self.campus(elements: [wall, door], spaces: [room])) == 5)
    var parts = [wall, door]
    for index in parts.indices {
      parts[index].layers = [MaterialLayer(material: "concrete")]
      parts[index].properties = [Property(set: "Pset", name: "x", value: .flag(true))]
    }
    #expect(try Self.level(Self.campus(elements: parts, spaces: [room])) == 6)
    let device = Device(
      id: GlobalID("s"), kind: "smoke_detector", position: nil, origin: .model,
      properties: parts[0].properties)
    #expect(try Self.level(Self.campus(elements: parts, spaces: [room], devices: [device])) == 7)
  }

  @Test("says what is missing for the next one")
  func missing() throws {
    let fact = try Self.levels().fact(of: Self.campus())
    #expect(fact.quantity == "campus.bim_level")
    #expect(
      fact.note == "for level 3 (CIM3 standard, CIM3 标准模型) is missing: "
        + "walls, roofs and slabs with a body; the campus is not placed on the map")
  }

  @Test("counts towards the 200 from the level with rooms on")
  func counts() throws {
    #expect(try Self.levels().countsFrom == 5)
  }

  @Test("comes with what was counted, what is missing for the next one, and how sure the ladder is")
  func evidence() throws {
    let levels = try Self.levels()
    #expect(levels.status == .unverified && levels.document == "CJJ/T 315-2022")
    let answer = levels.answer(for: try Self.campus())
    #expect(answer.level == 2 && !answer.counts && !answer.isPlaced)
    #expect(answer.missingForNext.map(\.content) == ["envelope"])
    #expect(answer.needs.first { $0.content == "outlines" }.map { [$0.having, $0.of] } == [1, 1])
    let fact = levels.fact(of: try Self.campus())
    #expect(fact.value.number == Double(answer.level))
    let room = Space(id: GlobalID("r"), name: "101", floorArea: 60)
    let wall = Element(id: GlobalID("w"), kind: .wall, sourceClass: "IfcWall", body: Self.body)
    let door = Element(id: GlobalID("d"), kind: .door, sourceClass: "IfcDoor", overallWidth: 1)
    let rooms = levels.answer(for: try Self.campus(elements: [wall, door], spaces: [room]))
    #expect(rooms.level == 5 && rooms.counts)
  }
}
