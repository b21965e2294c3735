/// `naive`: next year is like this year, in every cell.
///
/// Assumptions change nothing.
package struct LastValue: ForecastMethod {
  package let name = "naive"

  package init() {}

  package func forecasts(
    of panel: EnrolmentPanel, origins: [Int], horizon: Int, assumptions: ForecastAssumptions
  ) -> [OriginForecast] {
    origins.map { origin in
      OriginForecast(
        origin: origin, school: repeated(panel.school, origin, horizon),
        district: repeated(panel.district, origin, horizon))
    }
  }

  private func repeated(_ cube: Cube, _ origin: Int, _ horizon: Int) -> Cube {
    var result = Cube(units: cube.units, years: horizon + 1, grades: cube.grades)
    for unit in 0..<cube.units {
      for ahead in 0...horizon {
        for grade in 0..<cube.grades { result[unit, ahead, grade] = cube[unit, origin, grade] }
      }
    }
    return result
  }
}
