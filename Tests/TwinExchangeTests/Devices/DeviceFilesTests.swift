import CSQLite
import Foundation
import Testing
import TwinExchange
import TwinModel

@Suite("Files of placed devices")
struct DeviceFilesTests {
  private let camera = DeviceFeature(
    id: GlobalID("room-1.camera.1"), kind: "camera", type: "camera_corner_4mp",
    storey: GlobalID("0000000000000000000001"), room: GlobalID("0000000000000000000009"),
    roomName: "教室 'A'", position: Point3(1.5, -2.25, 6.1), height: 2.6, heading: 90, cost: 900)
  private let gateway = DeviceFeature(
    id: GlobalID("hall.gateway.1"), kind: "gateway", type: "gateway_lora",
    storey: GlobalID("0000000000000000000001"), room: nil, roomName: "", position: Point3(0, 0, 3))

  /// Rows of a query on a GeoPackage, as text.
  private func rows(_ data: Data, _ query: String) throws -> [[String]] {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("devices-\(UUID().uuidString).gpkg")
    try data.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    var handle: OpaquePointer?
    var prepared: OpaquePointer?
    try #require(sqlite3_open(file.path, &handle) == SQLITE_OK)
    defer { sqlite3_close(handle) }
    try #require(sqlite3_prepare_v2(handle, query, -1, &prepared, nil) == SQLITE_OK)
    defer { sqlite3_finalize(prepared) }
    var result: [[String]] = []
    while sqlite3_step(prepared) == SQLITE_ROW {
      result.append(
        (0..<sqlite3_column_count(prepared)).map { column in
          sqlite3_column_text(prepared, column).map { String(cString: $0) } ?? "–"
        })
    }
    return result
  }

  @Test("are a GeoPackage with one layer of points")
  func geoPackage() throws {
    let data = try DeviceGeoPackage.data(of: [camera, gateway])
    #expect(data == (try DeviceGeoPackage.data(of: [camera, gateway])))
    // Bytes 68 to 71 of the file's header are the application's mark.
    #expect(Array(data[68..<72]) == Array("GPKG".utf8))
    let devices = try rows(
      data, "SELECT id, room_name, height_m, heading_deg, cost_yuan, hex(geom) FROM devices")
    #expect(devices[0].prefix(5) == ["room-1.camera.1", "教室 'A'", "2.6", "90.0", "900.0"])
    #expect(devices[1].prefix(5) == ["hall.gateway.1", "", "–", "–", "–"])
    // Header, system −1, WKB point with height: 1.5, −2.25, 6.1.
    #expect(
      devices[0][5] == "47500001FFFFFFFF" + "01E9030000" + "000000000000F83F"
        + "00000000000002C0" + "6666666666661840")
    #expect(
      try rows(data, "SELECT min_x, min_y, max_x, max_y, srs_id FROM gpkg_contents")
        == [["0.0", "-2.25", "1.5", "0.0", "-1"]])
    #expect(try rows(data, "PRAGMA integrity_check") == [["ok"]])
  }

  @Test("are a GeoPackage without rows when nothing was placed")
  func empty() throws {
    let data = try DeviceGeoPackage.data(of: [])
    #expect(try rows(data, "SELECT count(*) FROM devices") == [["0"]])
    #expect(try rows(data, "SELECT min_x FROM gpkg_contents") == [["–"]])
  }

  @Test("are an IFC4 overlay in the storeys of the model")
  func overlay() {
    let storey = DeviceOverlay.Storey(
      id: camera.storey, building: GlobalID("0000000000000000000002"), name: "1F", elevation: 3.5)
    let data = DeviceOverlay.data(name: "school", storeys: [storey], devices: [camera, gateway])
    let text = String(decoding: data, as: UTF8.self)
    #expect(
      data == DeviceOverlay.data(name: "school", storeys: [storey], devices: [camera, gateway]))
    #expect(text.contains("IFCBUILDINGSTOREY('0000000000000000000001',$,'1F',"))
    #expect(text.contains("IFCCARTESIANPOINT((1.5,-2.25,6.1))"))
    #expect(text.contains("IFCDIRECTION((0.,1.,0.))"))
    #expect(text.contains(",.CAMERA.);"))
    #expect(text.contains("'gateway',"))
    #expect(text.contains(#"\X2\65595BA4\X0\ ''A''"#))
    let numbers = text.split(separator: "\n").compactMap { line in
      line.first == "#" ? line.dropFirst().prefix { $0 != "=" } : nil
    }
    #expect(Set(numbers).count == numbers.count)
  }
}
