import Foundation

/// `ets`: each cell by exponential smoothing of its own past, without or with a damped trend.
///
/// The level starts at the first year with pupils; a damped trend (factor 0.85) starts with half of the
/// first change. Smoothing constants come from a grid by squared one-step errors, the choice between
/// the two forms by the corrected Akaike criterion. Assumptions change nothing.
///
/// Source: Hyndman, Koehler, Ord, Snyder: Forecasting with Exponential Smoothing, Springer 2008,
/// forms A,N,N and A,Ad,N.
package struct ExponentialSmoothing: ForecastMethod {
  package let name = "ets"

  private static let levelConstants = [0.2, 0.4, 0.6, 0.8, 0.95]
  private static let trendConstants = [0.1, 0.3, 0.5]
  private static let damping = 0.85

  package init() {}

  package func forecasts(
    of panel: EnrolmentPanel, origins: [Int], horizon: Int, assumptions: ForecastAssumptions
  ) -> [OriginForecast] {
    origins.map { origin in
      let school = smoothed(panel.school, panel, origin, horizon)
      let district = smoothed(panel.district, panel, origin, horizon)
      return OriginForecast(origin: origin, school: school, district: district)
    }
  }

  private func smoothed(
    _ pupils: Cube, _ panel: EnrolmentPanel, _ origin: Int, _ horizon: Int
  ) -> Cube {
    var result = Cube(units: pupils.units, years: horizon + 1, grades: pupils.grades)
    // Steps of the damped trend, summed: 0, 0.85, 0.85 + 0.85², …
    var reach = [0.0]
    var power = 1.0
    for _ in 0..<horizon {
      power *= Self.damping
      reach.append((reach.last ?? 0) + power)
    }
    var series = [Double](repeating: 0, count: origin + 1)
    for unit in 0..<pupils.units {
      let isAlive = pupils.total(unit, origin) > 0
      for grade in 0..<pupils.grades {
        var first: Int?
        for year in 0...origin {
          series[year] = pupils[unit, year, grade]
          if first == nil, series[year] > 0 { first = year }
        }
        guard let first, isAlive else { continue }
        Self.fillGaps(&series, panel.isObserved)
        let fit = Self.fit(series, from: first)
        result[unit, 0, grade] = max(0, series[origin])
        for ahead in stride(from: 1, through: horizon, by: 1) {
          result[unit, ahead, grade] = max(0, fit.level + fit.slope * reach[ahead])
        }
      }
    }
    return result
  }

  /// A year nobody counted lies on the line between its neighbours.
  private static func fillGaps(_ series: inout [Double], _ isObserved: [Bool]) {
    for year in series.indices where !isObserved[year] {
      guard year > 0, let next = (year..<series.count).first(where: { isObserved[$0] }) else {
        continue
      }
      let step = (series[next] - series[year - 1]) / Double(next - year + 1)
      series[year] = series[year - 1] + step
    }
  }

  // MARK: - Fitting one series

  private struct Fit {
    var level: Double
    var slope: Double
    var squares = Double.infinity
  }

  private static func fit(_ series: [Double], from first: Int) -> Fit {
    let last = series.count - 1
    var plain = Fit(level: series[last], slope: 0)
    for alpha in levelConstants {
      var level = series[first]
      var squares = 0.0
      for year in stride(from: first + 1, through: last, by: 1) {
        let error = series[year] - level
        squares += error * error
        level += alpha * error
      }
      if max(squares, 1e-3) < plain.squares {
        plain = Fit(level: level, slope: 0, squares: max(squares, 1e-3))
      }
    }
    // Below seven changes the correction for five parameters rules the trend out.
    guard last - first > 6 else { return plain }
    var trend = Fit(level: series[last], slope: 0)
    for alpha in levelConstants {
      for beta in trendConstants {
        var level = series[first]
        var slope = (series[first + 1] - level) * 0.5
        var squares = 0.0
        for year in (first + 1)...last {
          let forecast = level + damping * slope
          let error = series[year] - forecast
          squares += error * error
          level = forecast + alpha * error
          slope = damping * slope + alpha * beta * error
        }
        if max(squares, 1e-3) < trend.squares {
          trend = Fit(level: level, slope: slope, squares: max(squares, 1e-3))
        }
      }
    }
    let changes = Double(last - first)
    return criterion(trend.squares, changes, 5) < criterion(plain.squares, changes, 2)
      ? trend : plain
  }

  private static func criterion(
    _ squares: Double, _ changes: Double, _ parameters: Double
  ) -> Double {
    let freedom = changes - parameters - 1
    let correction = freedom > 0 ? 2 * parameters * (parameters + 1) / max(freedom, 1) : 0
    return changes * log(squares / changes) + 2 * parameters + correction
  }
}
