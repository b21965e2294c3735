import RadioCoverage
import SeedFiles
import Testing
import TwinModel
import TwinTestSupport

@Suite("The coverage study")
struct CoverageStudyTests {
  let seeds: SeedFolder

  init() throws { seeds = try SeedFolder(path: Checkout.seeds) }

  // Two classrooms on a corridor, cells of 0.5 m, walls of 0.5 m concrete.
  private let wing = FloorPlan(
    """
    ##########=##########
    #AAAAAAAAA#BBBBBBBBB#
    #AAAAAAAAA#BBBBBBBBB#
    #AAAAAAAAA#BBBBBBBBB#
    #AAAAAAAAA#BBBBBBBBB#
    ####+##########+#####
    #CCCCCCCCCCCCCCCCCCC#
    #CCCCCCCCCCCCCCCCCCC#
    #####################
    """, cell: 0.5)

  private func campus() throws -> Campus {
    Campus(
      id: try CampusID("school"), name: "School", kind: .existing, stages: [.primary])
  }

  private func plan(storey: String = "storey", elevation: Double = 0, site: Point3? = nil)
    -> StoreyPlan
  {
    var plan = wing.storeyPlan(longNames: ["C": "走廊"])
    plan.storey = GlobalID(storey)
    plan.elevation = Metres(elevation)
    for index in plan.rooms.indices {
      plan.rooms[index].id = GlobalID("\(storey)-\(plan.rooms[index].name)")
    }
    if let site {
      plan.devices = [
        Device(
          id: GlobalID("\(storey)-site"), kind: "nr_small_cell", position: site, origin: .model)
      ]
    }
    return plan
  }

  private func number(_ output: StudyOutput, _ quantity: QuantityName, _ id: String) -> Double? {
    output.facts.first { $0.quantity == quantity && $0.subject.id == id }?.value.number
  }

  @Test("finds a small cell's own room covered, and weaker levels behind concrete")
  func levels() throws {
    let study = try CoverageStudy(seeds: seeds)
    let input = StudyInput(campus: try campus(), plans: [plan(site: Point3(2.6, 3.1, 2.8))])
    let output = try study.run(input)
    #expect(number(output, "room.nr_coverage", "storey-A") == 100)
    #expect(number(output, "campus.nr_sites", "school") == 1)
    let own = try #require(number(output, "room.nr_rsrp_5th", "storey-A"))
    let next = try #require(number(output, "room.nr_rsrp_5th", "storey-B"))
    #expect(own > next + 20)
    let probability = try #require(number(output, "room.nr_coverage_probability", "storey-A"))
    #expect(probability > 99.9 && probability <= 100)
    // Doors and windows of the drawing have no material.
    #expect(output.findings.map(\.code) == ["radio.material.missing.opening"])
  }

  @Test("draws maps that are empty outside rooms, and the same every time")
  func maps() throws {
    let study = try CoverageStudy(seeds: seeds)
    let input = StudyInput(campus: try campus(), plans: [plan(site: Point3(2.6, 3.1, 2.8))])
    let output = try study.run(input)
    #expect(output.grids.map(\.quantity) == ["grid.ss_rsrp", "grid.ss_sinr"])
    let grid = output.grids[0]
    // Rooms reach from 0.5 to 10 m by 0.5 to 4 m; the wall rows between are outside.
    #expect(grid.columns == 19 && grid.rows == 7)
    #expect(grid.values.count { !$0.isNaN } == 2 * 36 + 38)
    // The cell under the site: −9.15 dBm less 1.6 m of free space (47.41 dB at 3.5 GHz).
    let here = grid.values[5 * 19 + 4]
    #expect(abs(here + 9.15 + 47.41) < 0.2)
    #expect(try study.run(input).facts == output.facts)
  }

  @Test("shows a wall as a wall, and a door as a door")
  func visible() throws {
    let study = try CoverageStudy(seeds: seeds)
    // In the corridor, level with the door of A at x = 2 to 2.5 m.
    let output = try study.run(
      StudyInput(campus: try campus(), plans: [plan(site: Point3(2.25, 0.9, 1.2))]))
    let row = output.grids[0].values[(6 * 19)..<(7 * 19)].map { $0 }
    // Row 6 lies 3.75 − 0.9 = 2.85 m behind the door; column 3 (x = 2.25) looks through it.
    #expect(row[3] > row[0] + 10)
    #expect(row[3] > row[7] + 10)
  }

  @Test("leaves a building without sites unknown, and says so")
  func noSites() throws {
    let output = try CoverageStudy(seeds: seeds).run(
      StudyInput(campus: try campus(), plans: [plan()]))
    #expect(output.facts.map(\.quantity) == ["campus.nr_sites", "campus.wifi_access_points"])
    #expect(output.facts.allSatisfy { $0.value == .number(0) })
    #expect(output.findings.map(\.code) == ["radio.site.missing"])
    #expect(output.grids.isEmpty)
  }

  @Test("proposes sites along corridors when asked, and computes with them")
  func proposals() throws {
    let study = try CoverageStudy(seeds: seeds, rule: .proposedPerCorridor(spacing: 5))
    let output = try study.run(StudyInput(campus: try campus(), plans: [plan()]))
    #expect(output.devices.map(\.id.value) == ["storey-C-nr-1", "storey-C-nr-2"])
    #expect(output.devices.allSatisfy { $0.origin == .proposed && $0.kind == "nr_small_cell" })
    // A corridor of 9.5 m in two halves, under a ceiling at 3 m.
    let places = output.devices.compactMap(\.position)
    #expect(abs(places[0].x - (0.5 + 9.5 / 4)) <= 0.5 && abs(places[1].x - (0.5 + 28.5 / 4)) <= 0.5)
    #expect(places.allSatisfy { abs($0.z - 2.8) < 1e-9 })
    #expect(number(output, "campus.nr_sites", "school") == 2)
    #expect(number(output, "room.nr_coverage", "storey-C") == 100)
  }

  @Test("lets the site of the storey below through one floor")
  func storeys() throws {
    let study = try CoverageStudy(seeds: seeds)
    let below = plan(storey: "one", site: Point3(2.6, 3.1, 2.8))
    let above = plan(storey: "two", elevation: 3)
    let output = try study.run(StudyInput(campus: try campus(), plans: [below, above]))
    // Straight above: 1.4 m of free space, so 46.2 dB, and a slab of 200 mm concrete.
    let grid = try #require(output.grids.first { $0.storey == GlobalID("two") })
    let concrete = LossCurve(
      slab: LayeredSlab([
        SlabLayer(material: try study.materials.material(named: "concrete"), thickness: 0.2)
      ]), channel: study.assumptions.channel, limits: study.materials.limits)
    #expect(abs(Double(grid.values[5 * 19 + 4]) + 9.15 + 46.2 + concrete.normal.value) < 0.3)
  }

  // At the site's own SINR four layers of 256QAM send 1736 Mbit/s, half of which serves 17 pupils in
  // virtual reality in time: three carriers for 45.
  @Test("says what a class in virtual reality needs, and how far the field is from its limit")
  func service() throws {
    let study = try CoverageStudy(seeds: seeds)
    var input = StudyInput(campus: try campus(), plans: [plan(site: Point3(2.6, 3.1, 2.8))])
    input.occupancy = Occupancy(
      days: 1, periods: 1,
      rooms: [RoomOccupancy(room: GlobalID("storey-A"), pupils: [45])])
    let output = try study.run(input)
    let rate = try #require(number(output, "room.nr_downlink_rate", "storey-A"))
    #expect(abs(rate - 2337.0001 * 52 / 70) < 0.01)
    #expect(number(output, "room.nr_vr_carriers", "storey-A") == 3)
    #expect(number(output, "room.nr_vr_carriers", "storey-B") == nil)
    #expect(number(output, "room.nr_rsrp_share", "storey-A") == 100)
    let least = try #require(number(output, "room.nr_rsrp_min", "storey-A"))
    let fifth = try #require(number(output, "room.nr_rsrp_5th", "storey-A"))
    #expect(least <= fifth)
    // 26 dBm to the nearest cell, d² = 2.605 m²: 0.398 W/(4π·d²) = 0.01216 of 3500/7500 W/m².
    let exposure = try #require(number(output, "room.emf_exposure", "storey-A"))
    #expect(abs(exposure - 2.606) < 0.005)
  }

  @Test("warns where pupils are too near a strong site, and nowhere else")
  func exposure() throws {
    var strong = try CoverageParameters(seeds: seeds)
    strong.link.power = DecibelMilliwatts(43)
    let study = CoverageStudy(
      assumptions: strong, materials: try MaterialCatalogue(seeds: seeds),
      throughput: try NRThroughput(seeds: seeds), exposure: try ExposureLimits(seeds: seeds))
    var input = StudyInput(campus: try campus(), plans: [plan(site: Point3(2.6, 3.1, 2.8))])
    func warned() throws -> [String] {
      try study.run(input).findings.filter { $0.code == "radio.emf.exceeded" }.map(\.subject)
    }
    #expect(try warned() == ["storey-A"])
    input.occupancy = Occupancy(
      days: 1, periods: 1, rooms: [RoomOccupancy(room: GlobalID("storey-B"), pupils: [45])])
    #expect(try warned().isEmpty)
  }

  @Test("refuses a spacing of nothing")
  func spacing() throws {
    let study = try CoverageStudy(seeds: seeds, rule: .proposedPerCorridor(spacing: 0))
    #expect(throws: StudyError.self) {
      try study.run(StudyInput(campus: try campus(), plans: [plan()]))
    }
  }
}
