import TwinModel

/// What a forecast rests on, in a sentence a kind.
struct ForecastNotes {
  private let panel: EnrolmentPanel
  private let origin: Int
  private let horizon: Int
  private let campuses: CampusNames

  init(_ panel: EnrolmentPanel, origin: Int, horizon: Int, campuses: CampusNames) {
    self.panel = panel
    self.origin = origin
    self.horizon = horizon
    self.campuses = campuses
  }

  /// The notes on a forecast of so many schools.
  func findings(_ forecast: OriginForecast, schools: Int) -> [Finding] {
    [names, closed(schools), short, births, sum(forecast)].compactMap(\.self)
  }

  private var names: Finding? {
    guard zip(campuses.ids, panel.schools).contains(where: { $0 != $1.school }) else { return nil }
    return Finding(
      .info, code: "forecast.school.id",
      message: "school ids repeat between districts; such campuses are called "
        + "DISTRICT\(campuses.separator)SCHOOL")
  }

  private func closed(_ schools: Int) -> Finding? {
    let closed = panel.schools.count - schools
    guard closed > 0 else { return nil }
    return Finding(
      .info, code: "forecast.school.closed",
      message: closed == 1
        ? "1 school has no pupils in \(panel.firstYear + origin) and is not forecast"
        : "\(closed) schools have no pupils in \(panel.firstYear + origin) and are not forecast")
  }

  private var short: Finding? {
    guard panel.observedCount(through: origin) < 2 else { return nil }
    return Finding(
      .warning, code: "forecast.history.short",
      message: "there is one year of enrolment: no progression from grade to grade is known",
      suggestion: "give at least five years")
  }

  /// From when on entrants rest on assumed births.
  private var births: Finding? {
    let known = panel.firstYear + origin
    guard let last = panel.regionBirths.lastYear(0, known: known),
      known + horizon - panel.entryLag > last
    else { return nil }
    return Finding(
      .info, code: "forecast.births.assumed",
      message:
        "entrants from \(last + panel.entryLag + 1) on rest on assumed births: those of \(last), "
        + "the last year known, times the birth-rate assumption")
  }

  private func sum(_ forecast: OriginForecast) -> Finding? {
    let sum = (0..<panel.schools.count).reduce(0) { $0 + forecast.school.total($1, horizon) }
    let whole = forecast.region.total(0, horizon)
    guard whole > 0 else { return nil }
    let percent = (1000 * (sum / whole - 1)).rounded() / 10
    let year = panel.firstYear + origin + horizon
    return Finding(
      .info, code: "forecast.reconciliation",
      message: percent == 0
        ? "in \(year) the schools add up to the districts"
        : "in \(year) the schools add up to \(abs(percent)) % \(percent < 0 ? "less" : "more") than "
          + "the districts")
  }
}
