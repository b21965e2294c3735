import Foundation
import TwinModel

/// A room and its cells.
struct RoomService {
  let room: PlanRoom
  let cells: [Int]
}

extension CoverageRun {
  /// Shares of the limit that all sites together reach, cell by cell; nil without a limit.
  ///
  /// - Parameter levels: What an isotropic antenna has (dBm, whole carrier), by site and cell.
  /// - Returns: One share for each cell.
  func exposure(_ levels: [[Float]]) -> [Double]? {
    guard let limit = study.exposure.powerDensity(at: parameters.frequency) else { return nil }
    return Exposure.shares(levels: levels, frequency: parameters.frequency, limit: limit)
  }

  /// Adds what a carrier does for a room: rate, carriers for its pupils, exposure.
  func service(
    _ place: RoomService, _ storey: StoreyService, _ server: BestServer, _ exposure: [Double]?,
    _ output: inout StudyOutput
  ) {
    let subject = Subject.space(place.room.id)
    let capacity = study.throughput.downlinkCapacity(of: parameters.link)
    let rates = place.cells.map { capacity.rate(sinr: Decibels(Double(server.sinr[$0]))).value }
    let mean = rates.reduce(0, +) / Double(max(rates.count, 1))
    output.facts.append(
      fact(subject, "room.nr_downlink_rate", .number(mean), [], "\(rates.count) cells"))
    let up = place.cells.map { uplink(from: $0, storey) }
    output.facts.append(
      fact(
        subject, "room.nr_uplink_rate", .number(up.reduce(0, +) / Double(max(up.count, 1))), [],
        "\(parameters.devicePower.value) dBm, the best site"))
    let pupils = peak(of: place.room.id)
    if let pupils, pupils > 0 {
      let demand = RoomDemand(pupils: pupils, each: study.throughput.virtualReality)
      let answer = demand.answer(
        from: MegabitsPerSecond(mean), derating: study.throughput.derating)
      if let carriers = answer.carriers {
        output.facts.append(
          fact(
            subject, "room.nr_vr_carriers", .number(Double(carriers)), [],
            "\(pupils) pupils, \(demand.each) each; one carrier serves \(answer.served)"))
      }
    }
    guard let exposure, let most = place.cells.map({ exposure[$0] }).max() else { return }
    output.facts.append(
      fact(subject, "room.emf_exposure", .number(100 * most), [], "all sites at full power"))
    // Without a timetable any room may hold pupils.
    if most > 1, pupils != 0 {
      output.findings.append(
        Finding(
          .warning, code: "radio.emf.exceeded", subject: place.room.id.value,
          message: "room \(place.room.name): the 5G sites reach "
            + "\(Int((100 * most).rounded(.up))) % of the limit of GB 8702-2014 where pupils may be",
          suggestion: "hang the site farther from the seats, or lower its power"))
    }
  }

  /// What a device alone sends up from a cell to the site that hears it best (Mbit/s).
  ///
  /// The way up loses what the way down does, and the site's antenna gains what it gains sending.
  private func uplink(from cell: Int, _ storey: StoreyService) -> Double {
    let heard = storey.sites.indices.map { index in
      Double(storey.levels[index][cell]) - storey.sites[index].power.value
    }.max()
    guard let heard else { return 0 }
    return study.throughput.uplink(of: parameters.link).rate(
      level: parameters.devicePower + Decibels(heard), noiseFigure: parameters.siteNoiseFigure
    ).value
  }

  /// The most pupils in a room at once; nil without a timetable.
  private func peak(of room: GlobalID) -> Int? {
    input.occupancy.map { occupancy in
      occupancy.rooms.first { $0.room == room }?.peak ?? 0
    }
  }

  func noLimit() -> Finding {
    Finding(
      .warning, code: "radio.emf.no_limit", subject: input.campus.id.value,
      message: "there is no limit of exposure at \(parameters.frequency), so none is checked",
      suggestion: "add the band to seeds/radio/emf-gb8702.yaml")
  }
}
