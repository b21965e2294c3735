import CityImport
import Foundation
import Testing
import TwinModel

@Suite("A map layer")
struct MapLayerTests {
  private func read(_ text: String) throws -> FileLayer {
    try MapLayerFile.read(Data(text.utf8), file: "plan.geojson", kind: .geoJSON)
  }

  @Test("of GeoJSON has areas, lines and points with their attributes")
  func geoJSON() throws {
    let layer = try read(SmallModels.geoJSON)
    #expect(layer.findings.isEmpty)
    #expect(layer.name == "plan" && layer.crs == "OGC:CRS84")
    #expect(layer.features.map(\.id) == ["c1", "2", "7"])
    #expect(layer.features[0].attributes == #"{"name":"学区 1","seats":900}"#)
    #expect(layer.features[1].geometry == .lines([[Point2(113.88, 22.55), Point2(113.89, 22.56)]]))
    #expect(layer.features[2].geometry == .points([Point2(113.88, 22.55)]))
    guard case .areas(let areas) = layer.features[0].geometry else {
      Issue.record("no area")
      return
    }
    #expect(areas.polygons.first?.holes.count == 1)
    #expect(abs(areas.area.value - (0.0001 - 0.000004)) < 1e-9)
  }

  @Test("lies on the map of the store, by its own reference system or the one named")
  func placed() throws {
    let layer = try read(SmallModels.geoJSON)
    let (features, isPlaced, findings) = layer.placed(to: 4547, override: nil)
    #expect(isPlaced && findings.isEmpty)
    guard case .points(let points) = features[2].geometry else {
      Issue.record("no point")
      return
    }
    #expect(abs(points[0].x - 487656.887) < 0.01 && abs(points[0].y - 2_494_709.139) < 0.01)
    let local =
      #"{"type":"Point","coordinates":[1,2],"crs":{"type":"name","properties":"#
      + #"{"name":"urn:ogc:def:crs:EPSG::4547"}}}"#
    #expect(
      try read(local).placed(to: 4547, override: nil).features.first?.geometry
        == .points([Point2(1, 2)]))
    let unknown = local.replacing("EPSG::4547", with: "LOCAL")
    let bare = try read(unknown).placed(to: 4547, override: nil)
    #expect(!bare.isPlaced && bare.findings.map(\.code) == ["layer.crs"])
    #expect(try read(unknown).placed(to: 4547, override: SystemName("4547")).isPlaced)
  }

  @Test(
    "keeps a feature whose geometry is not whole, without a place, and says so",
    arguments: [
      #"{"type":"Polygon","coordinates":[[[0,0],[1,1],[0,0]]]}"#,
      #"{"type":"Polygon","coordinates":[1,2]}"#, #"{"type":"Blob"}"#,
      #"{"type":"LineString","coordinates":[[0,0]]}"#, #"{"type":"Point","coordinates":["a",1]}"#,
      #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[0,0]},{"type":"LineString","coordinates":[[0,0],[1,1]]}]}"#,
    ])
  func notWhole(_ geometry: String) throws {
    let layer = try read(#"{"type":"Feature","properties":{"a":1},"geometry":\#(geometry)}"#)
    #expect(layer.features == [MapFeature(id: "1", geometry: nil, attributes: #"{"a":1}"#)])
    #expect(layer.findings.map(\.code) == ["layer.geometry"])
  }

  @Test("has well-known binary in both byte orders, with heights, behind headers with an envelope")
  func binary() {
    func word(_ value: UInt32, _ little: Bool) -> [UInt8] {
      withUnsafeBytes(of: little ? value.littleEndian : value.bigEndian, Array.init)
    }
    func number(_ value: Double, _ little: Bool) -> [UInt8] {
      let bits = value.bitPattern
      return withUnsafeBytes(of: little ? bits.littleEndian : bits.bigEndian, Array.init)
    }
    for little in [true, false] {
      for type: UInt32 in [1, 1001, 0x8000_0001] {
        var wkb = [little ? 1 : 0] + word(type, little) + number(3, little) + number(4, little)
        if type != 1 { wkb += number(5, little) }
        for (flag, size) in [(0, 0), (1, 32), (2, 48), (3, 48), (4, 64)] {
          let header: [UInt8] = [0x47, 0x50, 0, UInt8(flag << 1 | 1), 0, 0, 0, 0]
          let blob = header + [UInt8](repeating: 0, count: size) + wkb
          #expect(GeoPackageBlob.geometry(blob) == .points([Point2(3, 4)]))
          for count in 0..<blob.count {
            #expect(GeoPackageBlob.geometry(Array(blob.prefix(count))) == nil)
          }
        }
      }
    }
  }

  @Test(
    "is told by its content, not by its name",
    arguments: [
      (SmallModels.geoJSON, CityFileKind.geoJSON), (SmallModels.cube(), .cityJSON),
      (SmallModels.gml, .xml), ("SQLite format 3\0", .geoPackage), ("ISO-10303-21;", nil),
      ("", nil),
      ("id,campus\n1,2", nil), ("\u{FEFF}{\"type\":\"Feature\"}", .geoJSON),
    ] as [(String, CityFileKind?)])
  func kind(_ text: String, _ kind: CityFileKind?) {
    #expect(CityFileKind(Data(text.utf8)) == kind)
  }
}
