public import TwinModel

extension DemandPlan {
  /// Study and version that facts of plans carry.
  package static let source = "plan/1"

  /// What is planned as facts, changes of schools by year and school before dwellings in the order of the list:
  /// `planned.opened_seats`, `planned.added_seats`, `planned.closed` and `plan.merged_into` of campuses,
  /// `planned.dwellings` of the district or the campus that takes their pupils.
  public var facts: [Fact] {
    changes.sorted { ($0.year, $0.school) < ($1.year, $1.school) }.map(\.fact)
      + developments.filter { $0.dwellings > $0.occupied }.map { development in
        development.fact(
          "planned.dwellings", Double(development.dwellings - development.occupied),
          year: development.firstYear, method: .declaration)
      }
  }

  /// Pupils that each development brings to a forecast without it, as facts `planned.dwelling_pupils` in the
  /// order of the list, then by year of the forecast.
  ///
  /// - Throws: ``ForecastError`` for an unknown type, district or school.
  public func dwellingFacts(on forecast: ForecastResult) throws(ForecastError) -> [Fact] {
    var facts: [Fact] = []
    for development in developments where development.dwellings > development.occupied {
      let housed = try forecast.adding([development], yields: yields).region
      for (before, after) in zip(forecast.region.years, housed.years) where !after.isObserved {
        facts.append(
          development.fact(
            "planned.dwelling_pupils", after.total.value - before.total.value, year: after.year,
            method: .simulation))
      }
    }
    return facts
  }
}

extension SchoolChange {
  fileprivate var fact: Fact {
    func fact(_ quantity: QuantityName, _ value: FactValue, _ stage: Stage? = nil) -> Fact {
      Fact(
        Subject(.campus, school), quantity, value, stage: stage, year: year,
        method: .declaration, source: DemandPlan.source)
    }
    return switch kind {
    case .open(let stage, let seats, _, _):
      fact("planned.opened_seats", .number(Double(seats)), stage)
    case .expand(let stage, let seats): fact("planned.added_seats", .number(Double(seats)), stage)
    case .close: fact("planned.closed", .flag(true))
    case .merge(let target): fact("planned.merged_into", .text(target))
    }
  }
}

extension HousingDevelopment {
  /// Its name, type and years, and what of it is occupied already.
  private var words: String {
    let last = firstYear + years - 1
    let span = years == 1 ? "\(firstYear)" : "\(firstYear)–\(last)"
    let today = occupied == 0 ? "" : "; \(occupied) more occupied, with \(pupils) pupils"
    return "\(name): \(type), \(span)\(today)"
  }

  fileprivate func fact(
    _ quantity: QuantityName, _ value: Double, year: Int, method: Method
  ) -> Fact {
    Fact(
      school.map { Subject(.campus, $0) } ?? Subject(.district, district), quantity,
      .number(value), year: year, method: method, source: DemandPlan.source, note: words)
  }
}

extension SchoolMove {
  /// The move as a fact of the school that the pupils leave, `moves.merged`, `moves.closed`,
  /// `moves.crowded` or `moves.relieved`; the note names the campus that they go to.
  public var fact: Fact {
    Fact(
      Subject(.campus, from), QuantityName("moves.\(reason.rawValue)"), .number(pupils),
      stage: stage, year: year, method: .simulation, source: DemandPlan.source, note: to)
  }
}
