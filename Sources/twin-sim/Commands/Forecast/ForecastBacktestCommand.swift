import ArgumentParser
import SeatForecast
import TwinModel
import TwinReport

/// `twin-sim forecast backtest`: how wrong each method would have been in past years.
struct ForecastBacktestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: "Compare what each method would have said in past years with what came.",
    discussion: """
      From every year with at least five observed years behind it the methods forecast as if nothing
      later were known. Rows are by level (region, district, school), unit (grade, phase, total, the
      entry grade, each stage), years ahead and method; twin is the program's own choice.

      EXAMPLE
        twin-sim forecast backtest --enrolment maryland_school_grade.csv \\
          --births maryland_births.csv --column district=lea --grades K,1-12 --entry-lag 6 \\
          --stage primary=K,1-5 --stage junior=6-8 --stage senior=9-12 \\
          --horizons 1,3,5 --format csv
      """)

  @OptionGroup var inputs: EnrolmentOptions
  @Option(help: ArgumentHelp("Years ahead to compare, as 1,3,5.", valueName: "list"))
  var horizons = "1,3,5"
  @Option(help: ArgumentHelp("The last year to compare with.", valueName: "year"))
  var lastTarget: Int?
  @Option(
    help: ArgumentHelp(
      "Methods to compare, of \(ForecastMethods.names.joined(separator: ", ")).",
      valueName: "list"))
  var methods = ForecastMethods.compared.joined(separator: ",")
  @Option(help: "How to print: text, csv, json or svg, a chart of the errors.")
  var format = BacktestFormat.text

  enum BacktestFormat: String, ExpressibleByArgument, CaseIterable {
    case text, csv, json, svg
  }

  func run() throws {
    // Where schools will move is not known in the years that are forecast from.
    let history = try inputs.history(followingMoves: false)
    let births = try inputs.birthHistory()
    let backtest = try Backtest(
      horizons: years(), methods: methods.split(separator: ",").map(String.init),
      lastTarget: lastTarget)
    let panel = try backtest.panel(
      history, births: births, stages: inputs.stages(), entryLag: inputs.entryLag)
    Console.note(InputFindings.of(history, births, panel))
    let rows = try backtest.rows(panel: panel)
    switch format {
    case .csv:
      Console.line(BacktestRow.csvHeader)
      for row in rows { Console.line(row.csv) }
    case .text: Console.write(table(rows).text)
    case .svg: Console.write(chart(rows).svg())
    case .json: Console.line(try JSONText.of(Document(rows: rows.map(Line.init))))
    }
  }

  private func years() throws -> [Int] {
    let words = horizons.split(separator: ",", omittingEmptySubsequences: false)
    let years = words.compactMap { Int($0) }
    guard years.count == words.count, Set(years).count == years.count else {
      throw ValidationError("--horizons is “\(horizons)”; expected years ahead, such as 1,3,5")
    }
    return years
  }

  private func chart(_ rows: [BacktestRow]) -> BacktestChart {
    let marks = [
      ("school", "grade"), ("school", "total"), ("district", "grade"), ("district", "total"),
    ]
    .flatMap { level, unit in
      rows.filter { $0.level == level && $0.unit == unit && !$0.method.hasSuffix("/t") }
    }
    return BacktestChart(
      title: "Forecasts of past years against what came",
      marks: marks.map {
        .init(
          panel: "\($0.level), \($0.unit)", horizon: $0.horizon, method: $0.method,
          error: $0.wMAPE, coverage: $0.coverage)
      }, own: ForecastMethods.standard)
  }

  private func table(_ rows: [BacktestRow]) -> TextTable {
    var table = TextTable(
      "level", "unit", "ahead", "method", "origins", "wMAPE %", "bias %", "80 % holds", "Winkler %")
    for row in rows {
      func number(_ value: Double?) -> String {
        value.map { "\((100 * $0).rounded() / 100)" } ?? "–"
      }
      table.add(
        row.level, row.unit, "\(row.horizon)", row.method, "\(row.origins)", number(row.wMAPE),
        number(row.bias), number(row.coverage), number(row.winkler))
    }
    return table
  }

  private struct Document: Encodable {
    let schema_version = 1
    let rows: [Line]
  }

  private struct Line: Encodable {
    let level: String
    let unit: String
    let years_ahead: Int
    let method: String
    let origins: Int
    let cells: Int
    let wmape_percent: Double
    let bias_percent: Double
    let coverage80_percent: Double?
    let winkler_percent: Double?

    init(_ row: BacktestRow) {
      level = row.level
      unit = row.unit
      years_ahead = row.horizon
      method = row.method
      origins = row.origins
      cells = row.cells
      wmape_percent = row.wMAPE
      bias_percent = row.bias
      coverage80_percent = row.coverage
      winkler_percent = row.winkler
    }
  }
}
