import Foundation

/// Ratios of schools as the district's ratio times the school's deviation from it.
///
/// The deviation is observed over expected pupils, expected by the district's ratio of each year. It is
/// shrunk twice, with the weight of `prior` pupils each: a grade's to the school's over all grades, and
/// the school's to none. What happened to a whole school in one year beyond three robust standard
/// deviations (a boundary moved, a school opened next door) counts as three: it will not happen every
/// year.
struct SchoolHierarchy {
  /// Observed and expected pupils of all schools, year by year.
  struct Flows {
    /// Years with the year before, and what each counts for by age.
    let years: [Int]
    /// `[year][school × grades + grade]`; 0 where a grade or the one below was empty.
    let seen: [[Double]]
    let expected: [[Double]]
    /// `[year][school]`: the factor that brings a year's shock down to the limit.
    let tamed: [[Double]]
    /// `[district × grades + grade]` sums of fed grades by year: now and a year before.
    let above: [[Double]]
    let below: [[Double]]
  }

  /// Pupils that a district's pooled ratio is shrunk to the region's with.
  static let pooledPrior = 500.0

  /// `ratios[school × grades + grade]`, within 0.3 and 2.5.
  let ratios: [Double]
  /// `deviations[school × grades + grade]` from the district's ratio.
  let deviations: [Double]

  /// Learns from flows: `common` and `own` say how fast the district's ratios and a school's deviation
  /// are forgotten, `prior` the pupils that the shrinkage weighs as much as.
  init(
    _ panel: EnrolmentPanel, _ grades: SchoolGrades, _ flows: Flows, origin: Int, common: Double,
    own: Double, prior: Double
  ) {
    let count = panel.grades.count
    func weights(_ alpha: Double) -> [Double] {
      flows.years.map { pow(1 - alpha, Double(origin - $0)) }
    }
    let level = Self.pooled(panel, flows, weights(common))
    let recency = weights(own)
    var ratios = [Double](repeating: 1, count: panel.schools.count * count)
    var deviations = ratios
    for school in panel.schools.indices {
      let district = panel.districtOf[school] * count
      var seen = 0.0
      var expected = 0.0
      for (index, weight) in recency.enumerated() {
        let factor = weight * flows.tamed[index][school]
        for grade in 1..<count where grades.isFed[school, grade] {
          seen += factor * flows.seen[index][school * count + grade]
          expected += weight * flows.expected[index][school * count + grade]
        }
      }
      let whole = (seen + prior) / (expected + prior)
      for grade in 1..<count {
        let place = school * count + grade
        var seen = 0.0
        var expected = 0.0
        for (index, weight) in recency.enumerated() {
          seen += weight * flows.tamed[index][school] * flows.seen[index][place]
          expected += weight * flows.expected[index][place]
        }
        let deviation = (seen + prior * whole) / (expected + prior)
        deviations[place] = deviation
        ratios[place] = min(max(level[district + grade] * deviation, 0.3), 2.5)
      }
    }
    self.ratios = ratios
    self.deviations = deviations
  }

  private static func pooled(
    _ panel: EnrolmentPanel, _ flows: Flows, _ weights: [Double]
  ) -> [Double] {
    let count = panel.grades.count
    var above = [Double](repeating: 0, count: panel.districts.count * count)
    var below = above
    for (index, weight) in weights.enumerated() {
      for place in above.indices {
        above[place] += weight * flows.above[index][place]
        below[place] += weight * flows.below[index][place]
      }
    }
    return shrunk(above, below, count)
  }

  /// Ratios of districts, shrunk to the region's.
  static func shrunk(_ above: [Double], _ below: [Double], _ grades: Int) -> [Double] {
    var up = [Double](repeating: 0, count: grades)
    var down = up
    for place in above.indices {
      up[place % grades] += above[place]
      down[place % grades] += below[place]
    }
    return above.indices.map { place in
      let grade = place % grades
      let region = down[grade] > 0 ? up[grade] / down[grade] : 1
      return (above[place] + pooledPrior * region) / (below[place] + pooledPrior)
    }
  }
}

extension SchoolHierarchy.Flows {
  /// A school-year counts as a shock with at least this many pupils behind it.
  private static let leastPupils = 50.0
  /// Robust standard deviations that a school's year may be off.
  private static let limit = 3.0

  /// Collects the flows known at `origin`.
  init(_ panel: EnrolmentPanel, _ grades: SchoolGrades, origin: Int) {
    let pupils = panel.school
    let count = pupils.grades
    years = RecencyWeights.last(panel.yearCount).pairs(panel, origin: origin).map(\.year)
    var seen: [[Double]] = []
    var expected: [[Double]] = []
    var above: [[Double]] = []
    var below: [[Double]] = []
    var shocks: [[Double]] = []
    for year in years {
      var now = [Double](repeating: 0, count: pupils.units * count)
      var then = now
      var up = [Double](repeating: 0, count: panel.districts.count * count)
      var down = up
      for school in 0..<pupils.units {
        let district = panel.districtOf[school] * count
        for grade in 1..<count {
          let (upper, lower) = (pupils[school, year, grade], pupils[school, year - 1, grade - 1])
          guard upper > 0, lower > 0 else { continue }
          now[school * count + grade] = upper
          then[school * count + grade] = lower
          if grades.isFed[school, grade] {
            up[district + grade] += upper
            down[district + grade] += lower
          }
        }
      }
      let ratios = SchoolHierarchy.shrunk(up, down, count)
      var shock = [Double](repeating: 0, count: pupils.units)
      for school in 0..<pupils.units {
        let district = panel.districtOf[school] * count
        var all = (seen: 0.0, expected: 0.0)
        for grade in 1..<count {
          let place = school * count + grade
          then[place] *= ratios[district + grade]
          if grades.isFed[school, grade] {
            all.seen += now[place]
            all.expected += then[place]
          }
        }
        if all.seen > 0, all.expected >= Self.leastPupils {
          shock[school] = log(all.seen / all.expected)
        }
      }
      seen.append(now)
      expected.append(then)
      above.append(up)
      below.append(down)
      shocks.append(shock)
    }
    self.seen = seen
    self.expected = expected
    self.above = above
    self.below = below
    let limit = Self.bound(shocks)
    tamed = shocks.map { $0.map { exp(min(max($0, -limit), limit) - $0) } }
  }

  /// The limit, as a logarithm: 1.4826 times the median of the shocks' sizes is their robust standard
  /// deviation.
  private static func bound(_ shocks: [[Double]]) -> Double {
    let sizes = shocks.flatMap { $0.filter { $0 != 0 }.map(abs) }
    return limit * 1.4826 * Quantile(of: sizes).value(at: 0.5)
  }
}
