import Foundation
import Testing
import TwinModel
import TwinStore

@Suite("A campus in the store")
struct CampusRoundTripTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("comes back as it was saved, also after the file was closed")
  func roundTrip() throws {
    let campus = try SampleCampus.campus()
    let store = try TwinStore.open(folder.city, mode: .create)
    try store.importCampus(campus, version: SampleCampus.version)
    #expect(try store.campus(campus.id) == campus)
    try store.close()

    let again = try TwinStore.open(folder.city, mode: .readOnly)
    #expect(try again.campus(campus.id) == campus)
    #expect(try again.campus(CampusID("nobody")) == nil)
  }

  @Test("keeps what the import said about the file")
  func versions() throws {
    let campus = try SampleCampus.campus()
    let store = try TwinStore.open(folder.city, mode: .create)
    let number = try store.importCampus(campus, version: SampleCampus.version)
    let stored = try #require(try store.versions(of: campus.id).first)
    #expect(stored.id == number)
    #expect(stored.version == SampleCampus.version)
    #expect(stored.isCurrent && stored.isPlaced)
    #expect(stored.georeference == campus.georeference)
  }

  @Test("is listed with its newest files")
  func list() throws {
    let store = try TwinStore.open(folder.city, mode: .create)
    let unplaced = try SampleCampus.campus("a", georeference: nil)
    try store.importCampus(try SampleCampus.campus("b"), version: SampleCampus.version)
    try store.importCampus(unplaced, version: SampleCampus.version)
    let list = try store.campuses()
    #expect(list.map(\.id.value) == ["a", "b"])
    #expect(list.map(\.isPlaced) == [false, true])
    #expect(list[1].kind == .expanded && list[1].stages == [.primary, .junior])
    #expect(list[1].versions.map(\.version.fileName) == ["arch.ifc"])
    #expect(try store.campus(unplaced.id) == unplaced)
  }

  @Test("keeps numbers that are none, and odd but legal values")
  func oddValues() throws {
    var campus = try SampleCampus.campus()
    campus.buildings[0].properties = [
      Property(set: "", name: "nan", value: .number(.nan)),
      Property(set: "", name: "inf", value: .number(.infinity)),
      Property(set: "", name: "tiny", value: .number(.leastNonzeroMagnitude)),
      Property(set: "", name: "empty", value: .text("")),
    ]
    let store = try TwinStore.open(folder.city, mode: .create)
    try store.importCampus(campus, version: SampleCampus.version)
    let values = try #require(try store.campus(campus.id)?.buildings.first?.properties).map(\.value)
    guard case .number(let first) = values[0] else { throw StoreError.unknownCampus(campus.id) }
    #expect(first.isNaN)
    #expect(
      values[1...] == [.number(.infinity), .number(.leastNonzeroMagnitude), .text("")])
  }

  @Test("is refused when a mesh leads nowhere or a text would be cut, and nothing is saved")
  func refusals() throws {
    let store = try TwinStore.open(folder.city, mode: .create)
    var campus = try SampleCampus.campus()
    campus.buildings[0].storeys[0].elements[0].body = PlacedShape(TriangleMesh(indices: [0, 1, 2]))
    #expect(
      throws: StoreError.notStorable(
        what: "The mesh of 5wall", reason: "an index names a vertex that it does not have")
    ) {
      try store.importCampus(campus, version: SampleCampus.version)
    }
    campus = try SampleCampus.campus()
    campus.buildings[0].name = "a\0b"
    #expect(throws: StoreError.self) {
      try store.importCampus(campus, version: SampleCampus.version)
    }
    #expect(try store.campuses().isEmpty)
  }
}
