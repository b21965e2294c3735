/// Shares of schools in their district's entrants, by grade that pupils enter from outside.
struct EntryShares {
  /// `[school × grades + grade]`.
  let values: [Double]

  init(_ panel: EnrolmentPanel, origin: Int, grades: SchoolGrades, pace: Double) {
    let pupils = panel.school
    let years = RecencyWeights.exponential(alpha: pace).years(panel, origin: origin)
    var values = [Double](repeating: 0, count: pupils.units * pupils.grades)
    for school in 0..<pupils.units {
      for grade in 0..<pupils.grades where grades.isEntry[school][grade] {
        var own = 0.0
        var all = 0.0
        for (year, weight) in years where pupils[school, year, grade] > 0 {
          own += pupils[school, year, grade] * weight
          all += panel.district[panel.districtOf[school], year, grade] * weight
        }
        values[school * pupils.grades + grade] = all > 0 ? own / all : 0
      }
    }
    self.values = values
  }
}

/// Cohorts of schools moving up: grades fed from inside by ratios, the others by shares of the
/// district.
struct SchoolCohorts {
  private let panel: EnrolmentPanel
  private let origin: Int
  private let grades: SchoolGrades

  init(_ panel: EnrolmentPanel, origin: Int, grades: SchoolGrades) {
    self.panel = panel
    self.origin = origin
    self.grades = grades
  }

  /// Pupils by school, years ahead and grade.
  func projection(
    horizon: Int, ratios: [Double], shares: EntryShares, district: Cube,
    _ assumptions: ForecastAssumptions
  ) -> Cube {
    let pupils = panel.school
    let count = pupils.grades
    var result = Cube(units: pupils.units, years: horizon + 1, grades: count)
    for school in 0..<pupils.units where pupils.total(school, origin) > 0 {
      for grade in 0..<count { result[school, 0, grade] = pupils[school, origin, grade] }
      let (isEntry, isFed) = (grades.isEntry[school], grades.isFed[school])
      for ahead in stride(from: 1, through: horizon, by: 1) {
        for grade in 0..<count {
          let place = school * count + grade
          if isEntry[grade] {
            result[school, ahead, grade] =
              shares.values[place] * district[panel.districtOf[school], ahead, grade]
          } else if grade > 0, isFed[grade] {
            result[school, ahead, grade] =
              result[school, ahead - 1, grade - 1]
              * max(0, ratios[place] + assumptions.inMigration)
          }
        }
      }
    }
    return result
  }
}
