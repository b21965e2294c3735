import Foundation
import Testing
import TwinModel
import TwinStore
import TwinTestSupport

@Suite("A shape that elements share")
struct SharedShapeTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("is kept once, each element with its own place, and comes back as it was")
  func once() throws {
    let desk = TriangleMesh(
      vertices: (0..<10_000).map { Point3(Double($0), 0.5, 0.25) }, indices: [0, 1, 2])
    var campus = try SampleCampus.campus()
    campus.buildings[0].storeys[0].elements = (0..<100).map { number in
      Element(
        id: GlobalID("desk\(100 + number)"), kind: .furniture, sourceClass: "IfcFurniture",
        body: PlacedShape(
          desk,
          at: ShapePlace(
            x: Point3(0, 1, 0), y: Point3(-1, 0, 0), z: Point3(0, 0, 1),
            zero: Point3(Double(number), 1 / 3, 0))))
    }
    let store = try TwinStore.open(folder.city, mode: .create)
    try store.importCampus(campus, version: SampleCampus.version)
    #expect(try store.campus(campus.id) == campus)
    try store.close()
    let size = try FileManager.default.attributesOfItem(atPath: folder.city)[.size] as? Int
    // One mesh has 240 kB, an empty store less than 1 MB.
    #expect(try #require(size) < 1_500_000)
  }

  @Test(
    "is where its mesh says in a file of the version before, which had no places",
    .enabled(
      if: ForeignProgram("spatialite") != nil, "spatialite (spatialite-bin) is not installed"))
  func migration() throws {
    var campus = try SampleCampus.campus()
    let body = try #require(campus.buildings[0].storeys[0].elements[0].body)
    let store = try TwinStore.open(folder.city, mode: .create)
    try store.importCampus(campus, version: SampleCampus.version)
    try store.close()
    let sql = "ALTER TABLE element DROP COLUMN place; PRAGMA user_version = 6"
    _ = try #require(ForeignProgram("spatialite")).output([
      "-silent", "-noheader", folder.city, sql,
    ])
    let migrated = try TwinStore.open(folder.city, mode: .readWrite)
    campus.buildings[0].storeys[0].elements[0].body = PlacedShape(body.shape)
    #expect(try migrated.campus(campus.id) == campus)
    try migrated.importCampus(campus, version: SampleCampus.version)
    #expect(try migrated.campus(campus.id) == campus)
  }
}
