public import TwinModel

extension ForecastResult {
  /// Study and version that facts of demand carry; another version makes results anew.
  package static let source = "forecast/2"

  /// Demand as facts: `demand.pupils` by stage and year of every school and district, schools first;
  /// with `gradePupils` also `demand.grade_pupils`, the grade's name in the note.
  public func facts(gradePupils: Bool = false) -> [Fact] {
    (schools + districts).flatMap { facts(of: $0, gradePupils: gradePupils) }
  }

  /// The facts of one school or district, for readers that cannot hold those of all.
  public func facts(of unit: UnitForecast, gradePupils: Bool = false) -> [Fact] {
    let stageOf = grades.map { grade in stages.first { $0.grades.contains(grade) }?.stage }
    let notes = grades.map { "grade \($0)" }
    var facts: [Fact] = []
    for year in unit.years {
      for (definition, estimate) in zip(stages, year.stages) {
        facts.append(
          fact(unit, "demand.pupils", estimate, year, stage: definition.stage, note: ""))
      }
      guard gradePupils else { continue }
      for (place, estimate) in year.grades.enumerated() {
        facts.append(
          fact(
            unit, "demand.grade_pupils", estimate, year, stage: stageOf[place],
            note: notes[place]))
      }
    }
    return facts
  }

  private func fact(
    _ unit: UnitForecast, _ quantity: QuantityName, _ estimate: Estimate, _ year: YearForecast,
    stage: Stage?, note: String
  ) -> Fact {
    Fact(
      unit.subject, quantity, .number(estimate.value), interval: estimate.interval, stage: stage,
      year: year.year, method: year.isObserved ? .declaration : .simulation,
      source: year.isObserved ? "" : Self.source, note: note)
  }
}
