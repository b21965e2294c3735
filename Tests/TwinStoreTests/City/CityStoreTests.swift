import Testing
import TwinModel
import TwinStore

@Suite("The city in a store")
struct CityStoreTests {
  private func version(_ name: String, _ sha256: String = "a") -> CityFileVersion {
    CityFileVersion(
      fileName: name, sha256: sha256, byteCount: 9, format: "CityJSON 2.0", crs: "EPSG:4547",
      importedAt: "2026-11-25T00:00:00Z", counts: [.init(name: "Building", count: 2)],
      isPlaced: true,
      findings: [Finding(.warning, code: "cim.type", subject: "b", message: "of no known class")])
  }

  private static let house = CityObject(
    id: "whole", kind: "Building", attributes: #"{"name":"校舍"}"#)
  private static let part = CityObject(
    id: "part", kind: "BuildingPart", parent: "whole", lod: "2.2",
    footprint: MultiPolygon([.rectangle(500_000, 2_500_000, 500_010, 2_500_020)]), ground: 5,
    eave: 8, top: 11,
    mesh: TriangleMesh(
      vertices: [Point3(500_000, 2_500_000, 5), Point3(500_010, 2_500_000, 5), Point3(0, 0, 11)],
      indices: [0, 1, 2]))

  private func filled(_ folder: TemporaryFolder) throws -> TwinStore {
    let store = try TwinStore.open(folder.city, mode: .create)
    try store.importCityModel(fileName: "city.json") { save in
      try save(Self.house)
      try save(Self.part)
      return version("city.json")
    }
    return store
  }

  @Test("comes back as it was saved; a parent has the outline and heights of its parts")
  func roundTrip() throws {
    let store = try filled(TemporaryFolder())
    let objects = try store.cityObjects()
    #expect(objects.map(\.id) == ["whole", "part"])
    #expect(objects.last == Self.part)
    let whole = try #require(objects.first)
    #expect(abs(whole.footprint.area.value - 200) < 1e-6)
    #expect(whole.ground == 5 && whole.eave == 8 && whole.top == 11)
    #expect(whole.attributes == #"{"name":"校舍"}"#)
    #expect(try store.cityOutlines(kinds: ["BuildingPart"]) == [Self.part.footprint])
  }

  @Test("gives the objects of a part of the map")
  func box() throws {
    let store = try filled(TemporaryFolder())
    func ids(_ x: Double) throws -> [String] {
      try store.cityObjects(
        kinds: ["BuildingPart"], within: (Point2(x, 2_500_000), Point2(x + 1, 2_500_001))
      ).map(\.id)
    }
    #expect(try ids(500_005) == ["part"])
    #expect(try ids(500_050) == [])
  }

  @Test("shows the newest import of a file, and knows an unchanged one")
  func versions() throws {
    let store = try filled(TemporaryFolder())
    #expect(try store.hasCityFile(fileName: "city.json", sha256: "a"))
    try store.importCityModel(fileName: "city.json") { save in
      try save(Self.part)
      return version("city.json", "b")
    }
    #expect(try store.cityObjects().map(\.id) == ["part"])
    #expect(try !store.hasCityFile(fileName: "city.json", sha256: "a"))
  }

  private struct Stop: Error {}

  @Test("keeps nothing of a model whose reading stopped")
  func rollsBack() throws {
    let store = try filled(TemporaryFolder())
    #expect(throws: Stop.self) {
      try store.importCityModel(fileName: "other.json") { save in
        try save(Self.part)
        throw Stop()
      }
    }
    #expect(try store.cityObjects().count == 2)
  }

  @Test(
    "opens in QGIS: objects, layers of any geometry, and devices",
    .enabled(if: ForeignProgram("ogrinfo") != nil, "ogrinfo (gdal-bin) is not installed"))
  func layers() throws {
    let folder = try TemporaryFolder()
    let store = try filled(folder)
    try store.importLayer(
      MapLayer(
        name: "plan", role: .sites,
        features: [
          MapFeature(id: "1", geometry: .points([Point2(500_000, 2_500_000)])),
          MapFeature(
            id: "2", geometry: .lines([[Point2(500_000, 2_500_000), Point2(500_009, 2_500_000)]])),
          MapFeature(id: "3", geometry: .areas(Self.part.footprint), attributes: #"{"a":1}"#),
          MapFeature(id: "4", geometry: nil),
        ]), version: version("plan.geojson"))
    try store.importDevices(
      [
        RegisteredDevice(
          id: "d1", campus: try CampusID("P01"), kind: "camera", storey: "1F", status: "on",
          place: Point2(500_003, 2_500_004), height: 6)
      ], version: version("devices.csv"))
    try store.close()
    let ogrinfo = try #require(ForeignProgram("ogrinfo"))
    let objects = try ogrinfo.output(["-so", folder.city, "city_objects"])
    #expect(objects.contains("Geometry: Multi Polygon") && objects.contains("Feature Count: 2"))
    #expect(
      objects.contains("Extent: (500000.000000, 2500000.000000) - (500010.000000, 2500020.000000)"))
    let features = try ogrinfo.output([folder.city, "map_features"])
    #expect(features.contains("Feature Count: 4") && features.contains("layer (String) = plan"))
    #expect(features.contains("MULTILINESTRING ((500000 2500000,500009 2500000))"))
    #expect(features.contains("role (String) = sites"))
    let devices = try ogrinfo.output([folder.city, "registered_devices"])
    #expect(devices.contains("POINT (500003 2500004)") && devices.contains("status (String) = on"))
  }
}
