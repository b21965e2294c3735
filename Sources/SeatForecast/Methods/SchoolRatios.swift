/// Grade progression ratios of schools, by school and grade.
struct SchoolRatios: Sendable {
  /// By school and grade, within 0.3 and 2.5.
  private(set) var values: Grid<Double>
  /// Pupils that the pooled ratio weighs as much as, by grade; 0 where nothing was pooled.
  private(set) var priorWeights: [Double]

  /// Each school's own mean; the district's where a school has no past, the region's where the
  /// district has none.
  static func own(_ flows: SchoolFlows) -> SchoolRatios {
    var values = flows.above
    for grade in flows.panel.grades.indices {
      let pool = flows.pooled(grade)
      for school in flows.panel.schools.indices {
        let district = flows.panel.districtOf[school]
        let mean =
          pool.below[district] > 0 ? pool.above[district] / pool.below[district] : pool.region
        let below = flows.below[school, grade]
        values[school, grade] = clipped(below > 0 ? flows.above[school, grade] / below : mean)
      }
    }
    return SchoolRatios(
      values: values, priorWeights: [Double](repeating: 0, count: flows.panel.grades.count))
  }

  /// Means shrunk to the district's, as far as the schools' own scatter says that they differ no more
  /// than by chance (empirical Bayes).
  ///
  /// For each grade: `r = (Σ w P + κ m) / (Σ w P⁻ + κ)` with the district's ratio `m`, itself shrunk
  /// to the region's with a weight of 2,000 pupils, and `κ = φ / τ²` in 1…5000; `φ` is the
  /// pupil-weighted variance of a school's yearly ratios around their mean, `τ²` the variance of the
  /// schools' means that `φ` leaves unexplained. The upper 2 % of squared deviations are clipped.
  /// Grades with fewer than 20 schools keep their own means.
  ///
  /// Source: the moment estimator of Morris, Parametric empirical Bayes inference, JASA 78 (1983).
  ///
  /// `scatter` is that of the flows' origin, which serves all weights of years.
  static func empiricalBayes(_ flows: SchoolFlows, _ scatter: RatioScatter) -> SchoolRatios {
    let panel = flows.panel
    var values = flows.above
    var priorWeights = [Double](repeating: 0, count: panel.grades.count)
    for grade in panel.grades.indices {
      let pool = flows.pooled(grade)
      let prior = panel.districts.indices.map {
        (pool.above[$0] + 2000 * pool.region) / (pool.below[$0] + 2000)
      }
      let schools = scatter.schools[grade]
      let kappa =
        schools.count < 20
        ? nil : priorWeight(flows, grade, schools, prior, phi: scatter.variances[grade])
      priorWeights[grade] = kappa ?? 0
      for school in panel.schools.indices {
        let mean = prior[panel.districtOf[school]]
        let (above, below) = (flows.above[school, grade], flows.below[school, grade])
        if let kappa {
          values[school, grade] = clipped((above + kappa * mean) / (below + kappa))
        } else {
          values[school, grade] = clipped(below > 0 ? above / below : mean)
        }
      }
    }
    return SchoolRatios(values: values, priorWeights: priorWeights)
  }

  // MARK: - Moments

  private static func priorWeight(
    _ flows: SchoolFlows, _ grade: Int, _ schools: [Int], _ prior: [Double], phi: Double
  ) -> Double {
    let means = schools.map { school in
      let own = flows.above[school, grade] / flows.below[school, grade]
      let difference = own - prior[flows.panel.districtOf[school]]
      return difference * difference
    }
    let cap = Quantile(of: means).value(at: 0.98)
    var between = 0.0
    var weight = 0.0
    for (school, square) in zip(schools, means) {
      between += flows.below[school, grade] * min(square, cap)
      weight += flows.below[school, grade]
    }
    let meanWeight = flows.pairs.reduce(0) { $0 + $1.weight } / Double(max(flows.pairs.count, 1))
    let tau2 = max((between - phi * Double(schools.count) * meanWeight) / weight, 1e-6)
    return min(max(phi / tau2, 1), 5000)
  }

  private static func clipped(_ ratio: Double) -> Double { min(max(ratio, 0.3), 2.5) }
}
