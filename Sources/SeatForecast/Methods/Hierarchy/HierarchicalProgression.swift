/// `hier`: cohort survival in three levels, where region, districts and schools share the effects of
/// common years, and every pace of forgetting is chosen by errors at earlier origins.
///
/// Errors of all years ahead that are known count, at districts those of grades and of totals.
package struct HierarchicalProgression: ForecastMethod {
  package let name = "hier"

  /// What is tuned.
  struct Choice: Hashable, Sendable {
    var pace = DistrictHierarchy.Pace()
    /// How fast a school's deviation is forgotten.
    var own = 0.4
    /// Pupils that a school's deviation is shrunk with.
    var prior = 150.0
    /// How fast a school's share of the district's entrants is forgotten.
    var share = 0.4
  }

  /// What is tuned once; nil while it is tuned at every origin.
  private let tuned: Choice?

  package init() { tuned = nil }

  private init(_ tuned: Choice) { self.tuned = tuned }

  package func forecasts(
    of panel: EnrolmentPanel, origins: [Int], horizon: Int, assumptions: ForecastAssumptions
  ) -> [OriginForecast] {
    let tuning = tuned == nil ? HierarchyTuning(panel, before: origins.last ?? 0) : nil
    return origins.map { origin in
      Self.forecast(
        panel, origin: origin, horizon: horizon,
        tuned ?? tuning?.choice(at: origin) ?? Choice(), assumptions)
    }
  }

  package func tuned(
    on panel: EnrolmentPanel, origin: Int, horizon: Int
  ) -> any ForecastMethod {
    HierarchicalProgression(Self.choice(panel, at: origin))
  }

  /// What errors at earlier origins choose.
  static func choice(_ panel: EnrolmentPanel, at origin: Int) -> Choice {
    HierarchyTuning(panel, before: origin).choice(at: origin)
  }

  private static func forecast(
    _ panel: EnrolmentPanel, origin: Int, horizon: Int, _ choice: Choice,
    _ assumptions: ForecastAssumptions
  ) -> OriginForecast {
    let district = DistrictHierarchy(panel, origin: origin, pace: choice.pace)
      .projection(horizon: horizon, assumptions)
    let grades = SchoolGrades(panel, origin: origin)
    let ratios = SchoolHierarchy(
      panel, grades, SchoolHierarchy.Flows(panel, grades, origin: origin), origin: origin,
      common: choice.pace.common, own: choice.own, prior: choice.prior)
    let shares = EntryShares(panel, origin: origin, grades: grades, pace: choice.share)
    let school = SchoolCohorts(panel, origin: origin, grades: grades).projection(
      horizon: horizon, ratios: ratios.ratios, shares: shares, district: district, assumptions)
    return OriginForecast(origin: origin, school: school, district: district)
  }
}
