import SensorPlacement
import Testing
import TwinModel

/// Rooms with air outlets (GB 50116-2013 6.2.8), which are taken to reach 0.3 m from their middle.
@Suite("Detectors beside air outlets")
struct OutletTests {
  private func room(_ outlet: Device) throws -> Placed {
    let row = "#AAAAAAAAAA#\n"
    let wall = "############\n"
    return try Placed(
      wall + String(repeating: row, count: 6) + wall, cell: 1, uses: ["A": "ordinary_classroom"]
    ) { $0.devices = [outlet] }
  }

  private func outlet(
    _ kind: String = "air_diffuser", z: Double = 2.9, saying properties: [(String, String)] = []
  ) -> Device {
    Device(
      id: GlobalID("outlet"), kind: kind, position: Point3(6, 4, z), origin: .model,
      properties: properties.map { Property(set: "Pset", name: $0.0, value: .text($0.1)) })
  }

  private func distances(_ placed: Placed) -> [Double] {
    placed.places(in: "A").map { (($0.x - 6) * ($0.x - 6) + ($0.y - 4) * ($0.y - 4)).squareRoot() }
  }

  @Test(
    "keep 1.5 m from its edge: two where one in the middle would do",
    arguments: [
      "air_diffuser", "air_grille", "IfcAirTerminal",
    ])
  func supply(_ kind: String) throws {
    // From all corners of 10 m × 6 m a place within 6.7 m is less than 1.8 m from the middle.
    let placed = try room(outlet(kind))
    #expect(placed.places(in: "A").count == 2)
    #expect(distances(placed).allSatisfy { $0 >= 1.799 })
    #expect(placed.value("storey.smoke_detectors_bound") == .number(2))
    #expect(!placed.codes.contains("sensors.room.narrow"))
    #expect(!placed.codes.contains("sensors.assumed.outlets"))
  }

  @Test("keep 0.5 m from the openings of a perforated ceiling")
  func perforated() throws {
    let placed = try room(outlet(saying: [("FaceType", "PERFORATED")]))
    #expect(placed.places(in: "A").count == 1)
    #expect(distances(placed).allSatisfy { $0 >= 0.799 })
  }

  @Test("do not mind outlets of used air, nor those at the floor, nor other devices")
  func others() throws {
    #expect(
      try room(outlet(saying: [("AirflowType", "RETURNAIR")])).places(in: "A") == [Point2(6, 4)])
    #expect(try room(outlet(z: 0.3)).places(in: "A") == [Point2(6, 4)])
    #expect(try room(outlet("camera")).places(in: "A") == [Point2(6, 4)])
  }

  @Test("move along a corridor")
  func corridor() throws {
    // 15 m: one in the middle; the outlet there leaves 7.5 − 1.8 and 7.5 + 1.8 m.
    let row = "#" + String(repeating: "C", count: 15) + "#\n"
    let wall = String(repeating: "#", count: 17) + "\n"
    let placed = try Placed(wall + row + row + wall, cell: 1, uses: ["C": "corridor"]) {
      $0.devices = [
        Device(
          id: GlobalID("outlet"), kind: "air_diffuser", position: Point3(8.5, 2, 2.9),
          origin: .model)
      ]
    }
    #expect(placed.places(in: "C") == [Point2(6.7, 2), Point2(10.3, 2)])
  }

  @Test("stand as far away as they can where the room is too small, with a finding")
  func small() throws {
    let placed = try Placed("####\n#AA#\n#AA#\n####\n", cell: 1, uses: ["A": "storage"]) {
      $0.devices = [
        Device(
          id: GlobalID("outlet"), kind: "air_diffuser", position: Point3(2, 2, 2.9),
          origin: .model)
      ]
    }
    #expect(placed.places(in: "A").count == 1)
    #expect(placed.codes.contains("sensors.room.narrow"))
  }
}
