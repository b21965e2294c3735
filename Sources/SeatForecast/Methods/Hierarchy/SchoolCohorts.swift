/// Shares of schools in their district's entrants, by grade that pupils enter from outside.
struct EntryShares {
  /// `[school × grades + grade]`.
  let values: [Double]

  init(_ panel: EnrolmentPanel, origin: Int, grades: SchoolGrades, pace: Double) {
    let pupils = panel.school
    let years = RecencyWeights.exponential(alpha: pace).years(panel, origin: origin)
    var values = [Double](repeating: 0, count: pupils.units * pupils.grades)
    for school in 0..<pupils.units {
      for grade in 0..<pupils.grades where grades.isEntry[school, grade] {
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
    var result = Cube(units: pupils.units, years: horizon + 1, grades: pupils.grades)
    var row = [Double](repeating: 0, count: pupils.grades)
    for school in 0..<pupils.units where pupils.total(school, origin) > 0 {
      for grade in row.indices {
        row[grade] = pupils[school, origin, grade]
        result[school, 0, grade] = row[grade]
      }
      for ahead in stride(from: 1, through: horizon, by: 1) {
        advance(&row, school, ahead, ratios, shares, district, assumptions)
        for grade in row.indices { result[school, ahead, grade] = row[grade] }
      }
    }
    return result
  }

  /// The absolute misses of schools' grades, summed, at each of some years that are known.
  ///
  /// Schools count that have pupils at origin and target. The targets are year indices after the origin,
  /// ascending.
  func misses(
    at targets: [Int], ratios: [Double], shares: EntryShares, district: Cube
  ) -> [Double] {
    let pupils = panel.school
    var sums = [Double](repeating: 0, count: targets.count)
    var row = [Double](repeating: 0, count: pupils.grades)
    for school in 0..<pupils.units where pupils.total(school, origin) > 0 {
      for grade in row.indices { row[grade] = pupils[school, origin, grade] }
      var year = origin
      for (place, target) in targets.enumerated() {
        while year < target {
          year += 1
          advance(&row, school, year - origin, ratios, shares, district, .unchanged)
        }
        pupils.withRow(school, target) { came in
          var sum = 0.0
          var all = 0.0
          for grade in came.indices {
            sum += abs(row[grade] - came[grade])
            all += came[grade]
          }
          if all > 0 { sums[place] += sum }
        }
      }
    }
    return sums
  }

  /// Moves the pupils of a school, by grade, on to the year `ahead`; oldest first, so that each grade
  /// still finds the one below as it was.
  private func advance(
    _ row: inout [Double], _ school: Int, _ ahead: Int, _ ratios: [Double],
    _ shares: EntryShares, _ district: Cube, _ assumptions: ForecastAssumptions
  ) {
    for grade in stride(from: row.count - 1, through: 0, by: -1) {
      let place = school * row.count + grade
      if grades.isEntry[school, grade] {
        row[grade] = shares.values[place] * district[panel.districtOf[school], ahead, grade]
      } else if grade > 0, grades.isFed[school, grade] {
        row[grade] = row[grade - 1] * max(0, ratios[place] + assumptions.inMigration)
      } else {
        row[grade] = 0
      }
    }
  }
}
