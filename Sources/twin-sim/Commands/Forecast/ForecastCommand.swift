import ArgumentParser
import SeatForecast
import TwinModel

/// `twin-sim forecast`: pupils by school, stage and year, and how far such forecasts can be trusted.
struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "Forecast pupils by school, grade and year from enrolment and births.",
    discussion: """
      Enrolment is CSV with year, district, school and one column per grade; births with area, year
      and births. Other headings are mapped with --column.

      EXAMPLES
        twin-sim forecast --enrolment enrolment.csv --births births.csv --horizon 5
        twin-sim forecast --enrolment maryland_school_grade.csv --births maryland_births.csv \\
          --column district=lea --grades K,1-12 --entry-lag 6 \\
          --stage primary=K,1-5 --stage junior=6-8 --stage senior=9-12
      """,
    subcommands: [
      ForecastRunCommand.self, ForecastBacktestCommand.self, ForecastExplainCommand.self,
      ForecastPathsCommand.self, ForecastChartCommand.self, ForecastAssignCommand.self,
      ForecastInterventionsCommand.self, ForecastMapCommand.self,
    ],
    defaultSubcommand: ForecastRunCommand.self)
}
