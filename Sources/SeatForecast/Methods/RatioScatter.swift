/// How much schools' yearly ratios scatter around their own means, seen at an origin: the same however
/// years are weighed.
struct RatioScatter {
  /// Schools with a past whose grade is fed from inside, by grade.
  private(set) var schools: [[Int]] = []
  /// The pupil-weighted variance of yearly ratios, φ, by grade; the upper 2 % of squared deviations are
  /// clipped, schools with one year left out.
  private(set) var variances: [Double] = []

  init(_ panel: EnrolmentPanel, grades: SchoolGrades, origin: Int) {
    let pupils = panel.school
    let years = RecencyWeights.last(panel.yearCount).pairs(panel, origin: origin).map(\.year)
    for grade in panel.grades.indices {
      var known: [Int] = []
      // Squared deviations of all schools, and how many each has.
      var squares: [Double] = []
      var counts: [Int] = []
      for school in panel.schools.indices where grade > 0 && grades.isFed[school, grade] {
        let first = squares.count
        var sum = 0.0
        for year in years {
          let now = pupils[school, year, grade]
          let then = pupils[school, year - 1, grade - 1]
          guard now > 0, then > 0 else { continue }
          squares.append(now / then)
          sum += now / then
        }
        let count = squares.count - first
        guard count > 0 else { continue }
        known.append(school)
        counts.append(count)
        let mean = sum / Double(count)
        var place = first
        for year in years {
          let then = pupils[school, year - 1, grade - 1]
          guard pupils[school, year, grade] > 0, then > 0 else { continue }
          squares[place] = (squares[place] - mean) * (squares[place] - mean) * then
          place += 1
        }
      }
      schools.append(known)
      variances.append(Self.variance(squares, counts))
    }
  }

  private static func variance(_ squares: [Double], _ counts: [Int]) -> Double {
    let limit = Quantile(of: squares).value(at: 0.98)
    var spread = 0.0
    var freedom = 0
    var first = 0
    for count in counts {
      if count >= 2 {
        spread += squares[first..<(first + count)].reduce(0) { $0 + min($1, limit) }
        freedom += count - 1
      }
      first += count
    }
    return freedom > 0 ? spread / Double(freedom) : 1
  }
}
