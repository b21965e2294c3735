/// `gpr3`, `gprew`: grade progression ratios with births to entry, each school by its own ratios.
///
/// Source: the cohort survival method of U.S. planners; NCES, Projections of Education Statistics,
/// appendix A (exponential smoothing with 0.4).
package struct GradeProgression: ForecastMethod {
  package let name: String
  private let weights: RecencyWeights

  private init(name: String, weights: RecencyWeights) {
    self.name = name
    self.weights = weights
  }

  /// Ratios over the last three pairs of years.
  package static let lastThreeYears = GradeProgression(name: "gpr3", weights: .last(3))
  /// Ratios with exponentially falling weights.
  package static let exponential = GradeProgression(
    name: "gprew", weights: .exponential(alpha: 0.4))

  package func forecasts(
    of panel: EnrolmentPanel, origins: [Int], horizon: Int, assumptions: ForecastAssumptions
  ) -> [OriginForecast] {
    origins.map { origin in
      let district = DistrictProgression(
        panel.district, births: panel.districtBirths, panel: panel, origin: origin,
        weights: weights
      ).projection(horizon: horizon, assumptions)
      let grades = SchoolGrades(panel, origin: origin)
      let flows = SchoolFlows(panel, grades: grades, origin: origin, weights: weights)
      let schools = SchoolProjection(
        panel, origin: origin, grades: grades, ratios: .own(flows), shareWeights: weights
      ).projection(horizon: horizon, district: district, assumptions)
      return OriginForecast(origin: origin, school: schools, district: district)
    }
  }
}
