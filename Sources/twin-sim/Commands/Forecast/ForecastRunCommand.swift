import ArgumentParser
import SeatForecast
import TwinModel

/// `twin-sim forecast run`, which `twin-sim forecast` alone means.
struct ForecastRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Forecast pupils by school, grade and year.")

  @OptionGroup var inputs: DemandOptions
  @Option(help: ArgumentHelp("School years ahead.", valueName: "n"))
  var horizon = 10
  @OptionGroup var scenario: AssumptionOptions
  @OptionGroup var dwellings: HousingOptions
  @OptionGroup var schools: ChangeOptions
  @Flag(help: "Print grades, not only stages.")
  var byGrade = false
  @OptionGroup var output: OutputOptions

  private struct Document: Encodable {
    let schema_version = 1
    let method: String
    let origin_year: Int
    let facts: [Fact]
    let moves: [SchoolMoveDocument]
    let findings: [Finding]
  }

  func run() throws {
    let model = try inputs.model(horizon: horizon)
    let (result, moves) = try schools.applied(
      to: dwellings.applied(to: model.forecast(scenario.assumptions())))
    let facts = result.facts(gradePupils: byGrade)
    try output.show(
      Document(
        method: result.method, origin_year: result.originYear, facts: facts,
        moves: moves.map(SchoolMoveDocument.init), findings: result.findings)
    ) {
      var table = TextTable("of", "id", "stage", "year", "pupils", "80 % from", "to")
      for fact in facts {
        table.add(
          fact.subject.kind.rawValue, fact.subject.id,
          fact.note.isEmpty ? fact.stage?.rawValue ?? "" : fact.note, "\(fact.year ?? 0)",
          "\(Int((fact.value.number ?? 0).rounded()))",
          fact.interval.map { "\(Int($0.low.rounded()))" } ?? "",
          fact.interval.map { "\(Int($0.high.rounded()))" } ?? "")
      }
      for finding in result.findings {
        Console.note("\(finding.severity.rawValue): \(finding.message)")
      }
      return moves.isEmpty ? table.text : table.text + "\n" + Self.text(moves)
    }
  }

  private static func text(_ moves: [SchoolMove]) -> String {
    var table = TextTable("from", "to", "stage", "year", "pupils", "because")
    for move in moves {
      table.add(
        move.from, move.to, move.stage.rawValue, "\(move.year)", "\(Int(move.pupils.rounded()))",
        move.reason.rawValue)
    }
    return table.text
  }
}
