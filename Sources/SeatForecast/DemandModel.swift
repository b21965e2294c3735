import TwinModel

/// Demand for seats: learns from the past once, then forecasts under any assumptions.
///
/// ```swift
/// let model = try DemandModel(enrolment: enrolment, births: births)
/// let base = model.forecast()
/// let high = model.forecast(try ForecastAssumptions(birthRate: 1.1, inMigration: 0.02))
/// ```
public struct DemandModel: Sendable {
  let panel: EnrolmentPanel
  let method: any ForecastMethod
  let origin: Int
  let horizon: Int
  let bands: ForecastBands
  /// The enrolment that the model learns from: schools count where they are last
  /// (``EnrolmentHistory/followingMoves()``).
  public let enrolment: EnrolmentHistory
  /// How the campuses are called.
  public let campuses: CampusNames
  private let inputFindings: [Finding]

  /// Learns from the past.
  ///
  /// - Parameters:
  ///   - enrolment: Pupils by school, grade and year; schools that changed their district have their past
  ///     where they are last.
  ///   - births: Births by area and year; ``BirthHistory/unknown`` when there are none.
  ///   - stages: Stages with their grades; grades outside all stages count in totals only.
  ///   - entryLag: Years from birth to the entry grade, by the names of the years: 6 where the
  ///     children of births of 2010 enter in school year 2016. 0 to 20.
  ///   - method: One of ``ForecastMethods/names``.
  ///   - horizon: Years ahead, 1 to 30.
  /// - Throws: ``ForecastError`` for an unknown method and numbers out of range.
  public init(
    enrolment: EnrolmentHistory, births: BirthHistory = .unknown,
    stages: [StageDefinition] = StageDefinition.chinese, entryLag: Int = 6,
    method: String = ForecastMethods.standard, horizon: Int = 10
  ) throws(ForecastError) {
    guard (1...30).contains(horizon) else {
      throw ForecastError(reason: "the horizon is \(horizon), but must be 1 to 30 years")
    }
    let chosen = try ForecastMethods.method(method)
    self.horizon = horizon
    let enrolment = try enrolment.followingMoves()
    self.enrolment = enrolment
    panel = try EnrolmentPanel(enrolment, births: births, stages: stages, entryLag: entryLag)
    origin = panel.yearCount - 1
    campuses = CampusNames(panel, origin: origin)
    self.method = chosen.tuned(on: panel, origin: origin, horizon: horizon)
    bands = ForecastBands(panel, method: chosen, horizon: horizon)
    inputFindings = InputFindings.of(enrolment, births, panel)
  }

  /// Forecasts under assumptions.
  public func forecast(_ assumptions: ForecastAssumptions = .unchanged) -> ForecastResult {
    let forecast = made(assumptions)
    let ids = campuses.ids
    let schools = panel.schools.indices.filter { panel.school.total($0, origin) > 0 }.map {
      UnitForecast(
        subject: Subject(.campus, ids[$0]), district: panel.schools[$0].district,
        name: panel.schools[$0].name, years: years(forecast.school, $0, .school))
    }
    let districts = panel.districts.indices.map {
      UnitForecast(
        subject: Subject(.district, panel.districts[$0]), district: panel.districts[$0], name: "",
        years: years(forecast.district, $0, .district))
    }
    return ForecastResult(
      method: method.name, originYear: panel.firstYear + origin, grades: panel.grades,
      stages: panel.stages.ranges.map { StageDefinition($0.stage, grades: $0.names) },
      schools: schools, districts: districts,
      region: UnitForecast(
        subject: Subject(.programme, "region"), district: "", name: "",
        years: years(forecast.region, 0, .region)),
      findings: inputFindings + bands.findings
        + ForecastNotes(panel, origin: origin, horizon: horizon, campuses: campuses)
        .findings(forecast, schools: schools.count)
        + notes(assumptions), campuses: campuses)
  }

  /// What the method says under assumptions.
  func made(_ assumptions: ForecastAssumptions) -> OriginForecast {
    let made = method.forecasts(
      of: panel, origins: [origin], horizon: horizon, assumptions: assumptions)
    // Every method answers every origin that it is asked for.
    guard let forecast = made.first else {
      preconditionFailure("method \(method.name) gave no forecast")
    }
    let entered = forecast.withEntrants(into: 0, times: assumptions.points.entrants)
    guard let junior = firstJuniorGrade else { return entered }
    return entered.withEntrants(into: junior, times: assumptions.juniorPoints.entrants)
  }

  /// The place of the first junior grade; nil where there is none.
  private var firstJuniorGrade: Int? {
    panel.stages.ranges.first { $0.stage == .junior }?.grades.lowerBound
  }

  // MARK: - Parts

  private func years(_ cube: Cube, _ place: Int, _ level: ForecastLevel) -> [YearForecast] {
    (0...horizon).map { ahead in
      func estimates(_ unit: ForecastUnit) -> [Estimate] {
        let values = unit.sums(cube, place, ahead, panel.stages)
        return values.indices.map { estimate(values[$0], level, place, unit, part: $0, ahead) }
      }
      return YearForecast(
        year: panel.firstYear + origin + ahead, isObserved: ahead == 0,
        grades: estimates(.grade), stages: estimates(.phase), total: estimates(.total)[0])
    }
  }

  /// A number with its intervals.
  func estimate(
    _ value: Double, _ level: ForecastLevel, _ place: Int, _ unit: ForecastUnit, part: Int,
    _ ahead: Int
  ) -> Estimate {
    func interval(_ confidence: Confidence) -> Fact.Interval? {
      bands.interval(value, level, place, unit, part: part, ahead, confidence)
    }
    return Estimate(
      value, interval: interval(.eighty), narrow: interval(.fifty), wide: interval(.ninetyFive))
  }

  private func notes(_ assumptions: ForecastAssumptions) -> [Finding] {
    guard assumptions.juniorPoints.entrants != 1, firstJuniorGrade == nil else { return [] }
    return [
      Finding(
        .warning, code: "forecast.points.junior",
        message: "there are no junior grades: places by points at their entry change nothing",
        suggestion: "name the grades of the stage, such as --stage junior=7-9")
    ]
  }
}
