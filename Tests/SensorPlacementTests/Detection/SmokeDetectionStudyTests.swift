import SeedFiles
import SensorPlacement
import Testing
import TwinModel
import TwinTestSupport

@Suite("Smoke detectors by how soon they notice")
struct SmokeDetectionStudyTests {
  private let study: SmokeDetectionStudy

  init() throws {
    let seeds = try SeedFolder(path: Checkout.seeds)
    study = SmokeDetectionStudy(
      jet: try CeilingJet(seeds: seeds), rules: try PointDetectorRules(seeds: seeds))
  }

  private func facts(_ plan: StoreyPlan) -> [Fact] {
    plan.rooms.map { Fact(.space($0.id), "room.use", .text("office"), method: .model) }
  }

  @Test("one detector hangs in the middle of a room, and every choice tried is no better")
  func middle() throws {
    // 6 by 6 m: fires in the middles of nine cells of 2 m, candidates on lines 0.5 m from the walls and
    // at most 2 m apart: 0.5, 1.75, 3, 4.25, 5.5 m.
    let plan = FloorPlan(
      (["########"] + [String](repeating: "#aaaaaa#", count: 6) + ["########"])
        .joined(separator: "\n"), cell: 1
    ).storeyPlan()
    let found = try study.run([plan], facts: facts(plan), count: 2)
    #expect(found.candidates == 25)
    #expect(found.events.count == 9)
    #expect(found.events.allSatisfy { $0.weight == 4 && $0.isNoticeable })
    let one = try study.run([plan], facts: facts(plan), count: 1)
    #expect(one.devices.map(\.position) == [Point3(4, 4, 3)])
    // Fires under it, 2 m and 2√2 m off, 2.5 m below the ceiling.
    let shares = [(1.0, 0.0), (4.0, 2.0), (4.0, 2 * 2.0.squareRoot())].map { share, distance in
      share / 9 * study.jet.meanTime(height: 2.5, distance: Metres(distance)).value
    }
    let expected = shares.reduce(0, +)
    #expect(abs(one.steps[1].meanTime.value - expected) < 1e-9)
    // All pairs of the 25 places, without the program.
    let lines = [0.5, 1.75, 3, 4.25, 5.5]
    let places = lines.flatMap { y in lines.map { Point2($0, y) } }
    let fires = [1.0, 3, 5].flatMap { y in [1.0, 3, 5].map { Point2($0, y) } }
    let times = places.map { place in
      fires.map { fire -> Double in
        let (dx, dy) = (place.x - fire.x, place.y - fire.y)
        return study.jet.meanTime(
          height: 2.5, distance: .init((dx * dx + dy * dy).squareRoot())
        ).value
      }
    }
    var best = Double.infinity
    for a in places.indices {
      for b in places.indices {
        best = min(best, fires.indices.reduce(0) { $0 + min(times[a][$1], times[b][$1]) } / 9)
      }
    }
    #expect(abs(found.steps[2].meanTime.value - best) < 1e-6)
    #expect(found.steps.allSatisfy { $0.isProven })
  }

  @Test("a wall stops the jet, and the larger room gets the only detector")
  func walls() throws {
    let plan = FloorPlan(
      """
      ############
      #aaaaaa#bbb#
      #aaaaaa+bbb#
      #aaaaaa#bbb#
      ############
      """, cell: 1
    ).storeyPlan()
    let one = try study.run([plan], facts: facts(plan), count: 1)
    #expect(one.devices.map(\.room.value) == ["room-a"])
    #expect(one.events.allSatisfy { ($0.device != nil) == ($0.room.value == "room-a") })
    let two = try study.run([plan], facts: facts(plan), count: 2)
    #expect(two.devices.map(\.room.value) == ["room-a", "room-b"])
    #expect(two.steps[2].meanTime < two.steps[1].meanTime)
    // 18 m² and 9 m²; what burns in b counts with the horizon.
    let inA = one.events.filter { $0.room.value == "room-a" }
    let sum = inA.reduce(9 * 900.0) { $0 + $1.weight * $1.time.value }
    #expect(abs(one.steps[1].meanTime.value - sum / 27) < 1e-9)
  }

  @Test("rooms without outline and plans without rooms get nothing, and nothing fails")
  func empty() throws {
    var plan = FloorPlan("###\n#a#\n###", cell: 1).storeyPlan()
    plan.rooms[0].outline = []
    let found = try study.run([plan], facts: [], count: 5)
    #expect(found.devices.isEmpty)
    #expect(found.steps.isEmpty)
    #expect(try study.run([], facts: [], count: 5).events.isEmpty)
  }
}
