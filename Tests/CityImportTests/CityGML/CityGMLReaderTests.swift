import CityImport
import Foundation
import Testing
import TwinModel

@Suite("A CityGML file")
struct CityGMLReaderTests {
  @Test("has a cube of 1 m³ out of every spelling of coordinates, references and turned faces")
  func cube() throws {
    let (header, objects) = try SmallModels.read(SmallModels.gml)
    #expect(header.findings.isEmpty, "\(header.findings)")
    #expect(header.version == "2.0" && header.system?.epsg == 4547)
    #expect(header.rings == 6)
    let building = try #require(objects.first)
    #expect(building.attributes == #"{"name":"校舍","measuredHeight":"1","owner":"city"}"#)
    // The floor bounds the building and is a face of its solid: it is not there twice.
    #expect(building.geometries.count == 1)
    let solid = try #require(building.geometries.first)
    #expect(solid.kind == .solid && solid.lod == "2")
    #expect(abs(try #require(solid.volume) - 1) < 1e-12)
    #expect(solid.areaBySemantic.map(\.semantic) == ["GroundSurface"])
  }

  @Test("of version 3.0 is read alike")
  func version3() throws {
    let text = SmallModels.gml
      .replacing("citygml/2.0", with: "citygml/3.0").replacing("building/2.0", with: "building/3.0")
      .replacing("bldg:boundedBy", with: "core:boundary").replacing(
        "bldg:lod2Solid", with: "core:lod2Solid")
    let (header, objects) = try SmallModels.read(text)
    #expect(header.version == "3.0")
    let solid = try #require(objects.first?.geometries.first)
    #expect(abs(try #require(solid.volume) - 1) < 1e-12)
    #expect(solid.areaBySemantic.map(\.semantic) == ["GroundSurface"])
  }

  @Test("has trees that are copies, relief, and parts of buildings")
  func others() throws {
    let triangle = """
      <gml:exterior><gml:LinearRing><gml:posList>0 0 0 1 0 0 0 1 0 0 0 0</gml:posList></gml:LinearRing>
      </gml:exterior>
      """
    func tree(_ id: String, _ geometry: String) -> String {
      """
      <core:cityObjectMember><veg:SolitaryVegetationObject gml:id="\(id)"><veg:lod1ImplicitRepresentation>
      <core:ImplicitGeometry><core:transformationMatrix>2 0 0 0 0 2 0 0 0 0 2 0 0 0 0 1
      </core:transformationMatrix><core:relativeGMLGeometry \(geometry)<core:referencePoint><gml:Point>
      <gml:pos>10 20 30</gml:pos></gml:Point></core:referencePoint></core:ImplicitGeometry>
      </veg:lod1ImplicitRepresentation></veg:SolitaryVegetationObject></core:cityObjectMember>
      """
    }
    let members =
      tree(
        "t1",
        "><gml:MultiSurface gml:id=\"shape\"><gml:surfaceMember><gml:Polygon>\(triangle)</gml:Polygon>"
          + "</gml:surfaceMember></gml:MultiSurface></core:relativeGMLGeometry>")
      + tree("t2", "xlink:href=\"#shape\"/>") + """
        <core:cityObjectMember><dem:ReliefFeature gml:id="r"><dem:lod>2</dem:lod><dem:reliefComponent>
        <dem:TINRelief gml:id="tin"><dem:lod>2</dem:lod><dem:tin><gml:TriangulatedSurface>
        <gml:trianglePatches><gml:Triangle>\(triangle)</gml:Triangle></gml:trianglePatches>
        </gml:TriangulatedSurface></dem:tin></dem:TINRelief></dem:reliefComponent></dem:ReliefFeature>
        </core:cityObjectMember>
        <core:cityObjectMember><bldg:Building gml:id="whole"><bldg:consistsOfBuildingPart>
        <bldg:BuildingPart gml:id="part"><bldg:lod0FootPrint><gml:MultiSurface><gml:surfaceMember>
        <gml:Polygon>\(triangle)</gml:Polygon></gml:surfaceMember></gml:MultiSurface></bldg:lod0FootPrint>
        </bldg:BuildingPart></bldg:consistsOfBuildingPart></bldg:Building></core:cityObjectMember>
        """
    let text = SmallModels.gml.replacing("</core:CityModel>", with: members + "</core:CityModel>")
      .replacing(
        "<core:CityModel",
        with:
          "<core:CityModel xmlns:veg=\"http://www.opengis.net/citygml/vegetation/2.0\" "
          + "xmlns:dem=\"http://www.opengis.net/citygml/relief/2.0\"")
    let (header, objects) = try SmallModels.read(text)
    #expect(header.findings.isEmpty, "\(header.findings)")
    #expect(objects.map(\.id) == ["b1", "t1", "t2", "r", "tin", "whole", "part"])
    for tree in objects[1...2] {
      let rings = try #require(tree.geometries.first?.surfaces.first?.rings)
      #expect(rings == [[Point3(10, 20, 30), Point3(12, 20, 30), Point3(10, 22, 30)]])
    }
    #expect(objects[4].parents == ["r"] && objects[4].geometries.first?.area == 0.5)
    #expect(objects[5].children == ["part"] && objects[6].parents == ["whole"])
    #expect(objects[6].geometries.first?.lod == "0")
  }

  @Test("says which references lead nowhere and which rings are not closed; the rest is read")
  func defects() throws {
    let text = SmallModels.gml.replacing("#floor", with: "#cellar")
      .replacing("0 1 0 0 0 0 0 0 1 0 1 1 0 1 0</", with: "0 1 0 0 0 0 0 0 1 0 1 1</")
    let (header, objects) = try SmallModels.read(text)
    #expect(Set(header.findings.map(\.code)) == ["cim.ring.open", "cim.xlink", "cim.solid.open"])
    #expect(header.findings.allSatisfy { $0.subject == "b1" })
    #expect(objects.first?.geometries.map(\.kind) == [.solid, .multiSurface])
  }

  @Test("that is not well-formed is refused with line and column")
  func broken() throws {
    let text = SmallModels.gml.replacing("</gml:Envelope>", with: "</gml:Envelop>")
    do {
      _ = try SmallModels.read(text)
      Issue.record("it was read")
    } catch let CityImportError.syntax(_, line, column, reason) {
      #expect(line == 8 && column > 1 && reason.contains("Envelop"))
    }
  }

  @Test("brings in no other file and does not grow by entities")
  func entities() throws {
    let secret = FileManager.default.temporaryDirectory.appendingPathComponent(
      "city-secret-\(UUID().uuidString)")
    try Data("SECRET".utf8).write(to: secret)
    defer { try? FileManager.default.removeItem(at: secret) }
    let bomb = (1...9).map {
      "<!ENTITY e\($0) \"\(String(repeating: "&e\($0 - 1);", count: 10))\">"
    }.joined()
    let doctype =
      "<!DOCTYPE x [<!ENTITY e0 \"ha\">\(bomb)<!ENTITY far SYSTEM \"file://\(secret.path)\">]>"
    let text = SmallModels.gml.replacing("<?xml version=\"1.0\"?>", with: doctype)
      .replacing("校舍", with: "&far;&e9;")
    let began = ContinuousClock.now
    let objects = try? SmallModels.read(text).objects
    #expect(ContinuousClock.now - began < .seconds(2))
    for object in objects ?? [] {
      #expect(!object.attributes.contains("SECRET"))
      #expect(object.attributes.utf8.count < 10_000)
    }
  }

  @Test(
    "of another kind is refused with a sentence that says what it is",
    arguments: [
      ("<kml xmlns=\"http://www.opengis.net/kml/2.2\"/>", "KML"),
      ("<IndoorFeatures xmlns=\"http://www.opengis.net/indoorgml/1.0/core\"/>", "IndoorGML"),
      ("<house/>", "XML with the root “house”"),
    ])
  func otherXML(_ text: String, _ what: String) throws {
    do {
      _ = try SmallModels.read(text)
      Issue.record("it was read")
    } catch let CityImportError.notSupported(_, words, suggestion) {
      #expect(words.contains(what) && !suggestion.isEmpty)
    }
  }
}
