/// Cohort survival of districts (or of the region as one unit).
///
/// `P(g, t+1) = r(g) · P(g−1, t)` with `r(g) = Σ w P(g, t) / Σ w P(g−1, t−1)` over past pairs of
/// years; the entry grade is `k · births(t − lag)` with `k = Σ w P(0, t) / Σ w births(t − lag)`.
/// In-migration adds to every ratio, and compounds on the entry grade over the years that its
/// children lived with it.
struct DistrictProgression {
  let pupils: Cube
  let births: BirthSeries
  let panel: EnrolmentPanel
  let origin: Int
  /// `ratios[unit][grade]`: pupils for one of the grade below a year before; 1 for the entry grade.
  private(set) var ratios: [[Double]]
  /// Entrants for one birth.
  private(set) var entryRatios: [Double]

  init(
    _ pupils: Cube, births: BirthSeries, panel: EnrolmentPanel, origin: Int,
    weights: RecencyWeights
  ) {
    self.pupils = pupils
    self.births = births
    self.panel = panel
    self.origin = origin
    let pairs = weights.pairs(panel, origin: origin)
    let years = weights.years(panel, origin: origin)
    let known = panel.firstYear + origin
    ratios = (0..<pupils.units).map { unit in
      (0..<pupils.grades).map { grade in
        guard grade > 0 else { return 1 }
        var above = 0.0
        var below = 0.0
        for (year, weight) in pairs {
          above += pupils[unit, year, grade] * weight
          below += pupils[unit, year - 1, grade - 1] * weight
        }
        // A grade that was just opened has no ratio to speak of.
        return below > 0 ? above / below : 1
      }
    }
    entryRatios = (0..<pupils.units).map { unit in
      var entrants = 0.0
      var born = 0.0
      for (year, weight) in years {
        let birthYear = panel.firstYear + year - panel.entryLag
        entrants += pupils[unit, year, 0] * weight
        born += births.births(unit, in: birthYear, known: known) * weight
      }
      return born > 0 ? entrants / born : 0
    }
  }

  /// Births that the entry grade comes from, `ahead` years after the origin, with the birth-rate
  /// assumption on years that are not observed yet.
  func births(_ unit: Int, ahead: Int, _ assumptions: ForecastAssumptions) -> Double {
    let known = panel.firstYear + origin
    let year = known + ahead - panel.entryLag
    let count = births.births(unit, in: year, known: known)
    let isAhead = year > (births.lastYear(unit, known: known) ?? known)
    return isAhead ? count * assumptions.birthRate : count
  }

  /// Entrants `ahead` years after the origin.
  func entrants(_ unit: Int, ahead: Int, _ assumptions: ForecastAssumptions) -> Double {
    var inflow = 1.0
    for _ in 0..<min(ahead, panel.entryLag) { inflow *= 1 + assumptions.inMigration }
    return entryRatios[unit] * births(unit, ahead: ahead, assumptions) * inflow
  }

  /// Pupils by unit, years ahead and grade.
  func projection(horizon: Int, _ assumptions: ForecastAssumptions) -> Cube {
    var result = Cube(units: pupils.units, years: horizon + 1, grades: pupils.grades)
    for unit in 0..<pupils.units {
      for grade in 0..<pupils.grades { result[unit, 0, grade] = pupils[unit, origin, grade] }
      for ahead in stride(from: 1, through: horizon, by: 1) {
        result[unit, ahead, 0] = entrants(unit, ahead: ahead, assumptions)
        for grade in 1..<pupils.grades {
          result[unit, ahead, grade] =
            result[unit, ahead - 1, grade - 1]
            * max(0, ratios[unit][grade] + assumptions.inMigration)
        }
      }
    }
    return result
  }
}
