import TwinModel

extension DemandModel {
  /// Explains one number of the forecast.
  ///
  /// The steps, methods and the mix are those without assumptions; what assumptions and dwellings add to
  /// it stands beside them, so that all together are the number of the forecast with them.
  ///
  /// - Parameters:
  ///   - school: The campus, by its name or as DISTRICT-SCHOOL.
  ///   - grade: The grade, as the enrolment names it.
  ///   - year: A school year of the forecast.
  ///   - assumptions: What is assumed of the years ahead.
  ///   - housing: Dwellings that are occupied in them.
  ///   - yields: What their types yield.
  /// - Returns: The steps of the cohort method, the mix and the result.
  /// - Throws: ``ForecastError`` for a school, grade or year that is not forecast, and for a model of
  ///   another method than `twin`.
  public func explanation(
    school: String, grade: String, year: Int, assumptions: ForecastAssumptions = .unchanged,
    housing: [HousingDevelopment] = [], yields: DwellingYields = DwellingYields(byType: [:])
  ) throws(ForecastError) -> ForecastExplanation {
    let first = panel.firstYear + origin
    let school = try campuses.id(of: school)
    guard let place = campuses.ids.firstIndex(of: school) else {
      throw ForecastError(reason: "school \(school) has no pupils in \(first); nothing is forecast")
    }
    guard let column = panel.grades.firstIndex(of: grade) else {
      throw ForecastError(
        reason: "there is no grade \(grade); the grades are "
          + panel.grades.joined(separator: ", "))
    }
    guard year > first, year <= first + horizon else {
      throw ForecastError(
        reason: "the year is \(year), but the forecast runs from \(first + 1) to "
          + "\(first + horizon)")
    }
    guard method.name == TwinForecast().name else {
      throw ForecastError(reason: "the method \(method.name) cannot be explained; take twin")
    }
    let ahead = year - first
    var run = ForecastRun(
      panel, origins: Set(panel.origins + [origin]).sorted(), horizon: horizon)
    run.prepare([TwinForecast()])
    guard let mix = TwinForecast().mixes(&run).last else {
      throw ForecastError(reason: "there is no year to forecast from")
    }
    let parts = TwinForecast.parts.enumerated().map { index, part in
      ForecastExplanation.Part(
        method: part.name, weight: mix.recipe.school[ahead][index],
        pupils: run.forecasts(part).last?.school[place, ahead, column] ?? 0)
    }
    let mixed = parts.reduce(0) { $0 + $1.weight * $1.pupils }
    let value = mix.forecast.school[place, ahead, column]
    let cell = Cell(school: school, place: place, year: year, ahead: ahead, grade: column)
    let pulled = try levers(cell, base: value, assumptions, housing, yields)
    let info = panel.schools[place]
    return ForecastExplanation(
      subject: Subject(.campus, school), name: info.name, district: info.district, grade: grade,
      year: year,
      steps: CohortSteps(panel, origin: origin, horizon: horizon).steps(
        place, grade: column, ahead: ahead),
      parts: parts, mixed: mixed, reconciliation: mixed > 0 ? value / mixed : 1,
      levers: pulled.list, result: pulled.result)
  }
}
