import SensorPlacement
import Testing
import TwinModel

@Suite("Smoke detectors of a room")
struct PointDetectorStudyTests {
  @Test("stand in the middle of a classroom of 10 m × 6 m: one is enough")
  func classroom() throws {
    // S = 60 m² ≤ 80 m²: A = 80 m², R = 6.7 m; from the middle to a corner it is √34 = 5.83 m.
    let placed = try Placed(
      """
      ############
      #AAAAAAAAAA#
      #AAAAAAAAAA#
      #AAAAAAAAAA#
      #AAAAAAAAAA#
      #AAAAAAAAAA#
      #AAAAAAAAAA#
      ############
      """, cell: 1, uses: ["A": "ordinary_classroom"])
    #expect(placed.places(in: "A") == [Point2(6, 4)])
    let device = try #require(placed.output.devices.first)
    #expect(device.id == GlobalID("room-A#smoke-1"))
    #expect(device.kind == "smoke_detector")
    #expect(device.origin == .proposed)
    #expect(device.position?.z == 3)
    #expect(placed.number("room.smoke_detectors_required", of: "A") == 1)
    #expect(placed.number("room.smoke_detectors_present", of: "A") == 0)
    #expect(placed.number("room.smoke_coverage", of: "A") == 0)
    #expect(placed.value("storey.smoke_detectors_required") == .number(1))
    #expect(placed.value("storey.smoke_detectors_bound") == .number(1))
    #expect(placed.value("storey.smoke_placement_proven") == .flag(true))
    #expect(placed.value("campus.smoke_detectors_required") == .number(1))
  }

  @Test("are two in a room of 9 m × 12 m, where the table's second row holds")
  func largeRoom() throws {
    // S = 108 m² > 80 m², h ≤ 6 m: A = 60 m², R = 5.8 m, N = 108 / 60 → 2; in the middle of each
    // half of 9 m × 6 m, the corners are 5.41 m away.
    let row = "#" + String(repeating: "A", count: 9) + "#\n"
    let wall = String(repeating: "#", count: 11) + "\n"
    let placed = try Placed(wall + String(repeating: row, count: 12) + wall, cell: 1)
    #expect(placed.places(in: "A") == [Point2(5.5, 4), Point2(5.5, 10)])
    #expect(placed.value("storey.smoke_placement_proven") == .flag(true))
  }

  @Test("are three in a corridor of 40 m × 2.4 m, 13.3 m apart in the middle")
  func corridor() throws {
    let row = "#" + String(repeating: "C", count: 50) + "#\n"
    let wall = String(repeating: "#", count: 52) + "\n"
    for uses in [["C": "corridor"], [:]] as [[Character: String]] {
      let placed = try Placed(
        wall + String(repeating: row, count: 3) + wall, cell: 0.8, uses: uses)
      #expect(
        placed.places(in: "C") == [Point2(7.467, 2), Point2(20.8, 2), Point2(34.133, 2)])
      #expect(placed.value("storey.smoke_detectors_bound") == .number(3))
    }
    // As a classroom it is judged by the radius: 40 m / (2 √(5.8² − 1.2²)) → 4.
    let room = try Placed(
      wall + String(repeating: row, count: 3) + wall, cell: 0.8, uses: ["C": "classroom"])
    #expect(room.places(in: "C").count == 4)
  }

  @Test("are three in a room round a corner, whose three ends no two share")
  func lShape() throws {
    // S = 108 m²: R = 5.8 m. The corners (0, 12), (0, 0), (12, 0) are 12 m > 2 R apart: at least 3;
    // (3, 7), (7, 3) and one by the corner serve all.
    let half = String(repeating: "#LLL####\n", count: 3)
    let full = String(repeating: "#LLLLLL#\n", count: 3)
    let placed = try Placed("########\n" + half + full + "########\n", cell: 2)
    #expect(placed.places(in: "L").count == 3)
    #expect(placed.value("storey.smoke_detectors_bound") == .number(3))
    #expect(placed.value("storey.smoke_placement_proven") == .flag(true))
  }

  @Test("do not see round a corner: two arms need one each")
  func sightLines() throws {
    // All floor is within 5.4 m of the lower middle, but (2, 5) is seen from x ≤ 2 only and (3, 5)
    // from x ≥ 3.
    let placed = try Placed(
      """
      #######
      #UU#UU#
      #UU#UU#
      #UU#UU#
      #UU#UU#
      #UUUUU#
      #######
      """, cell: 1)
    #expect(placed.places(in: "U").count == 2)
    #expect(placed.value("storey.smoke_detectors_bound") == .number(2))
  }

  @Test("see past a low cupboard, but not past a column")
  func columns() throws {
    let drawing = """
      #####
      #AAA#
      #AoA#
      #AAA#
      #####
      """
    let column = try Placed(drawing, cell: 2)
    #expect(column.places(in: "A").count == 2)
    #expect(column.value("storey.smoke_detectors_bound") == .number(2))
    let low = try Placed(drawing, cell: 2) { $0.obstacles[0].top = 1_800 }
    #expect(low.places(in: "A") == [Point2(5, 5)])
    // 6.2.7: a shelf that leaves 10 cm of 3 m free (3.3 %) parts the room as a column does.
    let shelf = try Placed(drawing, cell: 2) {
      $0.obstacles[0] = PlanObstacle(
        id: GlobalID("shelf"), kind: .furniture, outline: $0.obstacles[0].outline, top: 2_900)
    }
    #expect(shelf.places(in: "A").count == 2)
  }

  @Test("keep to even rows in a canteen with columns")
  func canteen() throws {
    // 36 m × 24 m: N = 864 / 60 = 14.4 → 15; 5 × 3 places serve 7.2 m × 8 m each, corners 5.38 m
    // away; the columns stand where four of them meet, or between two, in the shadow of none.
    let bare = String(repeating: "#" + String(repeating: "A", count: 30) + "#\n", count: 20)
    let wall = String(repeating: "#", count: 32) + "\n"
    let placed = try Placed(wall + bare + wall, cell: 1.2) { plan in
      for x in [8_400, 22_800] as [Int64] {
        plan.obstacles.append(
          PlanObstacle(
            id: GlobalID("c\(x)"), kind: .column,
            outline: [.rectangle(x - 300, 8_900, x + 300, 9_500)], top: 3_000))
      }
    }
    #expect(placed.places(in: "A").count == 15)
    #expect(placed.value("storey.smoke_placement_proven") == .flag(true))
  }

  @Test("stand in the middle of a room too narrow to keep off the walls, with a finding")
  func narrow() throws {
    let row = "#" + String(repeating: "N", count: 5) + "#\n"
    let placed = try Placed(
      "#######\n" + row + "#######\n", cell: 0.8, uses: ["N": "storage"])
    #expect(placed.places(in: "N") == [Point2(2.8, 1.2)])
    #expect(placed.codes.contains("sensors.room.narrow"))
  }

  @Test("are not placed above 12 m, nor in toilets")
  func without() throws {
    let drawing = "####\n#AA#\n#AA#\n####\n"
    let high = try Placed(drawing, cell: 2, height: 13)
    #expect(high.output.devices.isEmpty)
    #expect(high.codes.contains("sensors.room.height"))
    #expect(high.value("storey.smoke_placement_proven") == .flag(false))
    let toilet = try Placed(drawing, cell: 2, uses: ["A": "toilet"])
    #expect(toilet.output.devices.isEmpty)
    #expect(toilet.number("room.smoke_detectors_required", of: "A") == 0)
    #expect(toilet.value("storey.smoke_placement_proven") == .flag(true))
  }

  @Test("that the model has count, and serve the floor they see")
  func present() throws {
    let row = "#" + String(repeating: "A", count: 10) + "#\n"
    let wall = String(repeating: "#", count: 12) + "\n"
    // At a wall of a room of 10 m × 6 m: the disc of 6.7 m around (1, 4) reaches x = 1 + 6.7 on the
    // axis; floor served: ∫ √(6.7² − y²) dy over −3 … 3 = 38.8 m² of 60 m².
    let placed = try Placed(wall + String(repeating: row, count: 6) + wall, cell: 1) {
      $0.devices = [
        Device(
          id: GlobalID("d1"), kind: "smoke_detector", position: Point3(1, 4, 3), origin: .model),
        Device(id: GlobalID("d2"), kind: "camera", position: Point3(6, 4, 3), origin: .model),
      ]
    }
    #expect(placed.number("room.smoke_detectors_present", of: "A") == 1)
    let coverage = try #require(placed.number("room.smoke_coverage", of: "A"))
    #expect(abs(coverage - 100 * 38.8 / 60) < 1)
    #expect(placed.value("campus.smoke_detectors_present") == .number(1))
  }

  @Test("say what was assumed")
  func assumptions() throws {
    let placed = try Placed("####\n#AA#\n#AA#\n####\n", cell: 2)
    #expect(
      placed.codes == [
        "sensors.assumed.ceiling", "sensors.assumed.beams", "sensors.assumed.outlets",
        "sensors.assumed.use", "sensors.unverified",
      ])
  }

  @Test("are the same every time, and move with the storey's origin")
  func isRepeatable() throws {
    let drawing = "#######\n#AAA###\n#AAAAA#\n#AAAAA#\n#######\n"
    let first = try Placed(drawing, cell: 2.5)
    #expect(try Placed(drawing, cell: 2.5).output == first.output)
    // By 128 m, so that the sum rounds nothing away.
    let moved = try Placed(drawing, cell: 2.5) { $0.origin = Point2(128, 0) }
    let shifts = zip(moved.places(in: "A"), first.places(in: "A")).map { $0.x - $1.x - 128 }
    #expect(shifts.count == first.places(in: "A").count)
    #expect(shifts.allSatisfy { abs($0) < 1e-9 })
  }
}
