import TwinModel

extension CoverageRun {
  /// The rooms with pupils in one lesson.
  private struct Lesson {
    /// Pupils by room.
    let pupils: [GlobalID: Int]
    let day: Int
    let period: Int
  }

  /// More cells of a room than this add nothing to its load.
  private static let mostCells = 64

  /// How busy the sites are in the lesson with most pupils in the building; facts of it by room.
  ///
  /// The pupils of a room ask alike and sit evenly over its cells. Loads and interference decide one
  /// another by ``CellLoad``.
  ///
  /// - Returns: The load of each site; nil without a timetable, or pupils in the building.
  func busiestLesson(
    _ levels: [CoverageLevel], _ storeys: [[[Float]]], _ sites: [RadioSite],
    _ output: inout StudyOutput
  ) -> [Double]? {
    guard let lesson = lesson(of: levels), !sites.isEmpty else { return nil }
    var places: [CellLoad.Place] = []
    var rooms: [(room: PlanRoom, pupils: Int, places: Range<Int>)] = []
    for (here, level) in levels.enumerated() {
      guard let cells = level.rooms else { continue }
      let perElement = elements(storeys[here])
      for (index, room) in level.plan.rooms.enumerated() {
        guard let pupils = lesson.pupils[room.id], !cells.cells[index].isEmpty else { continue }
        let all = cells.cells[index]
        let step = (all.count + Self.mostCells - 1) / Self.mostCells
        let chosen = stride(from: 0, to: all.count, by: step).map { all[$0] }
        let demand = MegabitsPerSecond(
          Double(pupils) * study.throughput.lesson.value / Double(chosen.count))
        rooms.append((room, pupils, places.count..<places.count + chosen.count))
        places += chosen.map { cell in
          CellLoad.Place(
            levels: perElement.map { DecibelMilliwatts(Double($0[cell])) }, demand: demand)
        }
      }
    }
    guard !places.isEmpty else { return nil }
    let load = CellLoad(
      places: places, noise: parameters.link.noisePerElement,
      capacity: study.throughput.downlinkCapacity(of: parameters.link))
    let note =
      "lesson \(lesson.period + 1) of day \(lesson.day + 1), \(study.throughput.lesson) a pupil"
    for (room, pupils, places) in rooms {
      let share =
        places.reduce(0) { $0 + min(1, 1 / load.demand[load.server[$1]]) }
        / Double(places.count)
      output.facts += [
        fact(
          .space(room.id), "room.nr_busy_rate", .number(share * study.throughput.lesson.value), [],
          "\(pupils) pupils, \(note)"),
        fact(.space(room.id), "room.nr_busy_share", .number(100 * share), [], note),
      ]
    }
    let most = load.demand.indices.max { load.demand[$0] < load.demand[$1] } ?? 0
    if load.demand[most].isFinite {
      output.facts.append(
        fact(
          .building(levels[0].plan.building), "building.nr_busiest_load",
          .number(100 * load.demand[most]), [sites[most].id], note))
    }
    if load.demand[most] > 1 {
      output.findings.append(overload(sites[most], load.demand[most], note))
    }
    return load.load
  }

  private func overload(_ site: RadioSite, _ demand: Double, _ note: String) -> Finding {
    let asked =
      demand.isFinite
      ? "\(Int((100 * demand).rounded())) % of what it carries"
      : "something where it is not received"
    return Finding(
      .warning, code: "radio.load.exceeded", subject: site.id.value,
      message: "the site \(site.id) is asked for \(asked) in the busiest lesson (\(note))",
      suggestion: "add a carrier or a site, or lower demand.lesson_mbit_s of nr-throughput.yaml")
  }

  /// The lesson with most pupils in the building; of equals the first.
  private func lesson(of levels: [CoverageLevel]) -> Lesson? {
    guard let occupancy = input.occupancy else { return nil }
    let here = Set(levels.flatMap { $0.plan.rooms.map(\.id) })
    let rooms = occupancy.rooms.filter { here.contains($0.room) }
    let slots = occupancy.days * occupancy.periods
    let sums = (0..<slots).map { slot in
      rooms.reduce(0) { $0 + ($1.pupils.indices.contains(slot) ? $1.pupils[slot] : 0) }
    }
    guard let most = sums.max(), most > 0, let slot = sums.firstIndex(of: most) else { return nil }
    let pupils = rooms.filter { $0.pupils.indices.contains(slot) && $0.pupils[slot] > 0 }
    return Lesson(
      pupils: Dictionary(
        pupils.map { ($0.room, $0.pupils[slot]) }, uniquingKeysWith: { first, _ in first }),
      day: slot / max(occupancy.periods, 1), period: slot % max(occupancy.periods, 1))
  }
}
