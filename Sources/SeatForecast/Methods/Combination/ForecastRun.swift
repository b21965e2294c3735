/// Forecasts of several methods over the same origins, each made once, however many methods combine
/// them.
package struct ForecastRun {
  let panel: EnrolmentPanel
  /// Ascending; those before the last are what methods learn from.
  let origins: [Int]
  let horizon: Int
  private var made: [String: [OriginForecast]] = [:]

  package init(_ panel: EnrolmentPanel, origins: [Int], horizon: Int) {
    self.panel = panel
    self.origins = origins
    self.horizon = horizon
  }

  /// Makes the forecasts that `methods` and what they mix need, side by side.
  package mutating func prepare(_ methods: [any ForecastMethod]) {
    var wanted: [any ForecastMethod] = []
    var open = methods
    while let next = open.popLast() {
      if let combined = next as? any CombinedMethod {
        open += combined.ingredients
      } else if made[next.name] == nil, !wanted.contains(where: { $0.name == next.name }) {
        wanted.append(next)
      }
    }
    let (panel, origins, horizon) = (panel, origins, horizon)
    let plain = wanted
    let found = Parallel.map(plain.count) { index in
      plain[index].forecasts(
        of: panel, origins: origins, horizon: horizon, assumptions: .unchanged)
    }
    for (method, forecasts) in zip(plain, found) { made[method.name] = forecasts }
  }

  /// The forecasts of a method without assumptions, one an origin.
  package mutating func forecasts(_ method: any ForecastMethod) -> [OriginForecast] {
    if let known = made[method.name] { return known }
    let new =
      if let combined = method as? any CombinedMethod {
        combined.combined(&self)
      } else {
        method.forecasts(of: panel, origins: origins, horizon: horizon, assumptions: .unchanged)
      }
    made[method.name] = new
    return new
  }
}

/// A method that mixes others and learns how from what they said at earlier origins.
package protocol CombinedMethod: ForecastMethod {
  /// The method whose answer to assumptions is taken: a mix holds methods that know of none.
  var core: any ForecastMethod { get }

  /// The methods that it mixes.
  var ingredients: [any ForecastMethod] { get }

  /// The mix at each origin of a run, without assumptions.
  func combined(_ run: inout ForecastRun) -> [OriginForecast]
}

extension CombinedMethod {
  package func forecasts(
    of panel: EnrolmentPanel, origins: [Int], horizon: Int, assumptions: ForecastAssumptions
  ) -> [OriginForecast] {
    guard let last = origins.last else { return [] }
    let all = Set(panel.origins.filter { $0 <= last } + origins).sorted()
    var run = ForecastRun(panel, origins: all, horizon: horizon)
    run.prepare([self])
    let wanted = Set(origins)
    let mixed = combined(&run).filter { wanted.contains($0.origin) }
    guard assumptions != .unchanged else { return mixed }
    let base = run.forecasts(core).filter { wanted.contains($0.origin) }
    let changed = core.forecasts(
      of: panel, origins: origins, horizon: horizon, assumptions: assumptions)
    return zip(mixed, zip(base, changed)).map { $0.changed(from: $1.0, to: $1.1) }
  }

  package func tuned(
    on panel: EnrolmentPanel, origin: Int, horizon: Int
  ) -> any ForecastMethod {
    let core = core.tuned(on: panel, origin: origin, horizon: horizon)
    func first(_ method: any ForecastMethod) -> OriginForecast? {
      method.forecasts(
        of: panel, origins: [origin], horizon: horizon, assumptions: .unchanged
      ).first
    }
    guard let mixed = first(self), let base = first(core) else { return self }
    return KnownForecast(name: name, mixed: mixed, base: base, core: core)
  }
}

/// A forecast that was made, with the method that answers to assumptions.
private struct KnownForecast: ForecastMethod {
  let name: String
  let mixed: OriginForecast
  let base: OriginForecast
  let core: any ForecastMethod

  func forecasts(
    of panel: EnrolmentPanel, origins: [Int], horizon: Int, assumptions: ForecastAssumptions
  ) -> [OriginForecast] {
    guard assumptions != .unchanged else { return origins.map { _ in mixed } }
    return core.forecasts(
      of: panel, origins: origins, horizon: horizon, assumptions: assumptions
    ).map { mixed.changed(from: base, to: $0) }
  }
}

extension OriginForecast {
  /// The forecast times what assumptions do to another, cell by cell.
  func changed(from base: OriginForecast, to changed: OriginForecast) -> OriginForecast {
    OriginForecast(
      origin: origin, school: school.scaled(from: base.school, to: changed.school),
      district: district.scaled(from: base.district, to: changed.district))
  }
}

extension Cube {
  fileprivate func scaled(from base: Cube, to changed: Cube) -> Cube {
    var result = self
    for unit in 0..<units {
      for year in 0..<years {
        for grade in 0..<grades where base[unit, year, grade] > 0 {
          result[unit, year, grade] *= changed[unit, year, grade] / base[unit, year, grade]
        }
      }
    }
    return result
  }
}
