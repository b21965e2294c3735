/// `mean3`: every cell stays at the mean of its last three observed years.
///
/// Assumptions change nothing.
package struct RecentMean: ForecastMethod {
  package let name = "mean3"

  package init() {}

  package func forecasts(
    of panel: EnrolmentPanel, origins: [Int], horizon: Int, assumptions: ForecastAssumptions
  ) -> [OriginForecast] {
    origins.map { origin in
      let years = RecencyWeights.last(3).years(panel, origin: origin).map(\.year)
      return OriginForecast(
        origin: origin, school: mean(panel.school, years, origin, horizon),
        district: mean(panel.district, years, origin, horizon))
    }
  }

  private func mean(_ pupils: Cube, _ years: [Int], _ origin: Int, _ horizon: Int) -> Cube {
    var result = Cube(units: pupils.units, years: horizon + 1, grades: pupils.grades)
    for unit in 0..<pupils.units where pupils.total(unit, origin) > 0 {
      for grade in 0..<pupils.grades {
        var sum = 0.0
        for year in years { sum += pupils[unit, year, grade] }
        result[unit, 0, grade] = pupils[unit, origin, grade]
        for ahead in stride(from: 1, through: horizon, by: 1) {
          result[unit, ahead, grade] = sum / Double(years.count)
        }
      }
    }
    return result
  }
}
