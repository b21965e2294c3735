import TwinModel

extension DemandModel {
  /// One number of a forecast: a school, year and grade.
  struct Cell {
    var school: String
    /// The school's place in the panel.
    var place: Int
    var year: Int
    /// Years after the origin.
    var ahead: Int
    /// The grade's place in the panel.
    var grade: Int
  }

  /// What each lever adds to a number, one after the other.
  ///
  /// Births come first, then in-migration, points at the first grade and at junior schools, and each
  /// development. Where levers multiply, the later
  /// one has the joint part.
  ///
  /// - Parameters:
  ///   - cell: The number.
  ///   - base: Its pupils without levers.
  ///   - assumptions: The levers of demand.
  ///   - housing: The developments.
  ///   - yields: What their types yield.
  /// - Returns: The levers that are set, and the forecast with all of them.
  /// - Throws: ``ForecastError`` for developments that do not fit the forecast.
  func levers(
    _ cell: Cell, base: Double, _ assumptions: ForecastAssumptions,
    _ housing: [HousingDevelopment], _ yields: DwellingYields
  ) throws(ForecastError) -> (list: [ForecastExplanation.Lever], result: Estimate) {
    var list: [ForecastExplanation.Lever] = []
    var set = ForecastAssumptions.unchanged
    var pupils = base
    func pull(_ what: String) {
      let next = made(set).school[cell.place, cell.ahead, cell.grade]
      list.append(.init(what: what, pupils: next - pupils))
      pupils = next
    }
    if assumptions.birthRate != set.birthRate {
      set.birthRate = assumptions.birthRate
      pull("births of years not yet observed × \(set.birthRate)")
    }
    if assumptions.inMigration != set.inMigration {
      set.inMigration = assumptions.inMigration
      pull("in-migration of \(Self.percent(set.inMigration)) % a year")
    }
    if assumptions.points.entrants != 1 {
      set.points = assumptions.points
      pull("\(Self.text(set.points)) of entrants")
    }
    if assumptions.juniorPoints.entrants != 1 {
      set.juniorPoints = assumptions.juniorPoints
      pull("\(Self.text(set.juniorPoints)) of entrants into junior schools")
    }
    guard !housing.isEmpty else {
      return (list, estimate(pupils, .school, cell.place, .grade, part: cell.grade, cell.ahead))
    }
    let forecast = forecast(assumptions)
    func number(_ result: ForecastResult) -> Estimate? {
      result.schoolForecast(cell.school)?[cell.year]?.grades[cell.grade]
    }
    guard let result = number(try forecast.adding(housing, yields: yields)) else {
      throw ForecastError(reason: "school \(cell.school) has no forecast for \(cell.year)")
    }
    for development in housing {
      let added = number(try forecast.adding([development], yields: yields))?.value ?? pupils
      list.append(
        .init(
          what: "housing \(development.name), "
            + "\(development.dwellings - development.occupied) dwellings of type "
            + "\(development.type) not occupied before",
          pupils: added - pupils))
    }
    return (list, result)
  }

  private static func text(_ points: ForecastAssumptions.PointsPolicy) -> String {
    "places by points × \(points.places) for \(percent(points.share)) %"
  }

  private static func percent(_ share: Double) -> Double { (1000 * share).rounded() / 10 }
}
