/// Rolling-origin backtest: what the methods would have said in past years, against what came.
///
/// At every origin with at least five observed years the methods forecast as if nothing after it were
/// known. Schools are compared that have pupils at origin and target and were there two years before
/// the origin. Intervals at an origin rest on errors that were known at that origin.
public struct Backtest: Sendable {
  /// Years ahead that are compared, ascending.
  public var horizons: [Int]
  /// Names of the methods, of ``ForecastMethods/names``.
  public var methods: [String]
  /// The last year that is compared; nil for the last that there is.
  public var lastTarget: Int?

  /// Observed years, up to and with an origin, below which it is not reported.
  private static let minimumYears = 5

  /// Creates a backtest.
  public init(
    horizons: [Int] = [1, 3, 5], methods: [String] = ForecastMethods.compared,
    lastTarget: Int? = nil
  ) {
    self.horizons = horizons
    self.methods = methods
    self.lastTarget = lastTarget
  }

  /// Runs the backtest.
  ///
  /// - Returns: Rows by level, method, horizon and unit, in the layout of ``BacktestRow/csvHeader``.
  /// - Throws: ``ForecastError`` for unknown methods, horizons outside 1 to 30, and a history too short
  ///   to compare anything.
  public func rows(
    enrolment: EnrolmentHistory, births: BirthHistory,
    stages: [StageDefinition] = StageDefinition.chinese, entryLag: Int = 6
  ) throws(ForecastError) -> [BacktestRow] {
    try rows(panel: panel(enrolment, births: births, stages: stages, entryLag: entryLag))
  }

  /// The inputs laid out, up to the last year that is compared.
  package func panel(
    _ enrolment: EnrolmentHistory, births: BirthHistory, stages: [StageDefinition], entryLag: Int
  ) throws(ForecastError) -> EnrolmentPanel {
    var enrolment = enrolment
    if let lastTarget {
      enrolment = try EnrolmentHistory(
        grades: enrolment.grades, rows: enrolment.rows.filter { $0.year <= lastTarget })
    }
    return try EnrolmentPanel(enrolment, births: births, stages: stages, entryLag: entryLag)
  }

  /// The same, over a panel.
  package func rows(panel: EnrolmentPanel) throws(ForecastError) -> [BacktestRow] {
    guard let farthest = horizons.max(), horizons.allSatisfy({ (1...30).contains($0) }) else {
      throw ForecastError(reason: "the horizons are \(horizons), but must be 1 to 30 years")
    }
    let chosen = try methods.map { name throws(ForecastError) in
      try ForecastMethods.method(name)
    }
    let made = Self.made(chosen, panel, horizon: farthest)
    let levels = ForecastLevel.allCases
    let living = levels.map { ComparedUnits(panel, level: $0, horizon: farthest) }
    let rows = Parallel.map(levels.count * made.count) { piece in
      let (level, method) = (piece / made.count, made[piece % made.count])
      let past = PastForecasts(
        method.forecasts, level: levels[level], panel: panel, units: living[level])
      return compared(past, method: method.method.name)
    }.flatMap(\.self)
    guard !rows.isEmpty else {
      throw ForecastError(
        reason:
          "there are \(panel.observedCount(through: panel.yearCount - 1)) years of enrolment; "
          + "a backtest needs \(Self.minimumYears) and the shortest horizon on top")
    }
    return rows
  }

  /// What the methods say; what they only mix is given up, and its memory is free for what comes.
  private static func made(
    _ methods: [any ForecastMethod], _ panel: EnrolmentPanel, horizon: Int
  ) -> [(method: any ForecastMethod, forecasts: [OriginForecast])] {
    let origins = panel.origins.filter { $0 < panel.yearCount - 1 }
    var run = ForecastRun(panel, origins: origins, horizon: horizon)
    run.prepare(methods)
    var made: [(method: any ForecastMethod, forecasts: [OriginForecast])] = []
    for method in methods { made.append((method, run.forecasts(method))) }
    return made
  }

  private func compared(_ past: PastForecasts, method: String) -> [BacktestRow] {
    let units = units(past.panel).map { ($0, PastErrors(past, unit: $0)) }
    return horizons.sorted().flatMap { horizon in
      units.flatMap { unit, errors in
        compared(past, errors, unit: unit, method: method, horizon: horizon)
      }
    }
  }

  private func units(_ panel: EnrolmentPanel) -> [ForecastUnit] {
    [.grade, .phase, .total, .entry] + panel.stages.ranges.indices.map { .stage($0) }
  }

  /// The row of a method at one level, unit and number of years ahead; where errors of few years make
  /// bands too narrow, also that of the widened ones.
  private func compared(
    _ past: PastForecasts, _ errors: PastErrors, unit: ForecastUnit, method: String, horizon: Int
  ) -> [BacktestRow] {
    let panel = past.panel
    let isOurs = method == TwinForecast().name
    let isWidened = [PooledProgression().name, StackedForecast().name].contains(method)
    let least = unit.leastPupils(past.level)
    var plain = BacktestTally()
    var widened = BacktestTally()
    for (index, (origin, _)) in past.forecasts.enumerated()
    where past.hasTarget(origin, ahead: horizon)
      && panel.observedCount(through: origin) >= Self.minimumYears
    {
      let ours =
        isOurs
        ? VolatilityBands(errors, origin: origin, ahead: horizon, confidences: [.eighty]) : nil
      let bands = isOurs ? nil : ErrorBands(errors, origin: origin, ahead: horizon)
      plain.begin()
      if isWidened { widened.begin() }
      for cell in past.compared(index, ahead: horizon)[unit] {
        let band =
          ours?.band(cell.forecast, place: Int(cell.place), part: Int(cell.part), .eighty)
          ?? bands?.band(cell.forecast, .quantiles)
        plain.add(cell, band, least: least)
        if isWidened { widened.add(cell, bands?.band(cell.forecast, .yearShocks), least: least) }
      }
      plain.end()
      if isWidened { widened.end() }
    }
    let level = past.level.rawValue
    let name = unit.name(panel)
    return [
      plain.row(level: level, unit: name, horizon: horizon, method: method),
      isWidened
        ? widened.row(level: level, unit: name, horizon: horizon, method: method + "/t") : nil,
    ].compactMap(\.self)
  }
}

extension ForecastUnit {
  /// Cells with fewer pupils are left out of means of percentages and of coverage.
  fileprivate func leastPupils(_ level: ForecastLevel) -> Double {
    switch (level, self) {
    case (.region, _), (_, .total): 1
    case (.district, _): 30
    case (.school, .grade), (.school, .entry): 20
    case (.school, _): 50
    }
  }
}
