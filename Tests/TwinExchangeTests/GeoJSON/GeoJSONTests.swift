import Foundation
import Testing
import TwinExchange
import TwinModel

@Suite("A campus as GeoJSON")
struct GeoJSONTests {
  /// A classroom block at 113.88° E, 22.55° N (E 487656.887, N 2494709.139 in EPSG:4547), with a
  /// courtyard, one room and one detector.
  func campus(placed: Bool = true) throws -> Campus {
    let room = Space(
      id: GlobalID("R1"), name: "101", longName: "普通教室 “A”",
      footprint: MultiPolygon([.rectangle(0, 0, 9, 7.2)]), height: 3.3)
    let storey = Storey(id: GlobalID("S1"), name: "1F", elevation: 0, spaces: [room])
    let courtyard = [Point2(10, 10), Point2(10, 20), Point2(20, 20), Point2(20, 10)]
    let building = Building(
      id: GlobalID("B1"), name: "教学楼", storeys: [storey],
      footprint: MultiPolygon([
        Polygon(outer: Polygon.rectangle(0, 0, 40, 30).outer, holes: [courtyard])
      ]))
    return Campus(
      id: try CampusID("xixiang"), name: "西乡学校", kind: .new, stages: [.primary],
      georeference: placed
        ? Georeference(
          epsg: 4547, eastings: 487_656.887, northings: 2_494_709.139, source: .scenario) : nil,
      buildings: [building])
  }

  func features(_ json: String) throws -> [[String: Any]] {
    let root = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect(root?["type"] as? String == "FeatureCollection")
    return try #require(root?["features"] as? [[String: Any]])
  }

  func rings(_ feature: [String: Any]) throws -> [[[Double]]] {
    let geometry = try #require(feature["geometry"] as? [String: Any])
    #expect(geometry["type"] as? String == "MultiPolygon")
    let polygons = try #require(geometry["coordinates"] as? [[[[Double]]]])
    return polygons.flatMap(\.self)
  }

  /// Twice the signed area of a closed ring.
  func turning(_ ring: [[Double]]) -> Double {
    zip(ring, ring.dropFirst()).reduce(0) {
      $0 + ($1.0[0] - ring[0][0]) * ($1.1[1] - ring[0][1])
        - ($1.1[0] - ring[0][0]) * ($1.0[1] - ring[0][1])
    }
  }

  @Test("has closed rings by the right-hand rule, at the right place")
  func buildingRings() throws {
    let building = try #require(
      features(GeoJSON.buildings(of: [campus()])).first)
    let rings = try rings(building)
    #expect(rings.count == 2)
    #expect(rings.allSatisfy { $0.first == $0.last && $0.count == 5 })
    #expect(turning(rings[0]) > 0)
    #expect(turning(rings[1]) < 0)
    #expect(rings[0][0] == [113.88, 22.55])
    // 40 m east and 30 m north are 40 / 102 857 and 30 / 110 752 of a degree there (GRS 80).
    #expect(abs(rings[0][2][0] - (113.88 + 40 / 102_857.0)) < 1e-6)
    #expect(abs(rings[0][2][1] - (22.55 + 30 / 110_752.0)) < 1e-6)
    let properties = try #require(building["properties"] as? [String: Any])
    #expect(properties["storeys_above_ground"] as? Int == 1)
    #expect(properties["name"] as? String == "教学楼")
  }

  @Test("writes seven decimals and escapes what JSON must")
  func bytes() throws {
    let json = try GeoJSON.spaces(of: campus())
    #expect(json.contains("[113.8800000,22.5500000]"))
    #expect(json.contains(#""long_name":"普通教室 “A”","area_m2":64.8,"height_m":3.3,"floor_m":0"#))
    var quoted = try campus()
    quoted.name = "a \"b\" \\ \n\u{1}"
    let name = try features(GeoJSON.campuses([quoted]))[0]["properties"] as? [String: Any]
    #expect(name?["name"] as? String == quoted.name)
  }

  @Test("carries present facts as properties, not those of a stage or year")
  func facts() throws {
    let room = Subject.space(GlobalID("R1"))
    let facts = [
      Fact(room, "room.seats", .number(45), method: .model),
      Fact(room, "room.use", .text("classroom"), method: .model),
      Fact(room, "room.storey_number", .number(7), year: 2030, method: .simulation),
    ]
    let space = try #require(features(GeoJSON.spaces(of: campus(), facts: facts)).first)
    let properties = try #require(space["properties"] as? [String: Any])
    #expect(properties["room.seats"] as? Int == 45)
    #expect(properties["room.use"] as? String == "classroom")
    #expect(properties["room.storey_number"] == nil)
    #expect(properties["storey_number"] as? Int == 1)
  }

  @Test("places devices as points with their height")
  func devices() throws {
    let devices = [
      Device(
        id: GlobalID("D1"), kind: "smoke_detector", position: Point3(0, 0, 3.2), origin: .proposed),
      Device(id: GlobalID("D2"), kind: "access_point", position: nil, origin: .model),
    ]
    let features = try features(GeoJSON.devices(devices, of: campus()))
    let point = try #require(features[0]["geometry"] as? [String: Any])
    #expect(point["coordinates"] as? [Double] == [113.88, 22.55])
    #expect((features[0]["properties"] as? [String: Any])?["height_m"] as? Double == 3.2)
    #expect(features[1]["geometry"] is NSNull)
  }

  @Test("is unlocated without a georeference, and says which campus leads nowhere")
  func unplaced() throws {
    #expect(try features(GeoJSON.campuses([campus(placed: false)]))[0]["geometry"] is NSNull)
    var lost = try campus()
    lost.georeference?.epsg = 999_999
    #expect {
      try GeoJSON.campuses([lost])
    } throws: { error in
      guard case ExchangeError.cannotPlace(let campus, _) = error else { return false }
      return campus == "xixiang"
    }
  }
}
