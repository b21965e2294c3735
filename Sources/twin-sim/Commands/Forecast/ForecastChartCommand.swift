import ArgumentParser
import SeatForecast
import TwinModel
import TwinReport

/// `twin-sim forecast chart`: counted and forecast pupils of one unit as a picture.
struct ForecastChartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chart", abstract: "Draw counted and forecast pupils with their intervals (SVG).",
    discussion: "Without --school and --district all districts together are drawn.")

  @OptionGroup var inputs: DemandOptions
  @Option(help: ArgumentHelp("School years ahead.", valueName: "n"))
  var horizon = 10
  @Option(help: ArgumentHelp("The school's id.", valueName: "id"))
  var school: String?
  @Option(help: ArgumentHelp("The district.", valueName: "name"))
  var district: String?
  @OptionGroup var scenario: AssumptionOptions
  @OptionGroup var dwellings: HousingOptions
  @OptionGroup var schools: ChangeOptions

  func validate() throws { try schools.validateForChangesOnly() }

  func run() throws {
    let model = try inputs.model(horizon: horizon)
    let result = try schools.applied(
      to: dwellings.applied(to: model.forecast(scenario.assumptions())), seeds: dwellings.seeds
    ).forecast
    let unit: UnitForecast
    if let school {
      let campus = try schools.campus(school, of: model.campuses)
      guard let found = result.schools.first(where: { $0.subject.id == campus }) else {
        throw ValidationError("--school \(school) is not forecast")
      }
      unit = found
    } else if let district {
      guard let found = result.districts.first(where: { $0.subject.id == district }) else {
        throw ValidationError("--district \(district) is not forecast")
      }
      unit = found
    } else {
      unit = result.region
    }
    Console.write(FanChart(title: title(unit), series: series(unit, result, model.enrolment)).svg())
  }

  private func title(_ unit: UnitForecast) -> String {
    switch unit.subject.kind {
    case .campus: "\(unit.name.isEmpty ? unit.subject.id : unit.name) (\(unit.subject.id))"
    case .district: "District \(unit.subject.id)"
    default: "All districts"
    }
  }

  private func series(
    _ unit: UnitForecast, _ result: ForecastResult, _ history: EnrolmentHistory
  ) -> [FanChart.Series] {
    let campus = result.campuses.school(called: unit.subject.id)
    let rows = history.rows.filter { row in
      switch unit.subject.kind {
      case .campus: campus.map { $0 == (row.district, row.school) } ?? false
      case .district: row.district == unit.district
      default: true
      }
    }
    return result.stages.enumerated().compactMap { index, stage in
      var counted: [Int: Double] = [:]
      for row in rows {
        for (grade, pupils) in zip(history.grades, row.pupils) where stage.grades.contains(grade) {
          counted[row.year, default: 0] += pupils
        }
      }
      guard unit.years.contains(where: { $0.stages[index].value > 0 }) else { return nil }
      return FanChart.Series(
        title: stage.stage.rawValue, stage: stage.stage, counted: counted,
        forecast: unit.years.filter { !$0.isObserved }.map { year in
          let estimate = year.stages[index]
          return FanChart.Year(
            year: year.year, value: estimate.value,
            intervals: [estimate.wide, estimate.interval, estimate.narrow].compactMap(\.self))
        })
    }
  }
}
