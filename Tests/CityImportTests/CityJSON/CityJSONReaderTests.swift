import CityImport
import Testing
import TwinModel

@Suite("A CityJSON file")
struct CityJSONReaderTests {
  private func codes(_ header: CityModelHeader) -> [String] { header.findings.map(\.code) }

  @Test(
    "with compressed vertices has a cube of 1 m³, whatever the version and spelling",
    arguments: [
      (#""1.0""#, "2", #"{"referenceSystem":"urn:ogc:def:crs:EPSG::4547"}"#),
      (#""1.1""#, "\"2\"", #"{"referenceSystem":"https://www.opengis.net/def/crs/EPSG/0/4547"}"#),
      (#""2.0""#, "\"2\"", #"{"referenceSystem":"https://www.opengis.net/def/crs/EPSG/0/4547"}"#),
    ])
  func cube(_ version: String, _ lod: String, _ metadata: String) throws {
    let (header, objects) = try SmallModels.read(
      SmallModels.cube(version: version, metadata: metadata, lod: lod))
    #expect(header.findings.isEmpty, "\(header.findings)")
    #expect(header.system?.epsg == 4547)
    #expect(header.vertexCount == 8)
    #expect(header.bounds?.min == Point3(500000, 2_500_000, 7))
    let building = try #require(objects.first)
    #expect(building.id == "b1" && building.type == "Building")
    #expect(building.attributes == #"{"name":"校舍 A","storeys":3}"#)
    let solid = try #require(building.geometries.first)
    #expect(solid.kind == .solid && solid.lod == "2")
    #expect(abs(solid.area - 6) < 1e-9)
    #expect(abs(try #require(solid.volume) - 1) < 1e-9)
    let areas = solid.areaBySemantic
    #expect(areas.map(\.semantic) == ["GroundSurface", "RoofSurface", "WallSurface"])
    // Four walls, of which one has no word.
    #expect(zip(areas, [1.0, 1.0, 3.0]).allSatisfy { abs($0.area - $1) < 1e-9 })
  }

  @Test("with a vertex index that leads nowhere names the object and keeps the rest")
  func badIndex() throws {
    let faces = SmallModels.faces.replacing("[[0,3,2,1]]", with: "[[0,3,99,1]]")
    let (header, objects) = try SmallModels.read(
      SmallModels.cube(faces: faces, more: #","t1":{"type":"SolitaryVegetationObject"}"#))
    let finding = try #require(header.findings.first { $0.code == "cim.vertex.index" })
    #expect(finding.subject == "b1")
    #expect(objects.map(\.id) == ["b1", "t1"])
    #expect(objects.first?.geometries.first?.surfaces.count == 5)
    #expect(codes(header).contains("cim.solid.open"))
  }

  @Test("tells shells that are open, turned or inside out")
  func shells() throws {
    let open = SmallModels.faces.replacing(",[[4,5,6,7]]", with: "")
    #expect(codes(try SmallModels.read(SmallModels.cube(faces: open)).header) == ["cim.solid.open"])
    let turned = SmallModels.faces.replacing("[[4,5,6,7]]", with: "[[7,6,5,4]]")
    #expect(
      codes(try SmallModels.read(SmallModels.cube(faces: turned)).header)
        == ["cim.solid.orientation"])
    let inside = "[[[0,1,2,3]],[[7,6,5,4]],[[4,5,1,0]],[[5,6,2,1]],[[6,7,3,2]],[[7,4,0,3]]]"
    let (header, objects) = try SmallModels.read(SmallModels.cube(faces: inside))
    #expect(codes(header) == ["cim.solid.inside_out"])
    #expect(abs(try #require(objects.first?.geometries.first?.volume) + 1) < 1e-9)
  }

  @Test("tells faces that are bent, rings that are short and points that repeat")
  func faces() throws {
    func surface(_ boundaries: String, _ vertices: String) throws -> [String] {
      let text = """
        {"type":"CityJSON","version":"2.0","transform":{"scale":[1,1,1],"translate":[0,0,0]},
         "metadata":{"referenceSystem":"https://www.opengis.net/def/crs/EPSG/0/4547"},
         "CityObjects":{"r":{"type":"Road","geometry":[{"type":"MultiSurface","lod":"1",
         "boundaries":\(boundaries)}]}},"vertices":\(vertices)}
        """
      return codes(try SmallModels.read(text).header)
    }
    #expect(
      try surface("[[[0,1,2,3]]]", "[[0,0,0],[4,0,0],[4,4,1],[0,4,0]]") == ["cim.face.planarity"])
    #expect(try surface("[[[0,1]]]", "[[0,0,0],[4,0,0]]") == ["cim.ring.points"])
    #expect(try surface("[[[0,1,1,2]]]", "[[0,0,0],[4,0,0],[4,4,0]]") == ["cim.ring.duplicate"])
    #expect(
      try surface("[[[0,1,2]]]", "[[0,0,0],[4,0,0],[4,4,0],[4,4,0]]") == ["cim.vertices.duplicate"])
  }

  @Test("has objects of unknown classes, extensions and no reference system, each said or kept")
  func types() throws {
    let (header, objects) = try SmallModels.read(
      SmallModels.cube(type: "Castle", metadata: "{}", more: #","n":{"type":"+NoiseBarrier"}"#))
    #expect(codes(header) == ["cim.type", "cim.crs.missing"])
    #expect(objects.map(\.type) == ["Castle", "+NoiseBarrier"])
  }

  @Test("has copies of templates where their matrix and point put them")
  func templates() throws {
    let text = """
      {"type":"CityJSON","version":"2.0","transform":{"scale":[1,1,1],"translate":[100,200,0]},
       "geometry-templates":{"templates":[{"type":"MultiSurface","lod":"2",
         "boundaries":[[[0,1,2]]]}],"vertices-templates":[[0,0,0],[1,0,0],[0,1,0]]},
       "CityObjects":{"tree":{"type":"SolitaryVegetationObject","geometry":[{"type":"GeometryInstance",
         "template":0,"boundaries":[0],"transformationMatrix":[2,0,0,0,0,2,0,0,0,0,2,0,0,0,0,1]}]}},
       "vertices":[[5,6,7]]}
      """
    let (header, objects) = try SmallModels.read(text)
    #expect(header.templateCount == 1)
    let geometry = try #require(objects.first?.geometries.first)
    #expect(geometry.template?.lod == "2" && geometry.lod == nil && geometry.effectiveLOD == "2")
    #expect(
      geometry.surfaces.first?.rings == [
        [Point3(105, 206, 7), Point3(107, 206, 7), Point3(105, 208, 7)]
      ])
  }

  @Test("in a sequence has a feature a line; a broken line is a finding and the next is read")
  func sequence() throws {
    func feature(_ id: String) -> String {
      #"{"type":"CityJSONFeature","id":"\#(id)","CityObjects":{"\#(id)":{"type":"Building","geometry":["#
        + #"{"type":"MultiPoint","lod":"0","boundaries":[0]}]}},"vertices":[[10,20,30]]}"#
    }
    let head =
      #"{"type":"CityJSON","version":"2.0","transform":{"scale":[0.1,0.1,0.1],"translate":[0,0,0]},"#
      + #""metadata":{"referenceSystem":"https://www.opengis.net/def/crs/EPSG/0/4547"},"#
      + #""CityObjects":{},"vertices":[]}"#
    let (header, objects) = try SmallModels.read(
      [head, feature("a"), "{\"type\":\"CityJSONFeature\",", feature("b")].joined(separator: "\n"))
    #expect(header.format == "CityJSONSeq")
    #expect(objects.map(\.id) == ["a", "b"])
    #expect(objects.last?.geometries.first?.points == [Point3(1, 2, 3)])
    #expect(header.findings.map(\.code) == ["cim.feature"])
    #expect(
      header.findings.first?.subject == "line 4" || header.findings.first?.subject == "line 3")
  }

  @Test("with bodies of several parts has the volume of all")
  func composite() throws {
    let text = SmallModels.cube().replacing("\"Solid\"", with: "\"CompositeSolid\"")
      .replacing("[\(SmallModels.faces)]", with: "[[\(SmallModels.faces)],[\(SmallModels.faces)]]")
    let solid = try #require(try SmallModels.read(text).objects.first?.geometries.first)
    #expect(
      solid.surfaces.map(\.solid) == Array(repeating: 0, count: 6) + Array(repeating: 1, count: 6))
    #expect(abs(try #require(solid.volume) - 2) < 1e-9)
  }

  @Test("that breaks off is refused with line and column")
  func broken() throws {
    #expect(
      throws: CityImportError.syntax(
        file: "small", line: 2, column: 14, reason: "expected a value, but the file ends")
    ) { try SmallModels.read("{\"type\":\"CityJSON\",\n \"version\"  :") }
  }
}
