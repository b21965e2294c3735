import TwinModel

/// What is planned, as sample paths live it: dwellings and their pupils first, then changes of schools,
/// which move them, too.
struct PlannedPaths {
  /// Schools that open, which are the last rows of a path.
  let opened: [(id: String, district: String)]
  /// What the plan rests on and means, by the forecast.
  let findings: [Finding]
  private let housing: HousingPaths
  private let changes: ChangePaths

  /// Prepares a plan.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - forecast: The forecast without it, whose schools are the first rows of a path.
  /// - Throws: ``ForecastError`` for a plan that does not fit the forecast.
  init(_ plan: DemandPlan, _ forecast: ForecastResult) throws(ForecastError) {
    let plan = try forecast.campuses.named(plan)
    let housed = try forecast.adding(plan.developments, yields: plan.yields)
    // Says what cannot be solved before the first path is drawn.
    let whole = try housed.applying(
      plan.changes, sites: plan.sites, homes: plan.homes
    ).forecast
    findings = Array(whole.findings.dropFirst(forecast.findings.count))
    let changed = try ChangePlan(housed, plan.changes, plan.sites, plan.homes)
    opened = changed.opened
    housing = HousingPaths(plan, forecast)
    changes = ChangePaths(changed, housed, plan.changes)
  }

  /// Whether a school may come to teach a stage because of changes.
  func reaches(_ row: Int, _ stage: Stage) -> Bool { changes.reaches(row, stage) }

  /// Makes the plan part of a path; `seed` is the path's own.
  func apply(to path: inout Cube, seed: UInt64) throws(ForecastError) {
    housing.add(to: &path, seed: seed)
    try changes.apply(to: &path)
  }
}
