import Foundation
import SeedFiles
import SensorPlacement
import Testing
import TwinModel
import TwinTestSupport

@Suite("Air sensors by how soon they notice")
struct AirDetectionStudyTests {
  private let plan = FloorPlan(
    """
    ##################
    #aaaaa#bbbbb#cccc#
    #aaaaa+bbbbb#cccc#
    #aaaaa#bbbbb#cccc#
    ##################
    """, cell: 1
  ).storeyPlan()
  private let rules: AirEventRules

  init() throws { rules = try AirEventRules(seeds: SeedFolder(path: Checkout.seeds)) }

  private func study(
    _ doors: DevicePlacement.Doors, event: String = "co2"
  ) throws -> AirDetectionStudy {
    let type = DeviceType(
      id: "t", kind: "air_quality", cost: 100,
      mounting: .init(surface: .ceiling, height: 1.5, clearance: 0.5), sensing: .room,
      places: [.init(uses: ["office"], times: 1)])
    return AirDetectionStudy(
      rules: rules, event: try #require(rules.events.first { $0.id == event }), types: [type],
      doors: doors)
  }

  private func facts(_ plan: StoreyPlan, people: [String: Int]) -> [Fact] {
    plan.rooms.flatMap {
      [
        Fact(.space($0.id), "room.use", .text("office"), method: .model),
        Fact(
          .space($0.id), "room.seats", .number(Double(people[$0.name] ?? 0)), method: .model),
      ]
    }
  }

  private func run(
    _ count: Int, _ doors: DevicePlacement.Doors, people: Int
  ) throws -> DetectionPlan {
    try study(doors).run(
      [plan], facts: facts(plan, people: ["a": people, "b": people, "c": people]), count: count)
  }

  @Test(
    "one sensor for two joined rooms and one for the room apart are best, as every choice shows")
  func median() throws {
    let found = try run(3, .open, people: 20)
    #expect(found.steps.map(\.devices) == [0, 1, 2, 3])
    #expect(found.steps.allSatisfy { $0.isProven })
    #expect(found.candidates == 3)
    // 15, 15 and 12 m², 3 m high, with half an air change an hour; a door of 1 by 2.1 m joins a and b.
    let volumes = [45.0, 45, 36]
    let times = RoomBoxes(
      volumes: volumes, losses: volumes.map { $0 * 0.5 / 3600 },
      exchanges: [(0, 1, rules.openDoor(width: 1, height: 2.1))]
    ).times(
      emissions: [Double](repeating: 20 * 0.0052, count: 3), threshold: 0.6, step: 30, steps: 240,
      sources: [0, 1, 2])
    func mean(_ rooms: [Int]) -> Double {
      (0..<3).reduce(0) { sum, event in
        sum + (rooms.compactMap { times[event][$0].map { $0 + 120 } }.min() ?? 7200) / 3
      }
    }
    let choices = (0..<8).map { bits in (0..<3).filter { bits >> $0 & 1 == 1 } }
    for step in found.steps {
      let best = choices.filter { $0.count <= step.devices }.map(mean).min() ?? 0
      #expect(abs(step.meanTime.value - best) < 1e-6)
      #expect(abs(step.bound.value - best) < 1e-6)
    }
    let two = try run(2, .open, people: 20)
    #expect(two.devices.map(\.room).contains(GlobalID("room-c")))
    #expect(two.events.allSatisfy { $0.device != nil })
  }

  @Test("without a sensor every event counts as the horizon")
  func none() throws {
    let found = try run(0, .open, people: 20)
    #expect(found.devices.isEmpty)
    #expect(found.steps.map(\.meanTime) == [7200])
    #expect(found.findings.isEmpty)
    #expect(found.events.allSatisfy { $0.device == nil && $0.time == 7200 })
  }

  @Test("events too small to be noticed anywhere are findings")
  func unnoticed() throws {
    // One person gives off 5.2 mL/s. In c (12 m² · 3 m) half an air change an hour takes 5 mL/s away for
    // each unit by m³, so that the rise ends at 1.04 L/m³ and passes 0.6; with twelve times the floor it
    // ends at 0.087 and never does.
    let wide = FloorPlan(
      (["##############"] + [String](repeating: "#cccccccccccc#", count: 12) + ["##############"])
        .joined(separator: "\n"), cell: 1
    ).storeyPlan()
    let found = try study(.closed).run([wide], facts: facts(wide, people: [:]), count: 1)
    #expect(found.findings.map(\.code) == ["detection.unnoticed"])
    #expect(found.events.map(\.isNoticeable) == [false])
    #expect(found.devices.isEmpty)
    // a loses 6.25 mL/s and, by the leak of 10 mL/s, what b loses of it: C_b = 10/16.25 C_a, so that a
    // ends at 5.2 / (6.25 + 3.85) = 0.515 and b alike.
    let small = try run(1, .closed, people: 0)
    #expect(small.findings.map(\.subject) == ["room-a", "room-b"])
    #expect(small.devices.map(\.room.value) == ["room-c"])
  }

  @Test("storeys share one number of sensors: the one with more people gets it")
  func storeys() throws {
    var upper = plan
    upper.storey = GlobalID("upper")
    for index in upper.rooms.indices {
      upper.rooms[index].id = GlobalID("upper-\(upper.rooms[index].name)")
    }
    for index in upper.openings.indices {
      upper.openings[index].rooms = [GlobalID("upper-a"), GlobalID("upper-b")]
    }
    let facts =
      facts(plan, people: ["a": 5, "b": 5, "c": 5])
      + facts(upper, people: ["a": 5, "b": 5, "c": 40])
    let found = try study(.closed).run([plan, upper], facts: facts, count: 1)
    #expect(found.devices.map(\.room.value) == ["upper-c"])
    #expect(found.devices.map(\.storey.value) == ["upper"])
  }

  @Test("an aerosol is one event for each room, however many people it has")
  func aerosol() throws {
    let study = try study(.closed, event: "aerosol")
    let few = try study.run([plan], facts: facts(plan, people: ["a": 1, "b": 1, "c": 1]), count: 3)
    let many = try study.run(
      [plan], facts: facts(plan, people: ["a": 9, "b": 9, "c": 9]), count: 3)
    #expect(few.events.map(\.time) == many.events.map(\.time))
    // c: 36 m³, losses 36 (0.5 + 0.39)/3600 = 0.0089 m³/s besides the door it has not; 0.025 mg/s reach
    // 0.05 mg/m³ after −V/Q ln(1 − 0.05 Q/0.025) = 72.6 s, which the third step of 30 s ends; with 120 s
    // to report it are 210 s.
    #expect(few.events.last?.time == 210)
  }

  @Test("seeds with a wrong key or number stop with the line")
  func seeds() throws {
    let text = try String(
      contentsOfFile: Checkout.seeds + "/detection/air-events.yaml", encoding: .utf8)
    for (old, new, words) in [
      ("threshold_per_cubic_metre: 0.6", "threshold_per_cubic_metre: -1", "above 0"),
      ("settles_per_hour: 0\n", "settles_per_hour: -1\n", "from 0"),
      ("per: person", "per: pupil", "person, event"), ("delay_seconds", "lag", "lag"),
      ("step_seconds: 30", "step_seconds: 0.01", "10,000 steps"),
    ] {
      let error = #expect(throws: SeedError.self) {
        try AirEventRules(YAMLNode.parse(text.replacing(old, with: new), file: "air-events.yaml"))
      }
      #expect("\(try #require(error))".contains(words))
    }
  }
}
