/// Schools from their ratios, their entry shares and the district forecast.
///
/// A grade that is fed from inside is the grade below times its ratio; a grade that pupils enter from
/// outside is the school's recent share of the district's grade, over the years since it had any.
struct SchoolProjection {
  let panel: EnrolmentPanel
  let origin: Int
  let grades: SchoolGrades
  let ratios: SchoolRatios
  /// Shares of the district's pupils, by school and grade.
  private(set) var shares: Grid<Double>

  init(
    _ panel: EnrolmentPanel, origin: Int, grades: SchoolGrades, ratios: SchoolRatios,
    shareWeights: RecencyWeights
  ) {
    self.panel = panel
    self.origin = origin
    self.grades = grades
    self.ratios = ratios
    let years = shareWeights.years(panel, origin: origin)
    shares = Grid(rows: panel.schools.count, columns: panel.grades.count, repeating: 0)
    for school in panel.schools.indices {
      for grade in panel.grades.indices where grades.isEntry[school, grade] {
        var own = 0.0
        var all = 0.0
        for (year, weight) in years where panel.school[school, year, grade] > 0 {
          own += panel.school[school, year, grade] * weight
          all += panel.district[panel.districtOf[school], year, grade] * weight
        }
        shares[school, grade] = all > 0 ? own / all : 0
      }
    }
  }

  /// Pupils by school, years ahead and grade; entrants are shares of the `district` forecast, which
  /// reaches at least as far ahead.
  func projection(
    horizon: Int, district: Cube, _ assumptions: ForecastAssumptions
  ) -> Cube {
    let pupils = panel.school
    var result = Cube(units: pupils.units, years: horizon + 1, grades: pupils.grades)
    var row = [Double](repeating: 0, count: pupils.grades)
    for school in 0..<pupils.units {
      for grade in row.indices { row[grade] = pupils[school, origin, grade] }
      result.withMutableRow(school, 0) { for grade in row.indices { $0[grade] = row[grade] } }
      for ahead in stride(from: 1, through: horizon, by: 1) {
        // Oldest first, so that each grade still finds the one below as it was.
        for grade in stride(from: row.count - 1, through: 0, by: -1) {
          if grades.isEntry[school, grade] {
            row[grade] = shares[school, grade] * district[panel.districtOf[school], ahead, grade]
          } else if grade > 0, grades.isFed[school, grade] {
            row[grade] =
              row[grade - 1] * max(0, ratios.values[school, grade] + assumptions.inMigration)
          } else {
            row[grade] = 0
          }
        }
        result.withMutableRow(school, ahead) { for grade in row.indices { $0[grade] = row[grade] } }
      }
    }
    return result
  }
}
