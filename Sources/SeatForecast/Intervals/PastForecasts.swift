/// What a method said at earlier origins of one level, beside what came.
package final class PastForecasts {
  let panel: EnrolmentPanel
  let level: ForecastLevel
  /// Forecasts of the level, by origin, ascending.
  let forecasts: [(origin: Int, cube: Cube)]
  let horizon: Int

  private let units: ComparedUnits
  private var cells: [[ComparedCells?]]

  package init(
    _ forecasts: [OriginForecast], level: ForecastLevel, panel: EnrolmentPanel,
    units: ComparedUnits? = nil
  ) {
    self.units = units ?? ComparedUnits(panel, level: level, horizon: Self.horizon(forecasts))
    self.panel = panel
    self.level = level
    self.forecasts = forecasts.map { forecast in
      switch level {
      case .region: (forecast.origin, forecast.region)
      case .district: (forecast.origin, forecast.district)
      case .school: (forecast.origin, forecast.school)
      }
    }
    horizon = Self.horizon(forecasts)
    cells = forecasts.map { [ComparedCells?](repeating: nil, count: $0.district.years) }
  }

  private static func horizon(_ forecasts: [OriginForecast]) -> Int {
    (forecasts.map(\.district.years).max() ?? 1) - 1
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

  /// The forecast of the origin at `index` beside what came, worked out when it is first asked for; its
  /// target must be known.
  func compared(_ index: Int, ahead: Int) -> ComparedCells {
    if let known = cells[index][ahead] { return known }
    let (origin, cube) = forecasts[index]
    let found = ComparedCells(
      cube, ahead: ahead, actual, target: origin + ahead, units: units.lists[origin][ahead],
      stages: panel.stages)
    cells[index][ahead] = found
    return found
  }
}

/// Units that can be compared at one level, the same for all methods: with pupils at origin and target;
/// schools at least two years old.
package struct ComparedUnits: Sendable {
  /// By origin and years ahead.
  fileprivate let lists: [[[Int]]]

  package init(_ panel: EnrolmentPanel, level: ForecastLevel, horizon: Int) {
    let actual =
      switch level {
      case .region: panel.region
      case .district: panel.district
      case .school: panel.school
      }
    let isAlive = (0..<panel.yearCount).map { year in
      (0..<actual.units).map { actual.total($0, year) > 0 }
    }
    lists = (0..<panel.yearCount).map { origin in
      let founded = panel.observed(atOrBefore: max(origin - 2, 0))
      return (0...horizon).map { ahead in
        guard origin + ahead < panel.yearCount else { return [] }
        return (0..<actual.units).filter { unit in
          guard isAlive[origin][unit], isAlive[origin + ahead][unit] else { return false }
          guard level == .school else { return true }
          return founded.map { isAlive[$0][unit] } ?? false
        }
      }
    }
  }
}
