/// A way to forecast pupils; its siblings in this folder are alternatives of one another.
///
/// A method looks at nothing after the origin: neither at enrolment nor at births.
package protocol ForecastMethod: Sendable {
  /// Its name, as `--method` and the backtest call it.
  var name: String { get }

  /// Forecasts from several origins, in ascending order.
  ///
  /// Origins come together because a method may tune itself on its own errors at earlier ones.
  ///
  /// - Parameters:
  ///   - panel: The past.
  ///   - origins: Year indices that are observed, ascending; the last year that each forecast knows.
  ///   - horizon: Years ahead; 1 or more.
  ///   - assumptions: What is assumed of the years ahead.
  /// - Returns: One forecast an origin, in their order.
  func forecasts(
    of panel: EnrolmentPanel, origins: [Int], horizon: Int, assumptions: ForecastAssumptions
  ) -> [OriginForecast]

  /// The method with everything that it tunes fixed as it is at `origin`, so that forecasts from there
  /// under many assumptions, as far ahead as `horizon`, tune once; the method itself when it tunes
  /// nothing.
  func tuned(on panel: EnrolmentPanel, origin: Int, horizon: Int) -> any ForecastMethod
}

extension ForecastMethod {
  package func tuned(
    on panel: EnrolmentPanel, origin: Int, horizon: Int
  ) -> any ForecastMethod { self }
}

/// What a method says from one origin.
package struct OriginForecast: Hashable, Sendable {
  /// Year index of the last year known.
  package var origin: Int
  /// Pupils by school, years ahead (0 is the origin itself) and grade.
  package var school: Cube
  /// Pupils by district, years ahead and grade.
  package var district: Cube

  package init(origin: Int, school: Cube, district: Cube) {
    self.origin = origin
    self.school = school
    self.district = district
  }

  /// Pupils of the region: the sum of the districts.
  package var region: Cube {
    district.summed(into: 1, by: [Int](repeating: 0, count: district.units))
  }
}

extension OriginForecast {
  /// The forecast with more or fewer pupils in every cohort that enters a grade after the origin, as far
  /// as it has come in each year.
  func withEntrants(into grade: Int, times factor: Double) -> OriginForecast {
    guard factor != 1 else { return self }
    return OriginForecast(
      origin: origin, school: school.withEntrants(into: grade, times: factor),
      district: district.withEntrants(into: grade, times: factor))
  }
}

extension Cube {
  /// Year 0 is the origin: in year t, those in the t grades from `first` on entered it later.
  fileprivate func withEntrants(into first: Int, times factor: Double) -> Cube {
    var result = self
    for unit in 0..<units {
      for year in 0..<years {
        for grade in first..<min(first + year, grades) { result[unit, year, grade] *= factor }
      }
    }
    return result
  }
}
