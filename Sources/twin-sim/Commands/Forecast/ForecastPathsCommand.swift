import ArgumentParser
import SeatForecast
import TwinModel

/// `twin-sim forecast paths`: what many ways that the years ahead may go say together.
struct ForecastPathsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "paths",
    abstract: "Draw sample paths and print quantiles by school, stage and year.",
    discussion: """
      Grades, years and schools err together as they did in the past. The same seed gives the same
      shocks under all assumptions, so that scenarios differ by what they assume.
      """)

  @OptionGroup var inputs: DemandOptions
  @Option(help: ArgumentHelp("School years ahead.", valueName: "n"))
  var horizon = 15
  @Option(help: ArgumentHelp("Paths to draw.", valueName: "n"))
  var paths = 1000
  @Option(help: ArgumentHelp("Chooses the paths.", valueName: "n"))
  var seed: UInt64 = 1
  @OptionGroup var scenario: AssumptionOptions
  @OptionGroup var dwellings: HousingOptions
  @OptionGroup var schools: ChangeOptions
  @Option(help: "How to print: text, csv or json.")
  var format = TableFormat.csv

  func validate() throws { try schools.validateForChangesOnly() }

  func run() throws {
    let model = try inputs.model(horizon: horizon)
    let plan = try DemandPlan(
      developments: dwellings.developments(), yields: dwellings.yields(),
      changes: schools.schoolChanges(), sites: schools.schoolSites(),
      homes: schools.places.pupilHomes(dwellings.seeds))
    let paths = try SamplePaths(
      model, assumptions: scenario.assumptions(), plan: plan, seed: seed)
    Console.note(paths.findings)
    let summary = try PathSummary(paths, count: self.paths)
    let names = PathSummary.levels.map { "q\((1000 * $0).rounded() / 10)" }
    func round(_ value: Double) -> String { "\((10 * value).rounded() / 10)" }
    switch format {
    case .csv:
      Console.line("of,id,stage,year,mean," + names.joined(separator: ","))
      Console.write(
        summary.rows.map { row in
          ([row.subject.kind.rawValue, row.subject.id, row.stage?.rawValue ?? "", "\(row.year)"]
            + ([row.mean] + row.quantiles).map(round)).joined(separator: ",") + "\n"
        }.joined())
    case .text:
      var table = TextTable(columns: ["of", "id", "stage", "year", "mean"] + names)
      for row in summary.rows {
        table.add(
          row: [
            row.subject.kind.rawValue, row.subject.id, row.stage?.rawValue ?? "", "\(row.year)",
          ]
            + ([row.mean] + row.quantiles).map(round))
      }
      Console.write(table.text)
    case .json:
      Console.line(
        try JSONText.of(
          Document(
            levels: PathSummary.levels,
            rows: summary.rows.map {
              Document.Row(
                of: $0.subject.kind.rawValue, id: $0.subject.id, stage: $0.stage?.rawValue,
                year: $0.year, mean: $0.mean, quantiles: $0.quantiles)
            })))
    }
  }

  private struct Document: Encodable {
    struct Row: Encodable {
      let of: String
      let id: String
      let stage: String?
      let year: Int
      let mean: Double
      let quantiles: [Double]
    }
    let schema_version = 1
    let levels: [Double]
    let rows: [Row]
  }
}
