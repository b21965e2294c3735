import TwinModel

/// One run of the coverage study.
struct CoverageRun {
  let study: CoverageStudy
  let input: StudyInput
  var parameters: CoverageParameters { study.assumptions }

  /// A storey with what the study needs of it.
  private struct Level {
    var plan: StoreyPlan
    var rooms: RoomCells?
    var sites: [Device]
  }

  func output() -> StudyOutput {
    var output = StudyOutput()
    var campus = CoverageStatistics()
    var curves = LossCurveCache(channel: parameters.channel, limits: study.materials.limits)
    var sites = 0
    var isComplete = true
    if study.exposure.powerDensity(at: parameters.frequency) == nil {
      output.findings.append(noLimit())
    }
    // Buildings in order of their first plan, storeys bottom up.
    var buildings: [[StoreyPlan]] = []
    for plan in input.plans {
      if let index = buildings.firstIndex(where: { $0[0].building == plan.building }) {
        buildings[index].append(plan)
      } else {
        buildings.append([plan])
      }
    }
    for plans in buildings {
      let order = plans.indices.sorted { (plans[$0].elevation, $0) < (plans[$1].elevation, $1) }
      let levels = order.map { level(plans[$0], &output) }
      sites += levels.reduce(0) { $0 + $1.sites.count }
      guard levels.contains(where: { $0.rooms != nil }) else { continue }
      guard levels.contains(where: { !$0.sites.isEmpty }) else {
        isComplete = false
        output.findings.append(noSite(plans[0].building))
        continue
      }
      if levels.contains(where: { $0.rooms == nil && !$0.plan.rooms.isEmpty }) {
        isComplete = false
      }
      study(levels, &curves, &campus, &output)
    }
    let subject = Subject.campus(input.campus.id)
    if isComplete, campus.cells > 0 {
      output.facts.append(
        fact(subject, "campus.nr_coverage", .number(campus.share), [], "\(campus.cells) cells"))
    }
    output.facts.append(fact(subject, "campus.nr_sites", .number(Double(sites)), [], ""))
    output.devices.sort { $0.id < $1.id }
    return output
  }

  // MARK: - Sites

  private func level(_ plan: StoreyPlan, _ output: inout StudyOutput) -> Level {
    let rooms = RoomCells(plan: plan, cell: parameters.cell)
    if rooms == nil, !plan.rooms.isEmpty {
      output.findings.append(
        Finding(
          .error, code: "radio.storey.extent", subject: plan.storey.value,
          message: "storey \(plan.name): its rooms have no extent, or one of more than "
            + "\(RoomCells.most) cells of \(parameters.cell); its coverage is unknown",
          suggestion: "check the outlines and the units of the model"))
    }
    var sites: [Device] = []
    for device in plan.devices where parameters.siteKinds.contains(device.kind) {
      if let place = device.position, place.x.isFinite, place.y.isFinite, place.z.isFinite {
        sites.append(device)
      } else {
        output.findings.append(
          Finding(
            .warning, code: "radio.site.no_position", subject: device.id.value,
            message: "storey \(plan.name): the site \(device.id) has no place and is left out",
            suggestion: "give the device a placement in the model"))
      }
    }
    if sites.isEmpty, let rooms, case .proposedPerCorridor(let spacing) = study.rule {
      var uses: [GlobalID: String] = [:]
      for fact in input.facts where fact.quantity == "room.use" {
        uses[GlobalID(fact.subject.id)] = fact.value.text
      }
      sites = SiteProposal(plan: plan, rooms: rooms, parameters: parameters, uses: uses)
        .devices(spacing: spacing)
      output.devices += sites
    }
    return Level(plan: plan, rooms: rooms, sites: sites)
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
    _ levels: [Level], _ curves: inout LossCurveCache, _ campus: inout CoverageStatistics,
    _ output: inout StudyOutput
  ) {
    let scenes = levels.map { level in
      let made = WallScene.make(plan: level.plan, materials: study.materials, curves: &curves)
      output.findings += made.findings
      return made.scene
    }
    let placed = levels.map { level in
      level.sites.compactMap { site in site.position.map { (id: site.id, place: $0) } }
    }
    let building = BuildingMap(
      storeys: levels.indices.map { index in
        BuildingMap.Storey(
          scene: scenes[index], map: map(of: levels[index]), sites: placed[index].map(\.place))
      }, floor: curves.curve(of: study.materials.floor))
    let sites = placed.flatMap { $0.map(\.id) }
    for (here, level) in levels.enumerated() {
      guard let rooms = level.rooms else { continue }
      let server = BestServer(
        pathLoss: building.pathLoss[here], link: parameters.link, load: parameters.load)
      let exposure = exposure(building.pathLoss[here])
      report(level.plan, rooms, server, exposure, sites, &campus, &output)
    }
  }

  private func map(of level: Level) -> MultiWallMap? {
    level.rooms.map { rooms in
      MultiWallMap(
        grid: rooms.grid,
        receiverHeight: Metres(level.plan.elevation.value + parameters.receiverHeight.value),
        frequency: parameters.frequency)
    }
  }

  // MARK: - One storey

  private func report(
    _ plan: StoreyPlan, _ rooms: RoomCells, _ server: BestServer, _ exposure: [Double]?,
    _ sites: [GlobalID], _ campus: inout CoverageStatistics, _ output: inout StudyOutput
  ) {
    var storey = CoverageStatistics()
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
        storey.add(rsrp: rsrp, sinr: sinr, parameters)
        campus.add(rsrp: rsrp, sinr: sinr, parameters)
        serving.insert(server.site[cell])
      }
      let subject = Subject.space(room.id)
      let evidence = serving.map { sites[$0] }
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
      service(RoomService(room: room, cells: rooms.cells[index]), server, exposure, &output)
    }
    let subject = Subject.storey(plan.storey)
    output.facts.append(
      fact(subject, "storey.nr_coverage", .number(storey.share), [], "\(storey.cells) cells"))
    output.grids += [
      grid("grid.ss_rsrp", plan, rooms, server.rsrp),
      grid("grid.ss_sinr", plan, rooms, server.sinr),
    ]
  }

  private func grid(
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
