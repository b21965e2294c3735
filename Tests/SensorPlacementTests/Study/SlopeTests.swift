import Foundation
import SensorPlacement
import Testing
import TwinModel

/// Rooms under slopes, with numbers from table 6.2.2 and clause 6.2.10 of GB 50116-2013.
@Suite("Detectors under a slope")
struct SlopeTests {
  private func drawing(_ width: Int, _ depth: Int) -> String {
    let wall = String(repeating: "#", count: width + 2) + "\n"
    let row = "#" + String(repeating: "A", count: width) + "#\n"
    return wall + String(repeating: row, count: depth) + wall
  }

  /// A room from (1, 1) under a roof that rises along y from the eaves.
  private func underPitch(
    _ width: Int, _ depth: Int, degrees: Double, eaves: Double = 3
  ) throws -> Placed {
    let rise = tan(degrees * .pi / 180)
    let roof = Overhead.slab("roof", x: 0...Double(width + 2), y: 0...Double(depth + 2)) { _, y in
      eaves + (y - 1) * rise
    }
    return try Placed(
      drawing(width, depth), cell: 1, height: eaves + Double(depth) * rise,
      uses: ["A": "ordinary_classroom"], above: [roof])
  }

  @Test(
    "reach farther in steeper classes (78 m²: R 6.7, 7.2 and 8.0 m)",
    arguments: [(0.0, 2), (15, 2), (15.1, 1), (30, 1)])
  func radius(_ degrees: Double, _ count: Int) throws {
    // 13 m × 6 m: half the diagonal is 7.16 m.
    #expect(try underPitch(13, 6, degrees: degrees).places(in: "A").count == count)
  }

  @Test(
    "serve more floor in steeper classes (96 m², h ≤ 6 m)",
    arguments: [
      (10.0, "A 60.0 m², R 5.8 m", 2), (25, "A 80.0 m², R 7.2 m", 2),
      (30.5, "A 100.0 m², R 9.0 m", 1),
    ])
  func area(_ degrees: Double, _ figures: String, _ count: Int) throws {
    // 16 m × 6 m: half the diagonal is 8.5 m; at 30.5° the top is at 2 + 6 tan 30.5° = 5.5 m.
    let placed = try underPitch(16, 6, degrees: degrees, eaves: 2)
    let note = placed.output.facts.first { $0.quantity == "room.smoke_detectors_required" }?.note
    #expect(note?.contains(figures) == true)
    #expect(placed.places(in: "A").count == count)
  }

  @Test("hang on the slope, not at the height of its top")
  func height() throws {
    let placed = try underPitch(10, 6, degrees: 20)
    let place = try #require(placed.output.devices.first?.position)
    let expected = 3 + (place.y - 1) * tan(20 * Double.pi / 180)
    #expect(abs(place.z - expected) < 0.001)
  }

  @Test("stand in a row at the ridge of a roof steeper than 15° (6.2.10)", arguments: [12.0, 25])
  func ridge(_ degrees: Double) throws {
    // 12 m × 8 m = 96 m², ridge along x at y = 5.
    let rise = tan(degrees * .pi / 180)
    let roof = [
      Overhead.slab("south", x: 0...14, y: 0...5) { _, y in 3 + (y - 1) * rise },
      Overhead.slab("north", x: 0...14, y: 5...10) { _, y in 3 + (9 - y) * rise },
    ]
    let placed = try Placed(
      drawing(12, 8), cell: 1, height: 3 + 4 * rise, uses: ["A": "ordinary_classroom"], above: roof)
    let places = placed.places(in: "A")
    // At 25°: A = 80 m², N = 96/80 → 2, R = 7.2 m; both on the ridge, a quarter of it from its ends.
    // At 12°: A = 60 m², R = 5.8 m, N = 2: in the middles of the halves, 5 m from their corners.
    #expect(places.count == 2)
    #expect(places.allSatisfy { abs($0.y - 5) < 0.051 })
    let note = placed.output.facts.first { $0.quantity == "room.smoke_detectors_required" }?.note
    #expect(note?.contains("6.2.10") == (degrees > 15))
  }

  @Test("are taken for flat where nothing is above, with a finding")
  func unknown() throws {
    let placed = try Placed(drawing(13, 6), cell: 1, uses: ["A": "ordinary_classroom"])
    #expect(placed.places(in: "A").count == 2)
    #expect(placed.codes.contains("sensors.assumed.ceiling"))
    #expect(
      !(try underPitch(13, 6, degrees: 0)).codes.contains("sensors.assumed.ceiling"))
  }
}
