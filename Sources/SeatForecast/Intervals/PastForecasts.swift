/// What a method said at earlier origins of one level, beside what came.
package struct PastForecasts: Sendable {
  let panel: EnrolmentPanel
  let level: ForecastLevel
  /// Forecasts of the level, by origin, ascending.
  let forecasts: [(origin: Int, cube: Cube)]
  let horizon: Int

  package init(_ forecasts: [OriginForecast], level: ForecastLevel, panel: EnrolmentPanel) {
    self.panel = panel
    self.level = level
    self.forecasts = forecasts.map { forecast in
      switch level {
      case .region: (forecast.origin, forecast.region)
      case .district: (forecast.origin, forecast.district)
      case .school: (forecast.origin, forecast.school)
      }
    }
    horizon = (forecasts.map(\.district.years).max() ?? 1) - 1
  }

  /// What came.
  var actual: Cube {
    switch level {
    case .region: panel.region
    case .district: panel.district
    case .school: panel.school
    }
  }

  /// Whether a forecast from `origin` can be compared `ahead` years later.
  func hasTarget(_ origin: Int, ahead: Int) -> Bool {
    origin + ahead < panel.yearCount && panel.isObserved[origin + ahead]
  }

  /// Units that are compared: with pupils at origin and target; schools at least two years old.
  func living(_ origin: Int, ahead: Int) -> [Int] {
    let actual = actual
    let founded = panel.observed(atOrBefore: max(origin - 2, 0))
    return (0..<actual.units).filter { unit in
      guard actual.total(unit, origin) > 0, actual.total(unit, origin + ahead) > 0 else {
        return false
      }
      guard level == .school else { return true }
      return founded.map { actual.total(unit, $0) > 0 } ?? false
    }
  }
}
