/// Weighted pupils of each school grade and of the grade below a year before, over past pairs of
/// years in which both had pupils: the parts of every school ratio.
struct SchoolFlows {
  let panel: EnrolmentPanel
  let grades: SchoolGrades
  let pairs: [RecencyWeights.Weighted]
  /// Σ w P(g, t), by school and grade.
  private(set) var above: Grid<Double>
  /// Σ w P(g−1, t−1), by school and grade; 0 where the ratio has no past.
  private(set) var below: Grid<Double>

  init(_ panel: EnrolmentPanel, grades: SchoolGrades, origin: Int, weights: RecencyWeights) {
    self.panel = panel
    self.grades = grades
    pairs = weights.pairs(panel, origin: origin)
    let pupils = panel.school
    var above = Grid(rows: pupils.units, columns: pupils.grades, repeating: 0.0)
    var below = above
    for school in 0..<pupils.units {
      for grade in 1..<pupils.grades {
        var (upper, lower) = (0.0, 0.0)
        for (year, weight) in pairs {
          let now = pupils[school, year, grade]
          let then = pupils[school, year - 1, grade - 1]
          guard now > 0, then > 0 else { continue }
          upper += now * weight
          lower += then * weight
        }
        (above[school, grade], below[school, grade]) = (upper, lower)
      }
    }
    self.above = above
    self.below = below
  }

  /// Sums over the schools whose grade is fed from inside, by district and in all.
  func pooled(_ grade: Int) -> (above: [Double], below: [Double], region: Double) {
    var upper = [Double](repeating: 0, count: panel.districts.count)
    var lower = upper
    var all = (above: 0.0, below: 0.0)
    for school in panel.schools.indices where grades.isFed[school, grade] {
      upper[panel.districtOf[school]] += above[school, grade]
      lower[panel.districtOf[school]] += below[school, grade]
      all.above += above[school, grade]
      all.below += below[school, grade]
    }
    return (upper, lower, all.below > 0 ? all.above / all.below : 1)
  }
}
