import ArgumentParser
import SeatForecast

/// Where demand is learnt from.
struct DemandOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Pupils by year, school and grade (CSV).", valueName: "file"))
  var enrolment: String
  @Option(help: ArgumentHelp("Births by area and year (CSV).", valueName: "file"))
  var births: String?
  @Option(
    help: ArgumentHelp(
      "Heading of a column of the enrolment, as district=lea.", valueName: "role=heading"))
  var column: [String] = []
  @Option(help: ArgumentHelp("Headings of the grades, youngest first.", valueName: "list"))
  var grades: String = "1-12"
  @Option(
    help: ArgumentHelp(
      "Grades of a stage, as primary=1-6; 6+3+3 when absent.", valueName: "stage=list"))
  var stage: [String] = []
  @Option(help: ArgumentHelp("Years from birth to the first grade.", valueName: "n"))
  var entryLag = 6
  @Option(help: ArgumentHelp("The method.", valueName: "name"))
  var method = ForecastMethods.standard

  /// Reads the files and learns from them.
  func model(horizon: Int) throws -> DemandModel {
    let file = try InputFile(enrolment)
    let columns = try EnrolmentColumns(mappings: column, grades: grades)
    let history = try EnrolmentHistory(csv: Array(file.data), file: file.path, columns: columns)
    return try DemandModel(
      enrolment: history, births: birthHistory(beside: columns),
      stages: stage.isEmpty ? StageDefinition.chinese : StageDefinition.parse(stage),
      entryLag: entryLag, method: method, horizon: horizon)
  }

  private func birthHistory(beside columns: EnrolmentColumns) throws -> BirthHistory {
    guard let births else { return .unknown }
    let file = try InputFile(births)
    return try BirthHistory(
      csv: Array(file.data), file: file.path, columns: BirthColumns(beside: columns))
  }
}
