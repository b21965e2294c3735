import Foundation
import Testing
import TwinModel

@Suite("The name of a campus")
struct IdentifiersTests {
  @Test("may be Chinese, and survives as a file name", arguments: ["宝安-01", "a_b.c", "7"])
  func good(_ name: String) throws {
    #expect(try CampusID(name).value == name)
  }

  @Test("is refused otherwise", arguments: ["", ".hidden", "a/b", "a b", "a:b", "../x", "a\n"])
  func bad(_ name: String) {
    #expect(throws: ModelError.self) { try CampusID(name) }
  }

  @Test("is refused in JSON too")
  func decoded() {
    #expect(throws: (any Error).self) {
      try JSONDecoder().decode([CampusID].self, from: Data("[\"a/b\"]".utf8))
    }
  }

  @Test("stands in order of its bytes, like every GlobalId")
  func order() throws {
    #expect(GlobalID("Z") < GlobalID("a"))
    #expect(
      try [CampusID("b"), CampusID("B"), CampusID("a")].sorted().map(\.value) == ["B", "a", "b"])
  }
}

@Suite("A campus")
struct CampusTests {
  @Test("lists its storeys and spaces building by building, its stages youngest first")
  func order() throws {
    func storey(_ id: String) -> Storey {
      Storey(
        id: GlobalID(id), name: "", elevation: 0,
        spaces: [Space(id: GlobalID("\(id)-room"), name: "")])
    }
    let campus = Campus(
      id: try CampusID("school"), name: "", kind: .new, stages: [.junior, .primary],
      buildings: [
        Building(id: GlobalID("A"), name: "", storeys: [storey("A1"), storey("A2")]),
        Building(id: GlobalID("B"), name: "", storeys: [storey("B1")]),
      ])
    #expect(campus.stages == [.primary, .junior])
    #expect(campus.spaces.map(\.id.value) == ["A1-room", "A2-room", "B1-room"])
  }

  @Test("has six, three and three grades in its stages")
  func grades() {
    #expect(Stage.allCases.map(\.grades.count) == [6, 3, 3])
    #expect(Stage.primary < .senior)
  }

  @Test("lies on the map where its georeference says")
  func georeference() {
    // Local x points to map north: the abscissa is cos 90°, the ordinate sin 90°.
    let place = Georeference(
      epsg: 4547, eastings: 487_656, northings: 2_494_709, abscissa: 0, ordinate: 1,
      source: .mapConversion)
    #expect(place.map(Point2(10, 2)) == Point2(487_654, 2_494_719))
  }
}
