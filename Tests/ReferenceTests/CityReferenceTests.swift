import CityImport
import Foundation
import Testing
import TwinModel
import TwinTestSupport

/// Compares with the numbers of an independent program in the folder `../shared/reference/cim`: Newell
/// areas and signed volumes of the raw coordinates, element counts of a plain XML parser.
@Suite(
  "A real city model",
  .enabled(if: Checkout.shared != nil, "the folder ../shared is not there"))
struct CityReferenceTests {
  struct Reference: Decodable {
    struct Row: Decodable {
      var id: String
      var type: String
      var parents: Int
      var children: Int
      var geom: [Geometry]
    }
    struct Geometry: Decodable {
      var type: String
      var lod: String
      var surfaces: Int
      var area: Double
      var volume: Double?
      var area_by_semantic: [String: Double]
    }
    var version: String?
    var crs: String?
    var vertices: Int?
    var types: [String: Int]?
    var lods: [String: Int]?
    var geometry_types: [String: Int]?
    var semantic_surfaces: [String: Int]?
    var attributes: [String: Int]?
    var bbox: [[Double]]?
    var templates: Int?
    var city_objects: [Row]?
    var elements: [String: Int]?
    var rings: Int?
    var polygon_area_raw_units: Double?
    var bbox_polygons: [[Double]]?
    var srsName: [String: Int]?
  }

  private func reference(_ name: String) throws -> Reference {
    let shared = try #require(Checkout.shared)
    return try JSONDecoder().decode(
      Reference.self,
      from: Data(contentsOf: shared.appendingPathComponent("reference/cim/\(name).ref.json")))
  }

  private func path(_ name: String) throws -> String {
    try #require(Checkout.shared).appendingPathComponent("data/cim/\(name)").path
  }

  /// Within 0.1 % or the four digits that the reference is rounded to.
  private func agree(_ mine: Double, _ wanted: Double) -> Bool {
    abs(mine - wanted) <= max(1e-3 * abs(wanted), 1e-4)
  }

  private func sameBox(_ mine: [[Double]]?, _ wanted: [[Double]]?) -> Bool {
    guard let mine, let wanted else { return mine == nil && wanted == nil }
    return zip(mine.joined(), wanted.joined()).allSatisfy { abs($0 - $1) < 1e-6 }
  }

  @Test(
    "in CityJSON has the objects, areas and volumes that another program finds",
    arguments: [
      "cj_delft.json", "cj_fzk_haus.city.json", "cj_geomtemplate.json", "cj_multi_lod.json",
      "cj_rotterdam_delfshaven.city.json", "cj_rotterdam_subset.json",
    ])
  func cityJSON(_ name: String) throws {
    let wanted = try reference(name)
    let mine = try CityInspection.inspect(file: path(name))
    #expect(mine.header.version == wanted.version)
    #expect(mine.header.crs == wanted.crs)
    #expect(mine.header.vertexCount == wanted.vertices)
    #expect(mine.header.templateCount == wanted.templates)
    #expect(mine.types == wanted.types)
    #expect(mine.lods == wanted.lods)
    #expect(mine.geometryTypes == wanted.geometry_types)
    // The reference leaves copies of templates out.
    if wanted.templates == 0 { #expect(mine.semanticSurfaces == wanted.semantic_surfaces) }
    for (attribute, count) in wanted.attributes ?? [:] {
      #expect(mine.attributes[attribute] == count, "\(attribute)")
    }
    let box = mine.header.bounds.map {
      [[$0.min.x, $0.min.y, $0.min.z], [$0.max.x, $0.max.y, $0.max.z]]
    }
    #expect(sameBox(box, wanted.bbox))
    let rows = try #require(wanted.city_objects)
    try #require(mine.objects.count == rows.count)
    for (row, expected) in zip(mine.objects, rows) {
      #expect(row.id == expected.id)
      #expect(row.type == expected.type)
      #expect(row.parents == expected.parents)
      #expect(row.children == expected.children)
      let own = row.geometries.filter { $0.type != "GeometryInstance" }
      try #require(own.count == expected.geom.count, "\(row.id)")
      for (geometry, numbers) in zip(own, expected.geom) { compare(geometry, numbers, row.id) }
    }
  }

  private func compare(
    _ mine: CityInspection.GeometryRow, _ wanted: Reference.Geometry, _ id: String
  ) {
    #expect(mine.type == wanted.type, "\(id)")
    #expect(mine.lod == wanted.lod, "\(id)")
    #expect(mine.surfaces == wanted.surfaces, "\(id)")
    #expect(agree(mine.area, wanted.area), "\(id): area \(mine.area), expected \(wanted.area)")
    #expect((mine.volume == nil) == (wanted.volume == nil), "\(id)")
    if let volume = mine.volume, let expected = wanted.volume {
      #expect(agree(volume, expected), "\(id): volume \(volume), expected \(expected)")
    }
    #expect(mine.areaBySemantic.keys.sorted() == wanted.area_by_semantic.keys.sorted(), "\(id)")
    for (semantic, area) in wanted.area_by_semantic {
      #expect(agree(mine.areaBySemantic[semantic] ?? 0, area), "\(id): \(semantic)")
    }
  }

  @Test("that is broken is refused where another parser stops, with line and column")
  func broken() throws {
    let file = try path("cj_broken.json")
    // The reference: “Expecting ',' delimiter: line 1934 column 1 (char 53042)”, an array not closed.
    #expect(
      throws: CityImportError.syntax(
        file: file, line: 1934, column: 1, reason: "expected “,” or “]”, found “}”")
    ) { try CityInspection.inspect(file: file) }
  }

  @Test(
    "in CityGML has the elements, rings and areas that another program finds",
    arguments: ["gml_ibpsa_single.gml", "gml_lod2_v3.gml"])
  func cityGML(_ name: String) throws {
    let wanted = try reference(name)
    let mine = try CityInspection.inspect(file: path(name))
    // Appearance is stepped over where it is no part of a feature.
    for (element, count) in wanted.elements ?? [:] {
      #expect(mine.header.elements[element] == count, "\(element)")
    }
    #expect(mine.header.rings == wanted.rings)
    #expect(agree(mine.header.polygonArea, try #require(wanted.polygon_area_raw_units)))
    let box = mine.header.bounds.map {
      [[$0.min.x, $0.min.y, $0.min.z], [$0.max.x, $0.max.y, $0.max.z]]
    }
    #expect(sameBox(box, wanted.bbox_polygons))
    #expect(mine.header.crs.map { [$0] } == wanted.srsName?.keys.sorted())
  }

  @Test("of a hundred CityGML 3.0 houses has their solids, with a word for every face")
  func houses() throws {
    let mine = try CityInspection.inspect(file: path("gml_lod2_v3.gml"))
    #expect(mine.header.version == "3.0")
    #expect(mine.header.system?.epsg == 3068)
    #expect(mine.types == ["Building": 100])
    #expect(mine.lods == ["2": 100])
    #expect(mine.geometryTypes == ["Solid": 100])
    #expect(
      mine.semanticSurfaces == ["GroundSurface": 100, "RoofSurface": 200, "WallSurface": 400])
    #expect(mine.header.findings.isEmpty, "\(mine.header.findings)")
    // The first house by hand: 6 × 8 m, walls 5 m high, ridge at 11 m: 6 · 8 · 5 + 6 · 6 / 2 · 8 m³.
    let first = try #require(mine.objects.first?.geometries.first)
    #expect(agree(try #require(first.volume), 384))
    let sum = mine.objects.flatMap(\.geometries).reduce(0) { $0 + $1.area }
    #expect(agree(sum, try #require(reference("gml_lod2_v3.gml").polygon_area_raw_units)))
  }

  @Test("in CityGML 2.0 has its parts and rooms")
  func parts() throws {
    let mine = try CityInspection.inspect(file: path("gml_ibpsa_single.gml"))
    #expect(mine.types == ["Building": 1, "BuildingPart": 2, "BuildingRoom": 2])
    #expect(mine.header.system?.epsg == 25831)
    let building = try #require(mine.objects.first)
    #expect(building.children == 2)
  }

  @Test("in IndoorGML is refused with a sentence that says what it is")
  func indoorGML() throws {
    let file = try path("gml_fzk_full.gml")
    do {
      _ = try CityInspection.inspect(file: file)
      Issue.record("IndoorGML was read")
    } catch let error as CityImportError {
      #expect(error.description.contains("IndoorGML"))
    }
  }
}
