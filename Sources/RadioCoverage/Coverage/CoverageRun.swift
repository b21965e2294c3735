import Foundation
import TwinModel

/// One run of the coverage study.
struct CoverageRun {
  let study: CoverageStudy
  let input: StudyInput
  var parameters: CoverageParameters { study.assumptions }

  /// What all buildings of a run share and add to.
  struct Tally {
    var campus = CoverageStatistics()
    var curves: LossCurveCache
    var wifi = WiFiTally()
    var sites = 0
    var isComplete = true
  }

  func output() -> StudyOutput {
    var output = StudyOutput()
    var tally = Tally(
      curves: LossCurveCache(channel: parameters.channel, limits: study.materials.limits))
    if study.exposure.powerDensity(at: parameters.frequency) == nil {
      output.findings.append(noLimit())
    }
    let buildings = storeysByBuilding()
    let outdoors = OutdoorSites(self, buildings, &output)
    let added = DeviceStoreys(buildings.flatMap(\.self)).assigned(
      study.addedDevices.filter { !outdoors.ids.contains($0.id) }, &output.findings)
    for plans in buildings {
      let levels = plans.map { level($0, added[$0.storey] ?? [], outdoors.ids, &output) }
      tally.sites += levels.reduce(0) { $0 + $1.sites.count }
      study(levels, outdoors, &tally, &output)
      if let wifi = study.wifi { addWiFi(levels, wifi, &tally.wifi, &output) }
    }
    let subject = Subject.campus(input.campus.id)
    if tally.isComplete, tally.campus.cells > 0 {
      output.facts.append(
        fact(
          subject, "campus.nr_coverage", .number(tally.campus.share), [],
          "\(tally.campus.cells) cells"))
    }
    output.facts.append(fact(subject, "campus.nr_sites", .number(Double(tally.sites)), [], ""))
    addOutdoors(outdoors, &output)
    if study.wifi != nil { addWiFiSums(tally.wifi, &output) }
    addBackhaul(&output)
    output.devices.sort { $0.id < $1.id }
    return output
  }

  /// Buildings in order of their first plan, storeys bottom up.
  private func storeysByBuilding() -> [[StoreyPlan]] {
    var buildings: [[StoreyPlan]] = []
    for plan in input.plans {
      if let index = buildings.firstIndex(where: { $0[0].building == plan.building }) {
        buildings[index].append(plan)
      } else {
        buildings.append([plan])
      }
    }
    return buildings.map { plans in
      plans.indices.sorted { (plans[$0].elevation, $0) < (plans[$1].elevation, $1) }
        .map { plans[$0] }
    }
  }

  private func noSite(_ building: GlobalID) -> Finding {
    Finding(
      .warning, code: "radio.site.missing", subject: building.value,
      message: "building \(building) has no indoor 5G site, so its 5G coverage is unknown",
      suggestion: "add devices of the kind \(parameters.siteKinds.joined(separator: ", ")) to the "
        + "model, or have sites proposed")
  }

  // MARK: - One building

  private func study(
    _ levels: [CoverageLevel], _ outdoors: OutdoorSites, _ tally: inout Tally,
    _ output: inout StudyOutput
  ) {
    guard levels.contains(where: { $0.rooms != nil }) else { return }
    guard !outdoors.sites.isEmpty || levels.contains(where: { !$0.sites.isEmpty }) else {
      tally.isComplete = false
      output.findings.append(noSite(levels[0].plan.building))
      return
    }
    if levels.contains(where: { $0.rooms == nil && !$0.plan.rooms.isEmpty }) {
      tally.isComplete = false
    }
    let scenes = levels.map { level in
      let made = WallScene.make(
        plan: level.plan, materials: study.materials, calibration: study.calibration,
        curves: &tally.curves)
      output.findings += made.findings
      return made.scene
    }
    let floor = tally.curves.curve(of: study.materials.floor)
    let building = BuildingMap(
      storeys: levels.indices.map { index in
        BuildingMap.Storey(
          scene: scenes[index], map: map(of: levels[index], at: parameters.frequency),
          sites: levels[index].sites.map(\.place))
      }, floor: floor)
    let way = outdoors.way(into: levels.map(\.plan), scenes: scenes, floor: floor)
    let sites = levels.flatMap(\.sites) + outdoors.sites
    let storeys = levels.indices.map { here -> [[Float]] in
      guard let map = building.storeys[here].map else { return [] }
      let losses =
        building.pathLoss[here] + outdoors.sites.map { way.pathLoss(from: $0.place, to: map) }
      return zip(sites, losses).map { site, loss in
        site.levels(corrected(loss, from: site.place, on: map), on: map)
      }
    }
    let load = busiestLesson(levels, storeys, sites, &output)
    for (here, level) in levels.enumerated() {
      guard let rooms = level.rooms else { continue }
      report(
        StoreyService(
          plan: level.plan, rooms: rooms, levels: storeys[here], sites: sites, busiest: load),
        &tally.campus, &output)
    }
  }

  // MARK: - One storey

  /// What the sites make of a storey.
  struct StoreyService {
    let plan: StoreyPlan
    let rooms: RoomCells
    /// Levels (dBm, whole carrier) by site and cell.
    let levels: [[Float]]
    let sites: [RadioSite]
    /// Loads of the sites in the busiest lesson; nil without a timetable.
    let busiest: [Double]?
  }

  private func report(
    _ storey: StoreyService, _ campus: inout CoverageStatistics, _ output: inout StudyOutput
  ) {
    let (plan, rooms) = (storey.plan, storey.rooms)
    let perElement = elements(storey.levels)
    let noise = parameters.link.noisePerElement
    let server = BestServer(
      levels: perElement, noise: noise,
      load: [Double](repeating: parameters.load, count: storey.sites.count))
    let exposure = exposure(storey.levels)
    var all = CoverageStatistics()
    for (index, room) in plan.rooms.enumerated() {
      guard !rooms.cells[index].isEmpty else {
        output.findings.append(
          Finding(
            .info, code: "radio.room.no_cell", subject: room.id.value,
            message: "room \(room.name) holds the centre of no cell; its coverage is unknown"))
        continue
      }
      var statistics = CoverageStatistics()
      var serving: Set<Int> = []
      for cell in rooms.cells[index] {
        let (rsrp, sinr) = (server.rsrp[cell], server.sinr[cell])
        statistics.add(rsrp: rsrp, sinr: sinr, parameters)
        all.add(rsrp: rsrp, sinr: sinr, parameters)
        campus.add(rsrp: rsrp, sinr: sinr, parameters)
        serving.insert(server.site[cell])
      }
      let subject = Subject.space(room.id)
      let evidence = serving.map { storey.sites[$0].id }
      let cells = "\(statistics.cells) cells"
      output.facts += [
        fact(subject, "room.nr_coverage", .number(statistics.share), evidence, cells),
        fact(subject, "room.nr_rsrp_5th", .number(statistics.fifthPercentile), evidence, cells),
        fact(
          subject, "room.nr_coverage_probability", .number(statistics.meanProbability), evidence,
          "σ \(parameters.shadowSigma.value) dB"),
        fact(subject, "room.nr_rsrp_min", .number(statistics.least), evidence, cells),
        fact(subject, "room.nr_rsrp_share", .number(statistics.levelShare), evidence, cells),
      ]
      service(
        RoomService(room: room, cells: rooms.cells[index]), storey, server, exposure, &output)
    }
    output.facts.append(
      fact(.storey(plan.storey), "storey.nr_coverage", .number(all.share), [], "\(all.cells) cells")
    )
    output.grids += [
      grid("grid.ss_rsrp", plan, rooms, server.rsrp),
      grid("grid.ss_sinr", plan, rooms, server.sinr),
    ]
    if let busiest = storey.busiest {
      let busy = BestServer(levels: perElement, noise: noise, load: busiest)
      output.grids.append(grid("grid.busy_sinr", plan, rooms, busy.sinr))
    }
  }

  /// Levels of one resource element, of those of the whole carrier.
  func elements(_ levels: [[Float]]) -> [[Float]] {
    let spread = Float(10 * log10(12 * Double(parameters.link.resourceBlocks)))
    return levels.map { $0.map { $0 - spread } }
  }

  // MARK: - Facts and maps

  func grid(
    _ quantity: QuantityName, _ plan: StoreyPlan, _ rooms: RoomCells, _ values: [Float]
  ) -> GridFact {
    GridFact(
      storey: plan.storey, quantity: quantity, origin: rooms.grid.origin, cell: rooms.grid.cell,
      columns: rooms.grid.columns, rows: rooms.grid.rows,
      values: zip(values, rooms.room).map { $1 < 0 ? .nan : $0 }, source: study.source)
  }

  func fact(
    _ subject: Subject, _ quantity: QuantityName, _ value: FactValue, _ evidence: [GlobalID],
    _ note: String
  ) -> Fact {
    Fact(
      subject, quantity, value, method: .simulation, evidence: evidence, source: study.source,
      note: note)
  }
}
