import Foundation
import RadioCoverage
import SeedFiles
import Testing
import TwinModel
import TwinTestSupport

@Suite("The coverage study, of networks")
struct CoverageNetworkTests {
  let seeds: SeedFolder

  init() throws { seeds = try SeedFolder(path: Checkout.seeds) }

  // One room of 9 × 4 m in concrete, with a window in the north and a door in the south.
  private func plan(_ devices: [Device] = []) -> StoreyPlan {
    var plan = FloorPlan(
      """
      ####=####
      #AAAAAAA#
      #AAAAAAA#
      ##+######
      """, cell: 1
    ).storeyPlan()
    plan.devices = devices
    return plan
  }

  private func device(
    _ place: Point3, id: String = "d", kind: String = "nr_small_cell",
    _ properties: [SiteProperty: PropertyValue] = [:]
  ) -> Device {
    Device(
      id: GlobalID(id), kind: kind, position: place, origin: .model,
      properties: properties.map { Property(set: "Radio", name: $0.rawValue, value: $1) })
  }

  private func input(
    _ devices: [Device], occupied: Int? = nil, declared: [QuantityName: Double] = [:]
  ) throws -> StudyInput {
    let id = try CampusID("school")
    var input = StudyInput(
      campus: Campus(
        id: id, name: "School", kind: .existing, stages: [.primary],
        declarations: declared.sorted { $0.key < $1.key }.map {
          Fact(.campus(id), $0, .number($1), method: .declaration)
        }), plans: [plan(devices)])
    if let occupied {
      input.occupancy = Occupancy(
        days: 1, periods: 2,
        rooms: [RoomOccupancy(room: GlobalID("room-A"), pupils: [0, occupied])])
    }
    return input
  }

  private func value(_ output: StudyOutput, _ quantity: QuantityName) -> Double? {
    output.facts.first { $0.quantity == quantity }?.value.number
  }

  private func level(_ output: StudyOutput, _ column: Int) throws -> Float {
    let grid = try #require(output.grids.first { $0.quantity == "grid.ss_rsrp" })
    return grid.values[grid.columns + column]
  }

  @Test("turns an antenna's pattern by its azimuth, and takes a site's own power")
  func antennas() throws {
    let study = try CoverageStudy(seeds: seeds)
    let place = Point3(4.5, 2, 1.2)
    func run(_ properties: [SiteProperty: PropertyValue]) throws -> StudyOutput {
      try study.run(input([device(place, properties)]))
    }
    let east = try run([.pattern: .text("sector"), .azimuth: .number(90)])
    let west = try run([.pattern: .text("sector"), .azimuth: .number(270)])
    // In front 8 dBi, behind 8 − 30; the room is the same on both sides.
    #expect(try level(east, 13) > level(east, 0) + 25)
    #expect(try abs(level(east, 13) - level(west, 0)) < 0.01)
    let plain = try run([:])
    let strong = try run([.power: .number(27)])
    #expect(try abs(level(strong, 3) - level(plain, 3) - 3) < 1e-4)
    #expect(plain.findings.allSatisfy { !$0.code.hasPrefix("radio.site") })
  }

  @Test("says which property of a site it cannot use, and goes on with the seeds'")
  func properties() throws {
    let study = try CoverageStudy(seeds: seeds)
    let odd = try study.run(
      input([
        device(
          Point3(4.5, 2, 1.2),
          [.pattern: .text("banana"), .power: .text("much"), .tilt: .number(400)])
      ]))
    #expect(odd.findings.count { $0.code == "radio.site.property" } == 3)
    let plain = try study.run(input([device(Point3(4.5, 2, 1.2))]))
    #expect(odd.grids == plain.grids)
  }

  @Test("reaches a room from outside through its window better than through its wall")
  func facade() throws {
    let study = try CoverageStudy(seeds: seeds)
    // North of the wall with the window at x = 4 to 5 m, at its height.
    let output = try study.run(input([device(Point3(4.5, 40, 1.2))]))
    #expect(value(output, "campus.nr_outdoor_sites") == 1)
    #expect(value(output, "campus.nr_sites") == 0)
    let grid = try #require(output.grids.first { $0.quantity == "grid.ss_rsrp" })
    let top = (grid.rows - 1) * grid.columns
    // Cells are half a metre from x = 1 m: 7 looks through the window, 0 through concrete.
    #expect(grid.values[top + 7] > grid.values[top] + 8)
    #expect(try #require(value(output, "campus.nr_outdoor_coverage")) > 50)
    let yard = try #require(output.grids.first { $0.quantity == "grid.outdoor_ss_rsrp" })
    #expect(yard.values.contains { $0.isNaN } && yard.values.contains { !$0.isNaN })
    // A house between takes most of it away.
    var hidden = study
    hidden.surroundings = [
      try #require(
        OutdoorBlocker(
          id: "house", outline: MultiPolygon([.rectangle(-50, 15, 60, 25)]), top: 20))
    ]
    let behind = try hidden.run(input([device(Point3(4.5, 40, 1.2))]))
    let weak = try #require(behind.grids.first { $0.quantity == "grid.ss_rsrp" })
    #expect(weak.values[top + 7] < grid.values[top + 7] - 15)
    #expect(hidden.parameters != study.parameters)
  }

  // 45 pupils × 5 Mbit/s are 225 of the 1736 Mbit/s that the carrier sends in the room.
  @Test("finds how busy the site is in the lesson with most pupils")
  func load() throws {
    let study = try CoverageStudy(seeds: seeds)
    let output = try study.run(input([device(Point3(4.5, 2, 2.8))], occupied: 45))
    #expect(value(output, "room.nr_busy_share") == 100)
    #expect(value(output, "room.nr_busy_rate") == 5)
    let load = try #require(value(output, "building.nr_busiest_load"))
    #expect(abs(load - 100 * 225 / (2337.0001 * 52 / 70)) < 0.01)
    #expect(output.facts.contains { $0.note.contains("lesson 2 of day 1") })
    #expect(output.grids.contains { $0.quantity == "grid.busy_sinr" })
    let crowd = try study.run(input([device(Point3(4.5, 2, 2.8))], occupied: 1000))
    #expect(try #require(value(crowd, "room.nr_busy_share")) < 36)
    #expect(crowd.findings.contains { $0.code == "radio.load.exceeded" })
  }

  // DDDSU leaves the uplink 16 of 70 symbols.
  @Test("sends up what the share of time leaves of the bound")
  func uplink() throws {
    let throughput = try NRThroughput(seeds: seeds)
    let link = try CoverageParameters(seeds: seeds).link
    let uplink = throughput.uplink(of: link)
    let most = uplink.rate(level: DecibelMilliwatts(-20), noiseFigure: Decibels(5)).value
    // α·log₂(1 + 10^2.2) of 98.28 MHz is below the peak of 468.8.
    let bound = 0.4 * log2(1 + pow(10, 2.2)) * 98.28
    #expect(abs(most - bound * throughput.pattern.uplinkShare) < 1e-6)
    // Far away fewer blocks still send: −115 dBm is −10 dB in 98 MHz and below, but not in one block.
    let far = uplink.rate(level: DecibelMilliwatts(-115), noiseFigure: Decibels(5)).value
    #expect(far > 0 && far < 1)
    #expect(uplink.rate(level: DecibelMilliwatts(-150), noiseFigure: Decibels(5)) == 0)
  }

  @Test("adds two links up, and warns of a target that one alone misses")
  func backhaul() throws {
    let study = try CoverageStudy(seeds: seeds)
    let output = try study.run(
      input([], declared: ["network.wired_rate": 600, "network.nr_rate": 450]))
    #expect(value(output, "network.uplink_rate") == 1050)
    #expect(value(output, "network.backup_rate") == 450)
    #expect(output.facts.contains { $0.quantity == "network.dual_link" && $0.value == .flag(true) })
    // 500 and 1000 Mbit/s are met together, and by neither alone in the worse case; 10 000 is not met.
    #expect(output.findings.count { $0.code == "radio.backhaul.failure" } == 2)
    let known = try study.run(
      input([], declared: ["network.wired_rate": 600, "network.uplink_rate": 600]))
    #expect(value(known, "network.uplink_rate") == nil)
    #expect(value(known, "network.backup_rate") == 0)
  }

  @Test("gives access points channels, levels and rates")
  func wifi() throws {
    let study = try CoverageStudy(seeds: seeds)
    let points = [
      device(Point3(2.5, 2, 2.8), id: "a", kind: "access_point"),
      device(Point3(6.5, 2, 2.8), id: "b", kind: "access_point"),
    ]
    let output = try study.run(input(points))
    let channels = output.facts.filter { $0.quantity == "device.wifi_channel" }
      .compactMap(\.value.number)
    #expect(channels.count == 2 && channels[0] != channels[1])
    #expect(value(output, "room.wifi_coverage") == 100)
    // Beside the access point the greatest scheme works: 2 × 600.5 Mbit/s and 65 % of them.
    #expect(abs(try #require(value(output, "room.wifi_rate")) - 0.65 * 2 * 600.49) < 0.1)
    #expect(value(output, "campus.wifi_access_points") == 2)
    #expect(output.grids.contains { $0.quantity == "grid.wifi_rssi" })
    var proposing = study
    proposing.proposesAccessPoints = true
    var empty = try input([])
    empty.facts = [
      Fact(.space(GlobalID("room-A")), "room.use", .text("ordinary_classroom"), method: .model)
    ]
    #expect(try proposing.run(empty).devices.map(\.kind) == ["access_point"])
  }

  @Test("takes exponent, losses and spread of a survey")
  func calibration() throws {
    var study = try CoverageStudy(seeds: seeds)
    let inside = try input([device(Point3(4.5, 2, 1.2))])
    let plain = try study.run(inside)
    study.calibration = MapCalibration(exponent: 3, absorption: 0.5, sigma: Decibels(4))
    let measured = try study.run(inside)
    // 3.25 m away (cell 13): 10·log 3.25 and 1.6 dB more.
    let grid = try #require(plain.grids.first { $0.quantity == "grid.ss_rsrp" })
    let distance = hypot(grid.origin.x + 13.5 * 0.5 - 4.5, grid.origin.y + 1.5 * 0.5 - 2)
    let expected = Float(10 * log10(distance) + 0.5 * distance)
    #expect(try abs(level(plain, 13) - level(measured, 13) - expected) < 1e-3)
    #expect(study.assumptions.shadowSigma == Decibels(4))
    // Walls that were measured at 2 dB hide little of a site outside.
    let outside = try input([device(Point3(1.5, 40, 1.2))])
    study.calibration = nil
    let strong = try study.run(outside)
    study.calibration = MapCalibration(otherWalls: Decibels(2))
    #expect(try level(study.run(outside), 1) > level(strong, 1) + 10)
  }
}
