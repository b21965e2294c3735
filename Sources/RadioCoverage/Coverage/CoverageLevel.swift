import TwinModel

/// A storey with what the coverage study needs of it.
struct CoverageLevel {
  var plan: StoreyPlan
  /// Its cells; nil where it has no rooms, or too many cells.
  var rooms: RoomCells?
  /// 5G sites that hang on it.
  var sites: [RadioSite]
  /// Wi-Fi access points that hang on it.
  var accessPoints: [RadioSite]
}

extension CoverageRun {
  /// Lays a storey out: cells, sites and access points, those of the model, added and proposed ones.
  ///
  /// Sites outside the building are not among them; see ``OutdoorSites``.
  func level(
    _ plan: StoreyPlan, _ added: [Device], _ outdoors: Set<GlobalID>, _ output: inout StudyOutput
  ) -> CoverageLevel {
    let rooms = RoomCells(plan: plan, cell: parameters.cell)
    if rooms == nil, !plan.rooms.isEmpty {
      output.findings.append(
        Finding(
          .error, code: "radio.storey.extent", subject: plan.storey.value,
          message: "storey \(plan.name): its rooms have no extent, or one of more than "
            + "\(RoomCells.most) cells of \(parameters.cell); its coverage is unknown",
          suggestion: "check the outlines and the units of the model"))
    }
    let devices = plan.devices + added
    var level = CoverageLevel(plan: plan, rooms: rooms, sites: [], accessPoints: [])
    level.sites = devices.filter {
      parameters.siteKinds.contains($0.kind) && !outdoors.contains($0.id)
    }.compactMap { reader.site($0, &output.findings) }
    if level.sites.isEmpty, let rooms, case .proposedPerCorridor(let spacing) = study.rule {
      let proposed = SiteProposal(plan: plan, rooms: rooms, parameters: parameters, uses: uses)
        .devices(spacing: spacing)
      output.devices += proposed
      level.sites = proposed.compactMap { reader.site($0, &output.findings) }
    }
    guard let wifi = study.wifi else { return level }
    let points = SiteReader(link: wifi.link, patterns: study.antennas)
    level.accessPoints = devices.filter { wifi.kinds.contains($0.kind) }
      .compactMap { points.site($0, &output.findings) }
    if level.accessPoints.isEmpty, let rooms, study.proposesAccessPoints {
      let proposed = AccessPointProposal(plan: plan, rooms: rooms, wifi: wifi, uses: uses).devices()
      output.devices += proposed
      level.accessPoints = proposed.compactMap { points.site($0, &output.findings) }
    }
    return level
  }

  /// Makes transmitters of devices.
  var reader: SiteReader { SiteReader(link: parameters.link, patterns: study.antennas) }

  /// What earlier studies say the rooms are used for.
  private var uses: [GlobalID: String] {
    var uses: [GlobalID: String] = [:]
    for fact in input.facts where fact.quantity == "room.use" {
      uses[GlobalID(fact.subject.id)] = fact.value.text
    }
    return uses
  }

  /// The map of a storey's receivers; nil where it has no cells.
  func map(of level: CoverageLevel, at frequency: Gigahertz) -> MultiWallMap? {
    level.rooms.map { rooms in
      MultiWallMap(
        grid: rooms.grid,
        receiverHeight: Metres(level.plan.elevation.value + parameters.receiverHeight.value),
        frequency: frequency)
    }
  }

  /// Path losses as a survey would have them.
  func corrected(_ pathLoss: [Float], from site: Point3, on map: MultiWallMap) -> [Float] {
    study.calibration?.corrected(pathLoss, from: site, on: map) ?? pathLoss
  }
}
