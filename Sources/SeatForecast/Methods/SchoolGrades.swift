/// How pupils come into each grade of each school (or district), seen at an origin.
///
/// A grade is *fed from inside* when the grade below, in the same school a year before, had at least
/// 0.4 of its pupils over the last three years; else pupils *enter* there from outside. A school whose
/// oldest grade moved up last year is still filling: the grades up to the end of its stage will be fed
/// from inside.
struct SchoolGrades {
  /// By school and grade.
  private(set) var isFed: Grid<Bool>
  /// By school and grade.
  private(set) var isEntry: Grid<Bool>

  init(_ panel: EnrolmentPanel, origin: Int) { self.init(panel.school, panel, origin: origin) }

  /// The same for the units of any cube of the panel's years and grades.
  init(_ pupils: Cube, _ panel: EnrolmentPanel, origin: Int) {
    let recent = (0...origin).filter { panel.isObserved[$0] }.suffix(3)
    let pairs = recent.filter { $0 > 0 && panel.isObserved[$0 - 1] }
    let before = panel.observed(atOrBefore: origin - 1)
    isFed = Grid(rows: pupils.units, columns: pupils.grades, repeating: false)
    isEntry = isFed
    for school in 0..<pupils.units {
      for grade in 0..<pupils.grades where pupils[school, origin, grade] > 0 {
        var current = 0.0
        var below = 0.0
        for year in recent { current += pupils[school, year, grade] / Double(recent.count) }
        if grade > 0 {
          for year in pairs { below += pupils[school, year - 1, grade - 1] / Double(pairs.count) }
        }
        isFed[school, grade] = grade > 0 && below >= 0.4 * max(current, 1)
      }
      let oldest = Self.oldest(pupils, school, origin)
      if let oldest, let before, let was = Self.oldest(pupils, school, before), oldest > was,
        !panel.stages.isLast(oldest)
      {
        let last = panel.stages.lastGrade(with: oldest)
        for grade in stride(from: oldest + 1, through: last, by: 1) {
          isFed[school, grade] = true
        }
      }
      for grade in 0..<pupils.grades {
        isEntry[school, grade] = pupils[school, origin, grade] > 0 && !isFed[school, grade]
      }
    }
  }

  private static func oldest(_ pupils: Cube, _ school: Int, _ year: Int) -> Int? {
    (0..<pupils.grades).last { pupils[school, year, $0] > 0 }
  }
}
