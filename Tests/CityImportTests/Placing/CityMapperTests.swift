import CityImport
import Foundation
import SpatialCore
import Testing
import TwinModel

@Suite("A city object on the map")
struct CityMapperTests {
  private func map(
    _ text: String, override: SystemName? = nil
  ) throws -> (objects: [CityObject], findings: [Finding]) {
    var mapper = CityMapper(to: 4547, override: override)
    var objects: [CityObject] = []
    _ = try CityModelFile.read(Data(text.utf8), file: "small") { object, header in
      objects.append(mapper.map(object, header))
    }
    return (objects, mapper.findings)
  }

  @Test("has outline, heights and a closed mesh")
  func cube() throws {
    let (objects, findings) = try map(SmallModels.cube())
    #expect(findings.isEmpty)
    let cube = try #require(objects.first)
    #expect(abs(cube.footprint.area.value - 1) < 1e-6)
    #expect(cube.ground == 7 && cube.top == 8 && cube.eave == 8)
    #expect(cube.lod == "2.2" && cube.kind == "Building")
    let mesh = try #require(cube.mesh)
    #expect(mesh.vertices.count == 8 && mesh.triangleCount == 12)
    // The volume by the divergence theorem, from a corner: each triangle looks outward.
    let origin = mesh.vertices[0]
    let volume = stride(from: 0, to: mesh.indices.count, by: 3).reduce(0.0) { sum, first in
      let (a, b, c) = (
        mesh.vertices[Int(mesh.indices[first])], mesh.vertices[Int(mesh.indices[first + 1])],
        mesh.vertices[Int(mesh.indices[first + 2])]
      )
      let (p, q, r) = (minus(a, origin), minus(b, origin), minus(c, origin))
      return sum
        + (p.x * (q.y * r.z - q.z * r.y) + p.y * (q.z * r.x - q.x * r.z)
          + p.z * (q.x * r.y - q.y * r.x)) / 6
    }
    #expect(abs(volume - 1) < 1e-6)
  }

  private func minus(_ a: Point3, _ b: Point3) -> Point3 { Point3(a.x - b.x, a.y - b.y, a.z - b.z) }

  @Test("without a reference system has mesh and heights but no outline")
  func unplaced() throws {
    let cube = try #require(try map(SmallModels.cube(metadata: "{}")).objects.first)
    #expect(cube.footprint.isEmpty)
    #expect(cube.mesh?.triangleCount == 12 && cube.ground == 7)
  }

  @Test("is placed by the reference system that the user names")
  func override() throws {
    let placed = try map(SmallModels.cube(metadata: "{}"), override: SystemName("EPSG:4547"))
    #expect(abs(try #require(placed.objects.first).footprint.area.value - 1) < 1e-6)
  }

  @Test("in degrees lies where latitude and longitude say, in the order of the authority")
  func degrees() throws {
    // PROJ's value for longitude 113.88, latitude 22.55 in EPSG:4547: E 487656.887, N 2494709.139.
    for (name, order) in [("EPSG:4326", [22.55, 113.88]), ("OGC:CRS84", [113.88, 22.55])] {
      let placing = try MapPlacing(from: try #require(SystemName(name)), to: 4547)
      let point = try placing.place(Point2(order[0], order[1]))
      #expect(abs(point.x - 487656.887) < 0.01 && abs(point.y - 2_494_709.139) < 0.01, "\(name)")
    }
  }

  @Test("that the map does not reach is a finding with its id, and the others are placed")
  func unreachable() throws {
    let far = SmallModels.cube(metadata: #"{"referenceSystem":"EPSG:4326"}"#)
    let (objects, findings) = try map(far)
    #expect(objects.first?.footprint.isEmpty == true)
    #expect(findings.map(\.code) == ["cim.place"] && findings.first?.subject == "b1")
  }
}
