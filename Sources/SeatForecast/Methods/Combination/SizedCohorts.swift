/// `sized`: grades as cohorts move them, in a school or district that stays as large as it is.
///
/// The mean of `hier` and `ebgpr`, scaled to the pupils of the origin: a full school takes no more,
/// whatever its cohorts say.
package struct SizedCohorts: CombinedMethod {
  package let name = "sized"

  package init() {}

  package var core: any ForecastMethod { HierarchicalProgression() }

  package var ingredients: [any ForecastMethod] {
    [HierarchicalProgression(), PooledProgression()]
  }

  package func combined(_ run: inout ForecastRun) -> [OriginForecast] {
    let first = run.forecasts(ingredients[0])
    let second = run.forecasts(ingredients[1])
    let halves = [[Double]](repeating: [0.5, 0.5], count: run.horizon + 1)
    return zip(first, second).map { first, second in
      let second = PartialDistricts(run.panel, origin: first.origin).filled(second, from: first)
      return OriginForecast(
        origin: first.origin,
        school: Cube.mixed([first.school, second.school], halves).scaledToFirstYear,
        district: Cube.mixed([first.district, second.district], halves).scaledToFirstYear)
    }
  }
}

extension Cube {
  /// The cube with every unit's years scaled to the total of its first.
  fileprivate var scaledToFirstYear: Cube {
    var result = self
    for unit in 0..<units {
      let wanted = total(unit, 0)
      for year in 1..<years {
        let own = total(unit, year)
        guard own > 0 else { continue }
        for grade in 0..<grades { result[unit, year, grade] *= wanted / own }
      }
    }
    return result
  }
}
