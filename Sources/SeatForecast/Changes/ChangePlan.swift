import TwinModel

/// Changes that were checked against a forecast, and the moves that they cause in each year.
struct ChangePlan {
  private let forecast: ForecastResult
  private let changes: [SchoolChange]
  private let units: [String: UnitForecast]
  private let sites: [SiteKey: SchoolSite]
  /// From where pupils move; nil from their schools.
  let homes: PupilHomes?
  /// Schools without a forecast that take pupils: those that the changes open, and sites that nobody went to
  /// at the last roll; by id.
  private(set) var opened: [(id: String, district: String)] = []

  private struct SiteKey: Hashable {
    var school: String
    var stage: Stage
  }

  init(
    _ forecast: ForecastResult, _ changes: [SchoolChange], _ sites: [SchoolSite],
    _ homes: PupilHomes?
  ) throws(ForecastError) {
    try homes?.check(against: forecast)
    self.forecast = forecast
    self.homes = homes
    let sites = try forecast.campuses.named(sites)
    self.changes = try forecast.campuses.named(changes).sorted {
      ($0.year, $0.school) < ($1.year, $1.school)
    }
    units = Dictionary(
      forecast.schools.map { ($0.subject.id, $0) }, uniquingKeysWith: { first, _ in first })
    var known: [SiteKey: SchoolSite] = [:]
    var districts: [String: String] = [:]
    for site in sites {
      if units[site.school] == nil {
        guard let district = site.district,
          forecast.districts.contains(where: { $0.subject.id == district })
        else { throw site.unknown }
        districts[site.school] = district
      }
      known[SiteKey(school: site.school, stage: site.stage)] = site
    }
    let sited = districts
    let taught = forecast.stages.map(\.stage)
    for change in self.changes {
      guard case .open(let stage, let seats, let district, let position) = change.kind else {
        continue
      }
      let key = SiteKey(school: change.school, stage: stage)
      guard units[change.school] == nil, sited[change.school] == nil, known[key] == nil else {
        throw Self.error(change, "the school is there already; take expand for more seats")
      }
      guard taught.contains(stage) else {
        throw Self.error(change, "the forecast has no stage \(stage.rawValue)")
      }
      guard forecast.districts.contains(where: { $0.subject.id == district }) else {
        throw Self.error(change, "the forecast has no district “\(district)”")
      }
      guard districts[change.school] ?? district == district else {
        throw Self.error(change, "its lines name two districts")
      }
      districts[change.school] = district
      known[key] = SchoolSite(
        school: change.school, stage: stage, seats: seats, position: position)
    }
    self.sites = known
    opened = districts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    try check()
  }

  private static func error(_ change: SchoolChange, _ reason: String) -> ForecastError {
    ForecastError(reason: "change of \(change.year) to school \(change.school): \(reason)")
  }

  private func check() throws(ForecastError) {
    var ended: [String: Int] = [:]
    for change in changes {
      guard units[change.school] != nil || opened.contains(where: { $0.id == change.school }) else {
        throw Self.error(change, "the school is not forecast and opens nowhere in the changes")
      }
      guard change.year > forecast.originYear else {
        throw Self.error(
          change, "the last roll is of \(forecast.originYear); expected a later year")
      }
      if let year = ended[change.school] {
        throw Self.error(change, "it closed in \(year)")
      }
      switch change.kind {
      case .open: break
      case .close, .merge:
        guard units[change.school] != nil else {
          throw Self.error(change, "a school without pupils in the last roll cannot close")
        }
        ended[change.school] = change.year
      case .expand(let stage, _):
        guard sites[SiteKey(school: change.school, stage: stage)]?.seats != nil else {
          throw Self.error(
            change, "its seats of \(stage.rawValue) today are unknown; give them among the sites")
        }
      }
    }
    for change in changes {
      guard case .merge(let target) = change.kind else { continue }
      guard let district = district(target), target != change.school else {
        throw Self.error(change, "“\(target)”, which it merges into, is no other school")
      }
      guard district == self.district(change.school) else {
        throw Self.error(change, "“\(target)” is in another district, \(district)")
      }
      let opening = changes.first { $0.kind.isOpening && $0.school == target }
      guard ended[target] == nil, (opening?.year ?? change.year) <= change.year,
        !isShut(target, in: change.year)
      else {
        throw Self.error(change, "“\(target)” closes itself, or opens later")
      }
    }
  }

  /// Whether a school's seats of all stages are gone or not there yet, by its sites.
  private func isShut(_ school: String, in year: Int) -> Bool {
    let own = forecast.stages.compactMap { sites[SiteKey(school: school, stage: $0.stage)] }
    return own.contains { $0.isShut(in: year) } && own.allSatisfy { $0.seats(in: year) == 0 }
  }

  private func district(_ school: String) -> String? {
    units[school]?.district ?? opened.first { $0.id == school }?.district
  }

  // MARK: - Moves

  /// A school as one year and stage see it.
  struct Place {
    var id: String
    var district: String
    var pupils: Double
    /// Pupils of schools that merged into it.
    var arrivals = 0.0
    /// Seats; nil when unknown.
    var seats: Int?
    var position: Point2?
    /// Whether it is new or grew.
    var isRelief = false
    var isClosed = false
    /// Whether its seats are gone, or not there yet, and nobody may come though its own pupils stay.
    var isShut = false
    var target: String?

    fileprivate var relocation: RelocationFlow.Place {
      RelocationFlow.Place(
        district: district, pupils: target == nil ? pupils : 0, arrivals: arrivals, seats: seats,
        position: position, isRelief: isRelief, isClosed: isClosed, isShut: isShut, id: id,
        homes: nil)
    }
  }

  /// The moves of one year and stage, by school.
  func moves(
    year: Int, stage: Stage, row: Int, index: Int
  ) throws(ForecastError) -> [SchoolMove] {
    try Self.moves(places(year: year, stage: stage, row: row, index: index), year, stage, homes)
  }

  /// The moves between places of one year and stage.
  static func moves(
    _ places: [Place], _ year: Int, _ stage: Stage, _ homes: PupilHomes?
  ) throws(ForecastError) -> [SchoolMove] {
    var places = places
    var moves: [SchoolMove] = []
    let number = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1.id, $0) })
    for place in places where place.pupils > 0 {
      guard let target = place.target, let receiver = number[target] else { continue }
      moves.append(
        SchoolMove(
          year: year, stage: stage, from: place.id, to: target, pupils: place.pupils,
          reason: .merged))
      places[receiver].arrivals += place.pupils
    }
    let relocated = try places.map(\.relocation).atHome(homes, stage)
    return try moves
      + RelocationFlow(places: relocated).solve().map { move in
        SchoolMove(
          year: year, stage: stage, from: places[move.from].id, to: places[move.to].id,
          pupils: move.pupils, reason: move.reason,
          walk: homes.flatMap { $0.walk(stage, move.ways) })
      }
  }

  /// The schools of one year and stage with their pupils of the forecast, by id; none where no change
  /// is in force.
  func places(year: Int, stage: Stage, row: Int, index: Int) -> [Place] {
    let inForce = changes.filter { $0.year <= year }
    guard !inForce.isEmpty else { return [] }
    let ids = forecast.schools.map { ($0.subject.id, $0.district) } + opened
    return ids.sorted { $0.0 < $1.0 }.compactMap { id, district in
      let site = sites[SiteKey(school: id, stage: stage)]
      var place = Place(
        id: id, district: district, pupils: units[id]?.years[index].stages[row].value ?? 0,
        seats: site?.seats(in: year), position: site?.position)
      place.isShut = site?.isShut(in: year) ?? false
      var isOpen = units[id] != nil
      for change in inForce where change.school == id {
        switch change.kind {
        case .open(let taught, _, _, _) where taught == stage:
          (isOpen, place.isRelief) = (true, true)
        case .expand(let taught, let seats) where taught == stage:
          place.seats = (place.seats ?? 0) + seats
          (place.isRelief, place.isShut) = (true, false)
        case .close: place.isClosed = true
        case .merge(let target): (place.isClosed, place.target) = (true, target)
        case .open, .expand: break
        }
      }
      // A school without pupils so far is there from its first seats on.
      isOpen = isOpen || (site?.district != nil && place.seats ?? 0 > 0)
      // A school that a merger names takes the pupils even where it taught no such stage before.
      isOpen = isOpen || inForce.contains { $0.kind == .merge(into: id) }
      return isOpen ? place : nil
    }
  }

  // MARK: - Findings

  /// What the moves mean, in a sentence a kind.
  func findings(_ moves: [SchoolMove]) -> [Finding] {
    var findings: [Finding] = []
    let crowded = moves.filter { $0.reason == .crowded }
    for school in Set(crowded.map(\.from)).sorted() {
      let worst = crowded.filter { $0.from == school }.map(\.pupils).max() ?? 0
      findings.append(
        Finding(
          .warning, code: "forecast.change.crowded", subject: school,
          message: "up to \(Int(worst.rounded(.up))) pupils of a stage of closed school \(school) "
            + "find no free seat in the district; the nearest school takes them over its seats",
          suggestion: "close later, or add seats nearby"))
    }
    let known = Set(homes?.homes.map(\.district) ?? [])
    let sending = Set(moves.filter { $0.reason != .merged }.compactMap { district($0.from) })
    for district in sending.sorted() where homes != nil && !known.contains(district) {
      findings.append(
        Finding(
          .warning, code: "forecast.change.homes", subject: district,
          message: "no block is in district \(district): its pupils move from the place of their "
            + "school, and nobody knows how far they walk",
          suggestion: "give its blocks among the homes"))
    }
    let new = opened.filter { school in
      changes.contains { $0.school == school.id && $0.kind.isOpening }
    }
    for school in new where !moves.contains(where: { $0.to == school.id }) {
      findings.append(
        Finding(
          .warning, code: "forecast.change.empty", subject: school.id,
          message:
            "new school \(school.id) takes nobody: no school of its district with known seats "
            + "and place has more pupils than seats",
          suggestion: "give seats and places of the schools around it among the sites"))
    }
    return findings + (homes?.findings(against: forecast) ?? [])
  }
}

extension [RelocationFlow.Place] {
  /// The places with the homes of their pupils, in the districts in which somebody has to leave.
  fileprivate func atHome(
    _ homes: PupilHomes?, _ stage: Stage
  ) throws(ForecastError) -> [RelocationFlow.Place] {
    guard let homes else { return self }
    var places = self
    for district in Set(filter { $0.leaving > 0 }.map(\.district)).sorted() {
      let members = indices.filter { self[$0].district == district }
      let schools = members.map { index in
        // Pupils of a merged school go with it, wherever they live.
        let isMerged = self[index].isClosed && self[index].pupils == 0
        return PupilHomes.School(
          id: self[index].id, position: isMerged ? nil : self[index].position,
          units: PupilHomes.units(self[index].pupils))
      }
      let parts = try homes.parts(of: schools, district: district, stage: stage)
      for (place, part) in zip(members, parts ?? []) where !part.isEmpty {
        places[place].homes = part
      }
    }
    return places
  }
}
