import Foundation
import TwinModel

/// The bands of one method at the last observed year, by level, unit and years ahead.
///
/// Beyond the years ahead that errors are known of, they grow as they did before. No band is narrower
/// than one of fewer years ahead, for the few past years would say so by chance only.
struct ForecastBands: Sendable {
  /// Errors one year ahead must have been seen from at least this many origins, which takes five
  /// observed years; else there are no intervals at all.
  private static let minimumOrigins = 3

  private struct Key: Hashable {
    var level: ForecastLevel
    var unit: ForecastUnit
  }
  /// Bands by years ahead, from 1.
  private var bands: [Key: [VolatilityBands]] = [:]
  /// Whom errors of school grades are shared with; nil without intervals.
  private(set) var shares: ShockShares?
  /// What the bands rest on, where that is little.
  private(set) var findings: [Finding] = []

  init(_ panel: EnrolmentPanel, method: any ForecastMethod, horizon: Int) {
    let origin = panel.yearCount - 1
    let past = method.forecasts(
      of: panel, origins: panel.origins.filter { $0 < origin },
      horizon: min(horizon, max(origin, 1)), assumptions: .unchanged)
    for level in ForecastLevel.allCases {
      let forecasts = PastForecasts(past, level: level, panel: panel)
      for unit in [ForecastUnit.grade, .phase, .total] {
        let errors = PastErrors(forecasts, unit: unit)
        var list: [VolatilityBands] = []
        for ahead in 1...horizon {
          guard let band = VolatilityBands(errors, origin: origin, ahead: ahead),
            ahead > 1 || band.origins >= Self.minimumOrigins
          else { break }
          list.append(band)
        }
        bands[Key(level: level, unit: unit)] = list
        if level == .school, unit == .grade, !list.isEmpty {
          shares = ShockShares(
            errors, districtOf: panel.districtOf, districts: panel.districts.count,
            origin: origin)
        }
      }
    }
    findings = notes(panel, horizon: horizon)
  }

  /// The interval around a forecast of one school, district or the region; nil for what was observed or
  /// when too little is known.
  ///
  /// `part` is the grade or stage among those of the unit.
  func interval(
    _ value: Double, _ level: ForecastLevel, _ place: Int, _ unit: ForecastUnit, part: Int,
    _ ahead: Int, _ confidence: Confidence
  ) -> Fact.Interval? {
    guard ahead > 0, let list = bands[Key(level: level, unit: unit)], list.count >= ahead else {
      return nil
    }
    var widest = 0.0
    for band in list.prefix(ahead) {
      widest = max(widest, band.halfWidth(value, place: place, part: part, confidence))
    }
    return Fact.Interval(low: value * exp(-widest), high: value * exp(widest))
  }

  private func notes(_ panel: EnrolmentPanel, horizon: Int) -> [Finding] {
    let observed = panel.observedCount(through: panel.yearCount - 1)
    let totals = bands[Key(level: .school, unit: .total)] ?? []
    guard let first = totals.first, let last = totals.last else {
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
        message: "the intervals one year ahead rest on the errors of forecasts from "
          + "\(first.origins) past years")
    ]
    if last.reach < horizon {
      notes.append(
        Finding(
          .info, code: "forecast.interval.extrapolated",
          message:
            "errors are known to \(last.reach) years ahead; the intervals beyond are extrapolated"))
    }
    return notes
  }
}
