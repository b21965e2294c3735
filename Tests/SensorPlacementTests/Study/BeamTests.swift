import SensorPlacement
import Testing
import TwinModel

/// Rooms with beams, with numbers from clause 6.2.3 and appendices F and G of GB 50116-2013.
@Suite("Detectors between beams")
struct BeamTests {
  /// A room of `width` × `depth` metres from (1, 1), 3 m high.
  private func room(
    _ width: Int, _ depth: Int, use: String = "ordinary_classroom", _ beams: [Element]
  ) throws -> Placed {
    let wall = String(repeating: "#", count: width + 2) + "\n"
    let row = "#" + String(repeating: "A", count: width) + "#\n"
    return try Placed(
      wall + String(repeating: row, count: depth) + wall, cell: 1, uses: ["A": use], above: beams)
  }

  /// A beam across the room, `drop` below its ceiling at 3 m.
  private func beam(_ x: ClosedRange<Double>, drop: Double, depth: Double) -> Element {
    Overhead.beam("beam-\(x.lowerBound)", x: x, y: 1...(1 + depth), from: 3 - drop, to: 3.2)
  }

  @Test("over 600 mm deep hang in each bay (6.2.3.3)")
  func deep() throws {
    // 60 m² take one, in the middle; two bays of 4.85 m × 6 m take one each, in their middles.
    let placed = try room(10, 6, [beam(5.85...6.15, drop: 0.7, depth: 6)])
    #expect(placed.places(in: "A") == [Point2(3.425, 4), Point2(8.575, 4)])
    #expect(placed.value("storey.smoke_detectors_bound") == .number(2))
    #expect(placed.value("storey.smoke_placement_proven") == .flag(true))
    let note = placed.output.facts.first { $0.quantity == "room.smoke_detectors_required" }?.note
    #expect(note?.contains("6.2.3: 2 bays between beams, at least one in each") == true)
  }

  @Test("of 600 mm do not hang in each bay, but by appendix G")
  func border() throws {
    // Q = 29.1 m², A = 80 m²: three bays to a detector.
    let placed = try room(10, 6, [beam(5.85...6.15, drop: 0.6, depth: 6)])
    #expect(placed.places(in: "A").count == 1)
    #expect(placed.codes.contains("sensors.unverified.beams"))
  }

  @Test("under 200 mm deep hang anywhere, but half a metre off the beam (6.2.3.1, 6.2.5)")
  func shallow() throws {
    let placed = try room(10, 6, [beam(5.85...6.15, drop: 0.199, depth: 6)])
    let place = try #require(placed.places(in: "A").first)
    #expect(placed.places(in: "A").count == 1)
    #expect(abs(place.x - 6) >= 0.649)
    #expect(!placed.codes.contains("sensors.room.narrow"))
    #expect(!placed.codes.contains("sensors.unverified.beams"))
  }

  @Test("of 200 to 600 mm serve as many bays as appendix G says")
  func divided() throws {
    // 80 m², half the diagonal 6.40 m: one detector without beams. Bays of 6.1 m × 8 m (48.8 > 48 m²: one
    // bay to a detector) and 3.7 m × 8 m: two.
    let two = try room(10, 8, [beam(7.1...7.3, drop: 0.4, depth: 8)])
    #expect(two.places(in: "A").count == 2)
    #expect(two.value("storey.smoke_detectors_bound") == .number(2))
    // Bays of 5.8 m × 8 m (46.4 m²: two bays to a detector) and 4 m × 8 m: one, in the middle of the room.
    let one = try room(10, 8, [beam(6.8...7.0, drop: 0.4, depth: 8)])
    #expect(one.places(in: "A").count == 1)
    #expect(one.value("storey.smoke_placement_proven") == .flag(true))
  }

  @Test("under a grid of beams serve neighbouring bays together")
  func grid() throws {
    // 18 m × 6 m, A = 60 m²: five beams of 0.2 m leave six bays of 2.83 m × 6 m = 17 m², four to a
    // detector (12 < Q ≤ 18): at least 6/4 → 2, as many as S / A = 108/60 asks for.
    let beams = (1...5).map { number in
      let middle = 1 + Double(number) * 3
      return beam((middle - 0.1)...(middle + 0.1), drop: 0.3, depth: 6)
    }
    let placed = try room(18, 6, beams)
    #expect(placed.places(in: "A").count == 2)
    #expect(placed.value("storey.smoke_detectors_bound") == .number(2))
    for place in placed.places(in: "A") {
      // 0.5 m off the edges of all beams.
      let toBeam = (1...5).map { abs(place.x - 1 - Double($0) * 3) - 0.1 }.min() ?? 0
      #expect(toBeam >= 0.499)
    }
  }

  @Test("less than a metre apart do not part a ceiling (6.2.3.5)")
  func close() throws {
    // Nine joists with 0.8 m between them: none counts, and none can be kept clear of.
    let joists = (1...9).map { number in
      beam((0.9 + Double(number))...(1.1 + Double(number)), drop: 0.7, depth: 6)
    }
    let dense = try room(10, 6, joists)
    #expect(dense.places(in: "A").count == 1)
    #expect(dense.codes.contains("sensors.room.narrow"))
    // A beam half a metre from the wall leaves one bay, not two.
    #expect(try room(10, 6, [beam(1.5...1.8, drop: 0.7, depth: 6)]).places(in: "A").count == 1)
    // Two beams 0.6 m apart are one border between two bays.
    let pair = try room(
      10, 6, [beam(5.5...5.7, drop: 0.7, depth: 6), beam(6.3...6.5, drop: 0.7, depth: 6)])
    #expect(pair.places(in: "A").count == 2)
  }

  @Test("that end in the room part nothing")
  func cantilever() throws {
    let short = Overhead.beam("short", x: 5.85...6.15, y: 1...4, from: 2.3, to: 3.2)
    let placed = try room(10, 6, [short])
    #expect(placed.places(in: "A").count == 1)
  }

  @Test("in kitchens follow the figures of heat detectors")
  func kitchen() throws {
    // 30 m², A = 30 m², R = 4.4 m, half the diagonal 3.91 m: one. A beam of 300 mm leaves 19 m² (> 18: one
    // bay to a detector) and 10 m²: two.
    #expect(try room(6, 5, use: "kitchen", []).output.devices.map(\.kind) == ["heat_detector"])
    let placed = try room(6, 5, use: "kitchen", [beam(4.8...5.0, drop: 0.3, depth: 5)])
    #expect(placed.output.devices.map(\.kind) == ["heat_detector", "heat_detector"])
  }

  @Test("above the ceiling, or at the floor, are not seen")
  func hidden() throws {
    let placed = try room(
      10, 6,
      [
        Overhead.beam("high", x: 5.85...6.15, y: 1...7, from: 3, to: 3.8),
        Overhead.beam("low", x: 5.85...6.15, y: 1...7, from: -0.5, to: 0),
      ])
    #expect(placed.places(in: "A") == [Point2(6, 4)])
  }
}
