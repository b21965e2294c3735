/// `ebgpr`: grade progression with births to entry, school ratios shrunk to the district's by
/// empirical Bayes, and every smoothing constant chosen on one-step errors at earlier origins.
///
/// The default method. Constants are tuned apart for districts, school ratios and entry shares, among
/// 0.2, 0.4, 0.6, 0.8 and 0.95; before the first error is known, 0.6.
package struct PooledProgression: ForecastMethod {
  package let name = "ebgpr"

  package init() {}

  private static let candidates = [0.2, 0.4, 0.6, 0.8, 0.95]

  package func forecasts(
    of panel: EnrolmentPanel, origins: [Int], horizon: Int, assumptions: ForecastAssumptions
  ) -> [OriginForecast] {
    guard let last = origins.last else { return [] }
    var tuning = Tuning()
    var result: [OriginForecast] = []
    let wanted = Set(origins)
    for origin in 1..<max(last + 1, 2) where origin <= last {
      let isTuning =
        panel.isObserved[origin]
        && !RecencyWeights.last(3).pairs(panel, origin: origin).isEmpty
      guard isTuning || wanted.contains(origin) else { continue }
      let chosen = tuning.choice(before: origin, panel)
      if wanted.contains(origin) {
        result.append(
          forecast(panel, origin: origin, horizon: horizon, chosen, assumptions))
      }
      if isTuning, origin < last, panel.isObserved[origin + 1] {
        tuning.steps.append(Step(origin: origin, errors: errors(panel, origin, chosen.district)))
      }
    }
    if wanted.contains(0) {
      result.insert(
        forecast(panel, origin: 0, horizon: horizon, Choice(), assumptions), at: 0)
    }
    return result
  }

  private func forecast(
    _ panel: EnrolmentPanel, origin: Int, horizon: Int, _ chosen: Choice,
    _ assumptions: ForecastAssumptions
  ) -> OriginForecast {
    let district = RegionalShares(panel: panel, origin: origin, alpha: chosen.district)
      .projection(horizon: horizon, assumptions)
    let grades = SchoolGrades(panel, origin: origin)
    let schools = schools(
      panel, origin, grades, ratioAlpha: chosen.ratio, shareAlpha: chosen.share
    ).projection(horizon: horizon, district: district, assumptions)
    return OriginForecast(origin: origin, school: schools, district: district)
  }

  private func schools(
    _ panel: EnrolmentPanel, _ origin: Int, _ grades: SchoolGrades, ratioAlpha: Double,
    shareAlpha: Double
  ) -> SchoolProjection {
    let flows = SchoolFlows(
      panel, grades: grades, origin: origin, weights: .exponential(alpha: ratioAlpha))
    return SchoolProjection(
      panel, origin: origin, grades: grades, ratios: .empiricalBayes(flows),
      shareWeights: .exponential(alpha: shareAlpha))
  }

  // MARK: - Tuning

  private struct Choice {
    var district = 0.6
    var ratio = 0.6
    var share = 0.6
  }

  /// One-step errors from one origin, by candidate.
  private struct Errors {
    var district: [Double] = []
    var ratio: [Double] = []
    var share: [Double] = []
  }

  private struct Step {
    var origin: Int
    var errors: Errors
  }

  private struct Tuning {
    var steps: [Step] = []

    /// The candidates with the smallest errors at origins whose next year was known at `origin`.
    func choice(before origin: Int, _ panel: EnrolmentPanel) -> Choice {
      let known = steps.filter { $0.origin + 1 <= origin }.map(\.errors)
      guard !known.isEmpty else { return Choice() }
      func best(_ part: (Errors) -> [Double]) -> Double {
        let sums = candidates.indices.map { index in
          known.reduce(0) { $0 + part($1)[index] }
        }
        let least = sums.indices.min { sums[$0] < sums[$1] } ?? 0
        return candidates[least]
      }
      return Choice(
        district: best(\.district), ratio: best(\.ratio), share: best(\.share))
    }
  }

  private func errors(_ panel: EnrolmentPanel, _ origin: Int, _ districtAlpha: Double) -> Errors {
    var errors = Errors()
    let district = RegionalShares(panel: panel, origin: origin, alpha: districtAlpha)
      .projection(horizon: 1, .unchanged)
    let grades = SchoolGrades(panel, origin: origin)
    let alive = panel.schools.indices.filter {
      panel.school.total($0, origin) > 0 && panel.school.total($0, origin + 1) > 0
    }
    func error(_ forecast: Cube, _ actual: Cube, _ units: some Sequence<Int>) -> Double {
      var sum = 0.0
      for unit in units {
        for grade in panel.grades.indices {
          sum += abs(forecast[unit, 1, grade] - actual[unit, origin + 1, grade])
        }
      }
      return sum
    }
    for alpha in Self.candidates {
      let own = DistrictProgression(
        panel.district, births: panel.districtBirths, panel: panel, origin: origin,
        weights: .exponential(alpha: alpha)
      ).projection(horizon: 1, .unchanged)
      errors.district.append(error(own, panel.district, panel.districts.indices))
      let ratio = schools(panel, origin, grades, ratioAlpha: alpha, shareAlpha: 0.7)
        .projection(horizon: 1, district: district, .unchanged)
      errors.ratio.append(error(ratio, panel.school, alive))
      let share = schools(panel, origin, grades, ratioAlpha: 0.4, shareAlpha: alpha)
        .projection(horizon: 1, district: district, .unchanged)
      errors.share.append(error(share, panel.school, alive))
    }
    return errors
  }
}
