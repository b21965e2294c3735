import TwinModel

extension CoverageRun {
  /// Sums of Wi-Fi over the campus.
  struct WiFiTally {
    var accessPoints = 0
    var cells = 0
    var covered = 0
    /// Whether every building with rooms has an access point.
    var isComplete = true
  }

  /// Adds what the access points of a building do for its rooms.
  func addWiFi(
    _ levels: [CoverageLevel], _ wifi: WiFiParameters, _ tally: inout WiFiTally,
    _ output: inout StudyOutput
  ) {
    tally.accessPoints += levels.reduce(0) { $0 + $1.accessPoints.count }
    guard levels.contains(where: { $0.rooms != nil }) else { return }
    guard levels.contains(where: { !$0.accessPoints.isEmpty }) else {
      tally.isComplete = false
      return
    }
    var curves = LossCurveCache(channel: wifi.channel, limits: study.materials.limits)
    let building = BuildingMap(
      storeys: levels.map { level in
        BuildingMap.Storey(
          scene: WallScene.make(
            plan: level.plan, materials: study.materials, calibration: study.calibration,
            curves: &curves
          ).scene, map: map(of: level, at: wifi.frequency), sites: level.accessPoints.map(\.place))
      }, floor: curves.curve(of: study.materials.floor))
    let network = network(of: building, levels, wifi)
    for (index, site) in network.sites.enumerated() {
      output.facts.append(
        fact(
          Subject(.device, site.id.value), "device.wifi_channel",
          .number(Double(wifi.channels[network.plan.channels[index]])), [],
          "\(Int((100 * network.plan.airTime[index]).rounded())) % of the air"))
    }
    for (here, level) in levels.enumerated() {
      guard let rooms = level.rooms, let map = building.storeys[here].map else { continue }
      let received = zip(network.sites, building.pathLoss[here]).map { site, pathLoss in
        site.levels(corrected(pathLoss, from: site.place, on: map), on: map)
      }
      let service = (0..<rooms.grid.count).map { cell in
        rooms.room[cell] < 0
          ? (level: Float.nan, rate: 0) : network.service(received.map { $0[cell] })
      }
      for (index, room) in level.plan.rooms.enumerated() where !rooms.cells[index].isEmpty {
        let cells = rooms.cells[index]
        let covered = cells.count { Double(service[$0].level) >= wifi.threshold.value }
        tally.cells += cells.count
        tally.covered += covered
        output.facts += [
          fact(
            .space(room.id), "room.wifi_coverage",
            .number(100 * Double(covered) / Double(cells.count)), [], "\(cells.count) cells"),
          fact(
            .space(room.id), "room.wifi_rate",
            .number(cells.reduce(0) { $0 + service[$1].rate } / Double(cells.count)), [],
            "\(wifi.megahertz) MHz, \(wifi.streams) streams"),
        ]
      }
      output.grids.append(grid("grid.wifi_rssi", level.plan, rooms, service.map(\.level)))
    }
  }

  /// The campus' own facts, once all buildings are done.
  func addWiFiSums(_ tally: WiFiTally, _ output: inout StudyOutput) {
    let subject = Subject.campus(input.campus.id)
    if tally.isComplete, tally.cells > 0 {
      output.facts.append(
        fact(
          subject, "campus.wifi_coverage",
          .number(100 * Double(tally.covered) / Double(tally.cells)), [], "\(tally.cells) cells"))
    }
    output.facts.append(
      fact(
        subject, "campus.wifi_access_points", .number(Double(tally.accessPoints)), [], ""))
  }

  private func network(
    of building: BuildingMap, _ levels: [CoverageLevel], _ wifi: WiFiParameters
  ) -> WiFiNetwork {
    let places = levels.enumerated().flatMap { storey, level in
      level.accessPoints.map { (storey: storey, site: $0) }
    }
    let heard = places.map { here in
      places.map { there -> Double in
        guard here.site.id != there.site.id else { return 0 }
        let loss = building.pathLoss(
          from: (there.storey, there.site.place), to: (here.storey, here.site.place),
          frequency: wifi.frequency)
        return (there.site.power - there.site.cableLoss).value + there.site.gain.value
          + here.site.gain.value - loss
      }
    }
    return WiFiNetwork(sites: places.map(\.site), levels: heard, wifi: wifi)
  }
}
