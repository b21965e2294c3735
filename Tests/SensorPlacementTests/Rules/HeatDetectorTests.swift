import SeedFiles
import SensorPlacement
import Testing
import TwinModel
import TwinTestSupport

@Suite("Heat detectors")
struct HeatDetectorTests {
  private func run(_ use: String, named name: String = "") throws -> StudyOutput {
    // A room of 10 × 6 m, 3 m high.
    var plan = FloorPlan(
      """
      #######
      #aaaaa#
      #aaaaa#
      #aaaaa#
      #######
      """, cell: 2
    ).storeyPlan()
    plan.rooms[0].longName = name
    let campus = Campus(id: try CampusID("school"), name: "School", kind: .new, stages: [.primary])
    let facts = [Fact(.space(GlobalID("room-a")), "room.use", .text(use), method: .model)]
    return try FireDetectorStudy(seeds: SeedFolder(path: Checkout.seeds))
      .run(StudyInput(campus: campus, plans: [plan], facts: facts))
  }

  @Test("hang in kitchens instead of smoke detectors: 60 m² over 20 m² are three (table 6.2.2)")
  func kitchen() throws {
    let output = try run("kitchen")
    // Radius 3.6 m: three in a row serve 10/3 by 6 m, whose half diagonal is 3.43 m.
    #expect(output.devices.map(\.kind) == ["heat_detector", "heat_detector", "heat_detector"])
    let facts = output.facts.filter { $0.subject.kind == .campus }
    #expect(
      facts.first { $0.quantity == "campus.heat_detectors_required" }?.value == .number(3))
    #expect(
      facts.first { $0.quantity == "campus.smoke_detectors_required" }?.value == .number(0))
  }

  @Test("hang in boiler rooms instead of smoke detectors, but in no other plant room (5.2.5)")
  func boiler() throws {
    let boiler = try run("technical", named: "锅炉房")
    #expect(boiler.devices.count == 3)
    #expect(boiler.devices.allSatisfy { $0.kind == "heat_detector" })
    let note = boiler.facts.first { $0.quantity == "room.smoke_detectors_required" }?.note
    #expect(note?.contains("5.2.5.5") == true)
    let unassigned = try run("unassigned", named: "Boiler room")
    #expect(unassigned.devices.count == 3)
    #expect(unassigned.devices.allSatisfy { $0.kind == "heat_detector" })
    let pumps = try run("technical", named: "水泵房")
    #expect(pumps.devices.map(\.kind) == ["smoke_detector"])
  }

  @Test("hang nowhere else")
  func classroom() throws {
    let output = try run("ordinary_classroom")
    #expect(output.devices.allSatisfy { $0.kind == "smoke_detector" })
    #expect(!output.devices.isEmpty)
  }
}
