import TwinModel

/// The bands of one method at the last observed year, by level, unit and years ahead.
///
/// Schools err mostly each for itself, so the quantiles of their errors serve as they are; districts
/// share a year's shock, so theirs are widened for the few years that there are.
struct ForecastBands: Sendable {
  /// Errors must have been seen from at least this many origins: five observed years.
  static let minimumOrigins = 3

  private struct Key: Hashable {
    var level: ForecastLevel
    var unit: ForecastUnit
    var ahead: Int
  }
  private var bands: [Key: ErrorBands] = [:]
  /// What the bands rest on, where that is little.
  private(set) var findings: [Finding] = []

  init(_ panel: EnrolmentPanel, method: any ForecastMethod, horizon: Int) {
    let origin = panel.yearCount - 1
    let past = method.forecasts(
      of: panel, origins: panel.origins.filter { $0 < origin },
      horizon: min(horizon, max(origin, 1)), assumptions: .unchanged)
    for level in ForecastLevel.allCases {
      let errors = PastForecasts(past, level: level, panel: panel)
      for unit in [ForecastUnit.grade, .phase, .total] {
        for ahead in 1...horizon {
          bands[Key(level: level, unit: unit, ahead: ahead)] = ErrorBands(
            errors, unit: unit, origin: origin, ahead: ahead,
            minimumOrigins: Self.minimumOrigins)
        }
      }
    }
    findings = notes(panel, horizon: horizon)
  }

  /// The 80 % interval around a forecast; nil for what was observed or when too little is known.
  func interval(
    _ value: Double, _ level: ForecastLevel, _ unit: ForecastUnit, _ ahead: Int
  ) -> Fact.Interval? {
    guard let bands = bands[Key(level: level, unit: unit, ahead: ahead)] else { return nil }
    let band = bands.band(value, level == .school ? .quantiles : .yearShocks)
    return Fact.Interval(low: min(band.low, value), high: max(band.high, value))
  }

  private func notes(_ panel: EnrolmentPanel, horizon: Int) -> [Finding] {
    let observed = panel.observedCount(through: panel.yearCount - 1)
    guard let nearest = bands[Key(level: .school, unit: .total, ahead: 1)] else {
      return [
        Finding(
          .warning, code: "forecast.interval.none",
          message:
            "there are no intervals: \(observed) years of enrolment show too few past errors",
          suggestion: "give at least five years in a row")
      ]
    }
    var notes = [
      Finding(
        .info, code: "forecast.interval.origins",
        message: "the 80 % intervals one year ahead rest on the errors of forecasts from "
          + "\(nearest.origins) past years")
    ]
    let farthest = bands[Key(level: .school, unit: .total, ahead: horizon)]?.observedAhead ?? 1
    if farthest < horizon {
      notes.append(
        Finding(
          .info, code: "forecast.interval.extrapolated",
          message:
            "errors are known to \(farthest) years ahead; the intervals beyond grow with the "
            + "square root of the years"))
    }
    return notes
  }
}
