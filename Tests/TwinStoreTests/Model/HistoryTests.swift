import Foundation
import Testing
import TwinModel
import TwinStore

@Suite("The history of a campus")
struct HistoryTests {
  private struct Crash: Error {}

  let folder: TemporaryFolder
  let store: TwinStore

  init() throws {
    folder = try TemporaryFolder()
    store = try TwinStore.open(folder.city, mode: .create)
  }

  private func version(_ file: String, _ sha: String) -> ImportVersion {
    var version = SampleCampus.version
    version.fileName = file
    version.sha256 = sha
    return version
  }

  @Test("keeps every import and shows the newest of each file")
  func versions() throws {
    let first = try SampleCampus.campus()
    var second = first
    second.name = "宝安一小"
    second.kind = .renovated
    second.buildings[0].storeys[0].spaces.removeLast()
    let one = try store.importCampus(first, version: version("arch.ifc", "aa"))
    let two = try store.importCampus(second, version: version("arch.ifc", "bb"))
    #expect(try store.campus(first.id) == second)
    #expect(try store.campus(first.id, asOf: one) == first)
    #expect(try store.campus(first.id, asOf: two) == second)
    #expect(try store.versions(of: first.id).map(\.isCurrent) == [false, true])
    #expect(try store.campuses().first?.versions.map(\.id) == [two])
    #expect(try store.campuses().first?.kind == .renovated)
  }

  @Test("knows whether the newest import of a file has the same bytes")
  func hasVersion() throws {
    let campus = try SampleCampus.campus()
    func has(_ file: String, _ sha: String) throws -> Bool {
      try store.hasVersion(campus: campus.id, fileName: file, sha256: sha)
    }
    #expect(try !has("arch.ifc", "aa"))
    try store.importCampus(campus, version: version("arch.ifc", "aa"))
    #expect(try has("arch.ifc", "aa"))
    #expect(try !has("mep.ifc", "aa"))
    try store.importCampus(campus, version: version("arch.ifc", "bb"))
    // The file went on; its earlier bytes would change the campus again.
    #expect(try !has("arch.ifc", "aa"))
  }

  @Test("joins the files of a campus by GlobalId, the newer import of an object counting")
  func files() throws {
    let architecture = try SampleCampus.campus()
    var services = architecture
    services.georeference = nil
    services.declarations = []
    services.zones = []
    services.buildings[0].name = ""
    services.buildings[0].footprint = MultiPolygon()
    services.buildings[0].properties = []
    services.buildings[0].storeys[0].spaces = []
    let duct = Element(id: GlobalID("55duct"), kind: .other, sourceClass: "IfcDuctSegment")
    var wall = architecture.buildings[0].storeys[0].elements[0]
    wall.name = "W1 moved"
    services.buildings[0].storeys[0].elements = [wall, duct]
    services.buildings[0].storeys[0].devices = []
    services.buildings[0].storeys.append(
      Storey(id: GlobalID("1roof"), name: "RF", elevation: 8))
    services.buildings.append(Building(id: GlobalID("0annex"), name: "annex", storeys: []))
    try store.importCampus(architecture, version: version("arch.ifc", "aa"))
    try store.importCampus(services, version: version("mep.ifc", "bb"))

    let joined = try #require(try store.campus(architecture.id))
    #expect(joined.buildings.map(\.id.value) == ["0annex", "1building"])
    let building = joined.buildings[1]
    #expect(building.name == "教学楼")
    #expect(building.footprint == architecture.buildings[0].footprint)
    #expect(building.properties == architecture.buildings[0].properties)
    #expect(building.storeys.map(\.name) == ["1F", "2F", "RF"])
    #expect(building.storeys[0].spaces == architecture.buildings[0].storeys[0].spaces)
    #expect(building.storeys[0].devices == architecture.buildings[0].storeys[0].devices)
    #expect(
      building.storeys[0].elements.map(\.id.value) == [
        "55duct", "5wall", "7door", "7panel", "7thing",
      ])
    #expect(building.storeys[0].elements[1].name == "W1 moved")
    #expect(joined.georeference == architecture.georeference)
    #expect(joined.zones == architecture.zones)
    #expect(joined.declarations == architecture.declarations)

    let summary = try #require(try store.campuses().first)
    #expect(summary.versions.map(\.version.fileName) == ["arch.ifc", "mep.ifc"])
    #expect(summary.framesAgree && !summary.isPlaced)
    services.georeference = SampleCampus.georeference
    services.georeference?.eastings = 0
    try store.importCampus(services, version: version("mep.ifc", "cc"))
    #expect(try store.campuses().first?.framesAgree == false)
  }

  @Test("keeps the last committed state when an import breaks off")
  func rollback() throws {
    let campus = try SampleCampus.campus()
    try store.importCampus(campus, version: version("arch.ifc", "aa"))
    var changed = campus
    changed.name = "changed"
    changed.declarations[0].value = .number(2)
    #expect(throws: StoreError.self) {
      try store.importCampus(changed, version: version("arch.ifc", "bb")) { throw Crash() }
    }
    #expect(try store.campus(campus.id) == campus)
    #expect(try store.versions(of: campus.id).count == 1)
    try store.importCampus(changed, version: version("arch.ifc", "bb"))
    #expect(try store.campus(campus.id) == changed)
  }

  @Test("survives a crash at any instant: what lies on the disk then opens at the last commit")
  func crash() throws {
    let campus = try SampleCampus.campus()
    try store.importCampus(campus, version: version("arch.ifc", "aa"))
    var changed = campus
    // More than SQLite's page cache holds, so that uncommitted pages do reach the disk.
    let vertices = (0..<1_600_000).map { Point3(Double($0), 0.5, 0.25) }
    changed.buildings[0].storeys[0].elements[0].body = PlacedShape(
      TriangleMesh(vertices: vertices, indices: [0, 1, 2]))
    let crashed = folder.path("crashed.sqlite")
    func copy() throws {
      for ending in ["", "-wal"] {
        try FileManager.default.copyItem(
          atPath: folder.city + ending, toPath: crashed + ending)
      }
    }
    try store.importCampus(changed, version: version("arch.ifc", "bb"), beforeCommit: copy)
    let size = try FileManager.default.attributesOfItem(atPath: crashed + "-wal")[.size] as? Int
    #expect(try #require(size) > 4_000_000)

    let recovered = try TwinStore.open(crashed, mode: .readWrite)
    #expect(try recovered.campus(campus.id) == campus)
    try recovered.importCampus(changed, version: version("arch.ifc", "bb"))
    #expect(try recovered.campus(campus.id) == changed)
    try recovered.close()
    #expect(try folder.files().filter { $0.hasPrefix("crashed") } == ["crashed.sqlite"])
  }

  @Test("keeps a mesh once that did not change between two imports")
  func sharedMeshes() throws {
    var campus = try SampleCampus.campus()
    let vertices = (0..<100_000).map { Point3(Double($0), 0.5, 0.25) }
    campus.buildings[0].storeys[0].elements[0].body = PlacedShape(
      TriangleMesh(vertices: vertices, indices: [0, 1, 2]))
    for sha in ["aa", "bb", "cc", "dd"] {
      try store.importCampus(campus, version: version("arch.ifc", sha))
    }
    #expect(try store.campus(campus.id) == campus)
    try store.close()
    let size = try FileManager.default.attributesOfItem(atPath: folder.city)[.size] as? Int
    // One mesh has 2.4 MB.
    #expect(try #require(size) < 2 * 2_400_000)
  }

  @Test("holds ten thousand elements with ten properties each")
  func size() throws {
    var campus = try SampleCampus.campus()
    campus.buildings[0].storeys[0].elements = (0..<10_000).map { number in
      let (x, y) = (Double(number % 100), Double(number / 100))
      return Element(
        id: GlobalID("e\(String(number + 100_000))"), kind: .furniture,
        sourceClass: "IfcFurniture", name: "desk \(number)",
        layers: [MaterialLayer(material: "wood", thickness: 0.02)],
        body: PlacedShape(
          TriangleMesh(
            vertices: [Point3(x, y, 0), Point3(x + 1, y, 0), Point3(x, y + 1, 0)],
            indices: [0, 1, 2])),
        properties: (0..<10).map {
          Property(set: "Pset_Desk", name: "P\($0)", value: .number(Double(number * $0)))
        })
    }
    let clock = ContinuousClock()
    let saving = try clock.measure {
      try store.importCampus(campus, version: version("arch.ifc", "aa"))
    }
    var loaded: Campus?
    let loading = try clock.measure { loaded = try store.campus(campus.id) }
    #expect(loaded == campus)
    print("10,000 elements, 100,000 properties: saved in \(saving), loaded in \(loading)")
  }
}
