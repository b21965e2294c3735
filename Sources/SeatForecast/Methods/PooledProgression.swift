/// `ebgpr`: grade progression with births to entry, school ratios shrunk to the district's by
/// empirical Bayes, and every smoothing constant chosen on one-step errors at earlier origins.
///
/// The default method. Constants are tuned apart for districts, school ratios and entry shares, among
/// 0.2, 0.4, 0.6, 0.8 and 0.95; before the first error is known, 0.6.
package struct PooledProgression: ForecastMethod {
  package let name = "ebgpr"

  /// The constants once they are tuned; nil while they are tuned at every origin.
  private let tuned: Choice?

  package init() { tuned = nil }

  private init(_ tuned: Choice) { self.tuned = tuned }

  private static let candidates = [0.2, 0.4, 0.6, 0.8, 0.95]

  package func forecasts(
    of panel: EnrolmentPanel, origins: [Int], horizon: Int, assumptions: ForecastAssumptions
  ) -> [OriginForecast] {
    var tuning = Tuning()
    var next = 1
    return origins.map { origin in
      if tuned == nil {
        for earlier in stride(from: next, to: origin, by: 1) { tune(&tuning, panel, earlier) }
        next = max(next, origin)
      }
      let chosen = tuned ?? tuning.choice(before: origin, panel)
      return forecast(panel, origin: origin, horizon: horizon, chosen, assumptions)
    }
  }

  package func tuned(
    on panel: EnrolmentPanel, origin: Int, horizon: Int
  ) -> any ForecastMethod {
    var tuning = Tuning()
    for earlier in stride(from: 1, to: origin, by: 1) { tune(&tuning, panel, earlier) }
    return PooledProgression(tuning.choice(before: origin, panel))
  }

  private func forecast(
    _ panel: EnrolmentPanel, origin: Int, horizon: Int, _ chosen: Choice,
    _ assumptions: ForecastAssumptions
  ) -> OriginForecast {
    let district = RegionalShares(panel: panel, origin: origin, alpha: chosen.district)
      .projection(horizon: horizon, assumptions)
    let grades = SchoolGrades(panel, origin: origin)
    let schools = schools(
      panel, origin, grades, RatioScatter(panel, grades: grades, origin: origin),
      ratioAlpha: chosen.ratio, shareAlpha: chosen.share
    ).projection(horizon: horizon, district: district, assumptions)
    return OriginForecast(origin: origin, school: schools, district: district)
  }

  private func schools(
    _ panel: EnrolmentPanel, _ origin: Int, _ grades: SchoolGrades, _ scatter: RatioScatter,
    ratioAlpha: Double, shareAlpha: Double
  ) -> SchoolProjection {
    let flows = SchoolFlows(
      panel, grades: grades, origin: origin, weights: .exponential(alpha: ratioAlpha))
    return SchoolProjection(
      panel, origin: origin, grades: grades, ratios: .empiricalBayes(flows, scatter),
      shareWeights: .exponential(alpha: shareAlpha))
  }

  // MARK: - Tuning

  private struct Choice: Hashable {
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

  /// Adds the one-step errors from `origin`, whose next year is known.
  private func tune(_ tuning: inout Tuning, _ panel: EnrolmentPanel, _ origin: Int) {
    guard panel.isObserved[origin], panel.isObserved[origin + 1],
      !RecencyWeights.last(3).pairs(panel, origin: origin).isEmpty
    else { return }
    let chosen = tuning.choice(before: origin, panel)
    tuning.steps.append(Step(origin: origin, errors: errors(panel, origin, chosen.district)))
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
    let scatter = RatioScatter(panel, grades: grades, origin: origin)
    let fixed = SchoolRatios.empiricalBayes(
      SchoolFlows(panel, grades: grades, origin: origin, weights: .exponential(alpha: 0.4)),
      scatter)
    for alpha in Self.candidates {
      let own = DistrictProgression(
        panel.district, births: panel.districtBirths, panel: panel, origin: origin,
        weights: .exponential(alpha: alpha)
      ).projection(horizon: 1, .unchanged)
      errors.district.append(error(own, panel.district, panel.districts.indices))
      let ratio = schools(
        panel, origin, grades, scatter, ratioAlpha: alpha, shareAlpha: 0.7
      ).projection(horizon: 1, district: district, .unchanged)
      errors.ratio.append(error(ratio, panel.school, alive))
      let share = SchoolProjection(
        panel, origin: origin, grades: grades, ratios: fixed,
        shareWeights: .exponential(alpha: alpha)
      ).projection(horizon: 1, district: district, .unchanged)
      errors.share.append(error(share, panel.school, alive))
    }
    return errors
  }
}
