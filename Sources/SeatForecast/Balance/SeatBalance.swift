public import TwinModel

/// Supply minus demand by school, district, stage and year, with who sits where and where seats run
/// short.
public struct SeatBalance: Hashable, Sendable {
  /// The assignments, by year, then stage.
  public var assignments: [SeatAssignment]
  /// Facts `seats.*` by year and stage, campuses first, then districts.
  public var facts: [Fact]
  /// What could not be answered, and why.
  public var findings: [Finding]

  /// What a study of campuses gives: facts and findings.
  public var output: StudyOutput { StudyOutput(facts: facts, findings: findings) }

  package static let source = "seats/2"
}

/// The study that compares forecast demand with seats.
public struct SeatBalanceStudy: Sendable {
  private let forecast: ForecastResult
  private let supply: SeatSupply
  private let thresholds: WarningThresholds
  private let rules: AssignmentRules
  private let sites: [String: SeatSite]
  private let homes: PupilHomes?

  /// Creates the study.
  ///
  /// - Parameters:
  ///   - forecast: Demand; its campuses go by the ids of `capacity` and `sites`.
  ///   - supply: Seats by campus, stage and year.
  ///   - sites: Where campuses stand, and the districts of those that the forecast does not know.
  ///   - thresholds: From when on seats are a warning.
  ///   - rules: Who may go where.
  ///   - homes: Where pupils live; at their school when nil.
  /// - Throws: ``ForecastError`` when a site stands there twice, a campus that only the supply knows has
  ///   no site and so no district, a forecast is not a number of pupils up to a billion, or homes name a
  ///   school that the forecast does not know.
  public init(
    forecast: ForecastResult, supply: SeatSupply, sites: [SeatSite],
    thresholds: WarningThresholds, rules: AssignmentRules = AssignmentRules(),
    homes: PupilHomes? = nil
  ) throws(ForecastError) {
    var byCampus: [String: SeatSite] = [:]
    for site in sites {
      guard byCampus.updateValue(site, forKey: site.campus.value) == nil else {
        throw ForecastError(reason: "the site of campus \(site.campus) stands there twice")
      }
    }
    for unit in forecast.schools + forecast.districts {
      for year in unit.years {
        guard year.stages.allSatisfy({ $0.value >= 0 && $0.value <= 1e9 }) else {
          throw ForecastError(
            reason: "the forecast of \(unit.subject.kind.rawValue) \(unit.subject.id) for "
              + "\(year.year) is no number of pupils: \(year.stages.map(\.value))")
        }
        guard year.stages.count == forecast.stages.count else {
          throw ForecastError(
            reason: "\(unit.subject.id) has another number of stages than the forecast")
        }
      }
    }
    let known = Set(forecast.schools.map(\.subject.id))
    for campus in supply.campuses where !known.contains(campus) && byCampus[campus] == nil {
      throw ForecastError(
        reason: "campus \(campus) has seats but neither pupils nor a site: its district is unknown")
    }
    try homes?.check(against: forecast)
    self.forecast = forecast
    self.supply = supply
    self.sites = byCampus
    self.thresholds = thresholds
    self.rules = rules
    self.homes = homes
  }

  /// Runs the study for the years of the forecast, the observed one included.
  ///
  /// - Throws: ``ForecastError`` when numbers are too large for exact arithmetic.
  public func run() throws(ForecastError) -> SeatBalance {
    let ledger = SeatLedger(forecast: forecast, supply: supply, sites: sites)
    var balance = SeatBalance(assignments: [], facts: [], findings: ledger.findings + homeFindings)
    for year in forecast.region.years.map(\.year) {
      for (index, definition) in forecast.stages.enumerated() {
        let entries = ledger.entries(year: year, stage: definition.stage, index: index)
        let assignment: SeatAssignment
        do {
          assignment = try SeatAssignment(
            stage: definition.stage, year: year, places: entries.compactMap(\.place), rules: rules,
            homes: homes)
        } catch {
          throw ForecastError(
            reason: "\(definition.stage.rawValue) seats of \(year): \(error.reason)")
        }
        balance.assignments.append(assignment)
        balance.facts += campusFacts(entries, assignment)
        balance.facts += districtFacts(entries, assignment, index)
      }
    }
    return balance
  }

  /// Districts whose homes are not known, though those of others are.
  private var homeFindings: [Finding] {
    guard let homes else { return [] }
    let known = Set(homes.homes.map(\.district))
    // A forecast with changes has said it before.
    let schools = homes.findings(against: forecast).filter { !forecast.findings.contains($0) }
    return schools
      + forecast.districts.map(\.district).filter { !known.contains($0) }.map { district in
        Finding(
          .warning, code: "seats.homes.missing", subject: district,
          message:
            "no block is in district \(district): its pupils walk from the place of their school, "
            + "and nobody knows how far",
          suggestion: "give its blocks among the homes")
      }
  }

  // MARK: - Facts

  private func campusFacts(_ entries: [SeatLedger.Entry], _ assignment: SeatAssignment) -> [Fact] {
    entries.flatMap { entry -> [Fact] in
      guard let seats = entry.seats, entry.isTaught else { return [] }
      let campus = Subject(.campus, entry.campus)
      return facts(
        campus, entry.demand, seats, assignment, assigned: assignment.seated[entry.campus] ?? 0)
        + (assignment.walks[entry.campus].map { walkFacts(campus, $0, assignment) } ?? [])
    }
  }

  private func districtFacts(
    _ entries: [SeatLedger.Entry], _ assignment: SeatAssignment, _ index: Int
  ) -> [Fact] {
    forecast.districts.flatMap { district -> [Fact] in
      let members = entries.filter { $0.district == district.district }
      // The balance of a part would pass for that of the whole.
      guard members.allSatisfy({ $0.seats != nil || $0.demand.value == 0 }),
        let demand = district[assignment.year]?.stages[index]
      else { return [] }
      let seats = members.reduce(0) { $0 + ($1.seats ?? 0) }
      guard demand.value > 0 || seats > 0 else { return [] }
      let unplaced = members.reduce(0) { $0 + (assignment.unplaced[$1.campus] ?? 0) }
      let wanted = members.reduce(0) { $0 + ($1.place?.demand ?? 0) }
      var list = facts(
        district.subject, demand, seats, assignment, assigned: wanted - unplaced)
      list.append(
        fact(district.subject, "seats.unplaced", .number(Double(unplaced)), assignment))
      let walks = members.compactMap { assignment.walks[$0.campus] }
      if var all = walks.first {
        for walk in walks.dropFirst() { all.add(walk) }
        list += walkFacts(district.subject, all, assignment)
      }
      return list
    }
  }

  /// How pupils walk who are seated there.
  private func walkFacts(
    _ subject: Subject, _ walks: WalkTally, _ assignment: SeatAssignment
  ) -> [Fact] {
    let values: [(QuantityName, Double?)] = [
      ("seats.far_walk", walks.far), ("seats.long_walk", walks.long),
      ("seats.mean_walk", walks.mean?.value), ("seats.mean_walk_time", walks.meanTime?.value),
    ]
    return values.compactMap { quantity, value in
      value.map { fact(subject, quantity, .number($0), assignment) }
    }
  }

  private func facts(
    _ subject: Subject, _ demand: Estimate, _ seats: Int, _ assignment: SeatAssignment,
    assigned: Int
  ) -> [Fact] {
    let supply = Double(seats)
    let probability = demand.shortageProbability(supply: seats)
    let level = thresholds.level(demand: demand.value, supply: seats, probability: probability)
    let interval = demand.interval.map {
      Fact.Interval(low: supply - $0.high, high: supply - $0.low)
    }
    var list = [
      fact(subject, "seats.supply", .number(supply), assignment),
      fact(
        subject, "seats.balance", .number(supply - demand.value), assignment, interval: interval),
      fact(subject, "seats.assigned", .number(Double(assigned)), assignment),
    ]
    if let probability {
      list.append(fact(subject, "seats.shortage_probability", .number(probability), assignment))
    }
    list.append(fact(subject, "seats.warning_level", .text(level.rawValue), assignment))
    return list
  }

  private func fact(
    _ subject: Subject, _ quantity: QuantityName, _ value: FactValue,
    _ assignment: SeatAssignment, interval: Fact.Interval? = nil
  ) -> Fact {
    Fact(
      subject, quantity, value, interval: interval, stage: assignment.stage,
      year: assignment.year, method: .simulation, source: SeatBalance.source)
  }
}
