import TwinModel

/// What is planned in the years of a forecast: dwellings that are occupied, and schools that open,
/// close, merge and grow.
public struct DemandPlan: Hashable, Sendable {
  /// The dwellings.
  public var developments: [HousingDevelopment]
  /// What their types yield.
  public var yields: DwellingYields
  /// What happens to schools, in any order.
  public var changes: [SchoolChange]
  /// Places and seats of schools by stage.
  public var sites: [SchoolSite]
  /// From where pupils move because of changes; nil from their schools.
  public var homes: PupilHomes?

  /// Creates a plan; the default plans nothing.
  public init(
    developments: [HousingDevelopment] = [], yields: DwellingYields = DwellingYields(byType: [:]),
    changes: [SchoolChange] = [], sites: [SchoolSite] = [], homes: PupilHomes? = nil
  ) {
    self.developments = developments
    self.yields = yields
    self.changes = changes
    self.sites = sites
    self.homes = homes
  }
}

extension ForecastResult {
  /// The forecast with a plan: pupils of dwellings first, then changes of schools, which move them, too.
  ///
  /// - Returns: The forecast, and the moves by year, stage and school.
  /// - Throws: ``ForecastError`` for a plan that does not fit the forecast.
  public func with(
    _ plan: DemandPlan
  ) throws(ForecastError) -> (forecast: ForecastResult, moves: [SchoolMove]) {
    let housed =
      plan.developments.isEmpty ? self : try adding(plan.developments, yields: plan.yields)
    return plan.changes.isEmpty && plan.sites.isEmpty
      ? (housed, []) : try housed.applying(plan.changes, sites: plan.sites, homes: plan.homes)
  }
}
