public import TwinModel

extension ForecastResult {
  /// Study and version that facts of demand carry.
  static let source = "forecast/1"

  /// Demand as facts: `demand.pupils` by stage and year of every school and district, schools first;
  /// with `gradePupils` also `demand.grade_pupils`, the grade's name in the note.
  public func facts(gradePupils: Bool = false) -> [Fact] {
    var facts: [Fact] = []
    for unit in schools + districts {
      for year in unit.years {
        for (definition, estimate) in zip(stages, year.stages) {
          facts.append(
            fact(unit, "demand.pupils", estimate, year, stage: definition.stage, note: ""))
        }
        guard gradePupils else { continue }
        for (grade, estimate) in zip(grades, year.grades) {
          let stage = stages.first { $0.grades.contains(grade) }?.stage
          facts.append(
            fact(
              unit, "demand.grade_pupils", estimate, year, stage: stage, note: "grade \(grade)"))
        }
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
