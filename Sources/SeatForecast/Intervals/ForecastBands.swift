import Foundation
import TwinModel

/// The bands of one method at the last observed year, by level, unit and years ahead.
///
/// Schools err mostly each for itself, so the quantiles of their errors serve as they are; districts
/// share a year's shock, so theirs are widened for the few years that there are. Beyond the years ahead
/// that errors are known for, schools' errors grow with the square root of the years, those of
/// districts with the years, as published errors of district and state forecasts do (NCES, Projections
/// of Education Statistics to 2022, table A-7: 0.3, 0.6, 1.3 and 2.5 % at 1, 2, 5 and 10 years). No band is narrower
/// than one of fewer years ahead, for the few past years would say so by chance only.
struct ForecastBands: Sendable {
  /// Errors one year ahead must have been seen from at least this many origins, which takes five
  /// observed years; else there are no intervals at all.
  private static let minimumOrigins = 3

  private struct Key: Hashable {
    var level: ForecastLevel
    var unit: ForecastUnit
    var ahead: Int
  }
  /// Bounds of `log(actual / forecast)` by size class.
  private var logs: [Key: [(low: Double, high: Double)]] = [:]
  /// What the bands rest on, where that is little.
  private(set) var findings: [Finding] = []

  init(_ panel: EnrolmentPanel, method: any ForecastMethod, horizon: Int) {
    let origin = panel.yearCount - 1
    let past = method.forecasts(
      of: panel, origins: panel.origins.filter { $0 < origin },
      horizon: min(horizon, max(origin, 1)), assumptions: .unchanged)
    var origins = 0
    var farthest = 0
    for level in ForecastLevel.allCases {
      let errors = PastForecasts(past, level: level, panel: panel)
      let rule: ErrorBands.Rule = level == .school ? .quantiles : .yearShocks
      for unit in [ForecastUnit.grade, .phase, .total] {
        var widest: [(low: Double, high: Double)]?
        for ahead in 1...horizon {
          guard
            let bands = ErrorBands(
              errors, unit: unit, origin: origin, ahead: ahead,
              growth: level == .school ? 0.5 : 1),
            ahead > 1 || bands.origins >= Self.minimumOrigins
          else { break }
          let here = bands.logs(rule)
          let before = widest ?? here
          let wider = zip(here, before).map { (min($0.low, $1.low, 0), max($0.high, $1.high, 0)) }
          widest = wider
          logs[Key(level: level, unit: unit, ahead: ahead)] = wider
          if level == .school, unit == .total {
            if ahead == 1 { origins = bands.origins }
            farthest = bands.observedAhead
          }
        }
      }
    }
    findings = notes(panel, origins: origins, farthest: farthest, horizon: horizon)
  }

  /// The 80 % interval around a forecast; nil for what was observed or when too little is known.
  func interval(
    _ value: Double, _ level: ForecastLevel, _ unit: ForecastUnit, _ ahead: Int
  ) -> Fact.Interval? {
    guard let logs = logs[Key(level: level, unit: unit, ahead: ahead)] else { return nil }
    let (low, high) = logs[ErrorBands.place(value, unit.sizeClasses(level))]
    return Fact.Interval(low: value * exp(low), high: value * exp(high))
  }

  private func notes(
    _ panel: EnrolmentPanel, origins: Int, farthest: Int, horizon: Int
  ) -> [Finding] {
    let observed = panel.observedCount(through: panel.yearCount - 1)
    guard origins > 0 else {
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
          + "\(origins) past years")
    ]
    if farthest < horizon {
      notes.append(
        Finding(
          .info, code: "forecast.interval.extrapolated",
          message:
            "errors are known to \(farthest) years ahead; the intervals beyond are extrapolated"))
    }
    return notes
  }
}
