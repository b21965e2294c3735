import ArgumentParser
import SeatForecast

/// Enrolment and births, and what their columns mean.
struct EnrolmentOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Pupils by year, school and grade (CSV).", valueName: "file"))
  var enrolment: String
  @Option(help: ArgumentHelp("Births by area and year (CSV).", valueName: "file"))
  var births: String?
  @Option(
    help: ArgumentHelp(
      "Heading of a column of the enrolment, as district=lea: year, district, school, name or area; of "
        + "the births: births, births.area, births.year or births.partial.",
      valueName: "role=heading"))
  var column: [String] = []
  @Option(
    help: ArgumentHelp(
      "Headings of the grades, youngest first, as K,1-12 or G01-G12.", valueName: "list"))
  var grades: String = "1-12"
  @Option(
    help: ArgumentHelp(
      "A grade field beside * and -1 that means too few pupils to be published, as '<10'; may be "
        + "repeated.", valueName: "mark"))
  var suppressed: [String] = []
  @Option(
    help: ArgumentHelp(
      "Grades of a stage, as primary=1-6; 6+3+3 when absent.", valueName: "stage=list"))
  var stage: [String] = []
  @Option(help: ArgumentHelp("Years from birth to the first grade.", valueName: "n"))
  var entryLag = 6
  @Option(
    help: ArgumentHelp("A district to leave out; may be repeated.", valueName: "district"))
  var excludeDistrict: [String] = []

  /// Reads the enrolment, in which schools that changed their district count where they are last
  /// unless `followingMoves` is false.
  func history(followingMoves: Bool = true) throws -> EnrolmentHistory {
    let file = try InputFile(enrolment)
    let read = try EnrolmentHistory(csv: Array(file.data), file: file.path, columns: columns())
    // Before districts are left out: a school's past goes with it.
    let history = followingMoves ? try read.followingMoves() : read
    guard !excludeDistrict.isEmpty else { return history }
    let known = Set(read.rows.map(\.district))
    for district in excludeDistrict where !known.contains(district) {
      throw ValidationError("--exclude-district “\(district)” is no district of \(file.path)")
    }
    return try EnrolmentHistory(
      grades: history.grades, rows: history.rows.filter { !excludeDistrict.contains($0.district) },
      findings: history.findings)
  }

  /// Reads the births; none when no file is named.
  func birthHistory() throws -> BirthHistory {
    guard let births else { return .unknown }
    let file = try InputFile(births)
    return try BirthHistory(
      csv: Array(file.data), file: file.path,
      columns: BirthColumns(beside: columns(), mappings: column))
  }

  /// The stages; those of the grades that the file has, 6+3+3, when none are named.
  func stages() throws -> [StageDefinition] {
    stage.isEmpty ? StageDefinition.chinese : try StageDefinition.parse(stage)
  }

  private func columns() throws -> EnrolmentColumns {
    try EnrolmentColumns(mappings: column, grades: grades, suppressed: suppressed)
  }
}
