import ArgumentParser
import SeatForecast
import TwinModel
import TwinReport

/// `twin-sim forecast map`: seats against pupils of one stage and year as a map.
struct ForecastMapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map", abstract: "Draw seats against pupils by school and district (SVG).",
    discussion: """
      --sites has the schools' seats and places; schools of unknown seats are left out. Levels of warning
      are those of seeds/seats/warning-levels.yaml.
      """)

  @OptionGroup var inputs: DemandOptions
  @Option(help: ArgumentHelp("The stage: primary, junior or senior.", valueName: "stage"))
  var of: Stage
  @Option(help: ArgumentHelp("The school year.", valueName: "year"))
  var year: Int
  @OptionGroup var scenario: AssumptionOptions
  @OptionGroup var dwellings: HousingOptions
  @OptionGroup var schools: ChangeOptions

  func validate() throws { try schools.validateHomesForChangesOnly() }

  func run() throws {
    let history = try inputs.inputs.history()
    let last = history.rows.map(\.year).max() ?? year
    guard (1...30).contains(year - last) else {
      throw ValidationError(
        "--year is \(year); expected \(last + 1) to \(last + 30), after the last roll")
    }
    let base = try dwellings.applied(
      to: inputs.model(history, horizon: year - last).forecast(scenario.assumptions()))
    guard let places = try schools.places.read() else {
      throw ValidationError("--sites is missing: the map shows their seats")
    }
    let forecast = try schools.applied(to: base, seeds: dwellings.seeds).forecast
    let balances = try forecast.balances(
      stage: of, year: year, sites: places, changes: schools.schoolChanges(),
      thresholds: WarningThresholds(seeds: dwellings.seeds.folder()))
    guard !balances.isEmpty else {
      throw CommandFailure(
        .badInput,
        "\(schools.places.sites ?? ""): no school has known seats of \(of.rawValue) in \(year)")
    }
    Console.write(
      BalanceMap(
        title: "Seats of \(of.rawValue) schools in \(year)",
        schools: balances.map {
          .init(
            name: $0.school, area: $0.district, position: $0.position, seats: $0.seats,
            pupils: $0.demand.value, level: level($0.level))
        }
      ).svg())
  }

  private func level(_ level: WarningThresholds.Level) -> BalanceMap.Level {
    switch level {
    case .green: .green
    case .yellow: .yellow
    case .red: .red
    }
  }
}
