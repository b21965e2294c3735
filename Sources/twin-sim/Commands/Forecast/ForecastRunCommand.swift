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
    let balances: [SiteBalanceDocument]
    let findings: [Finding]
  }

  func run() throws {
    let model = try inputs.model(horizon: horizon)
    let (planned, moves) = try schools.applied(
      to: dwellings.applied(to: model.forecast(scenario.assumptions())), seeds: dwellings.seeds)
    var result = planned
    let homes = try schools.places.pupilHomes(dwellings.seeds)
    // Changes have said it before.
    if let homes, schools.changes == nil { result.findings += homes.findings(against: result) }
    let balances = try self.balances(result, homes)
    switch output.format {
    case .json:
      // A large region has more facts than fit into memory at once, as text.
      try JSONText.write(
        Document(
          method: result.method, origin_year: result.originYear, facts: [],
          moves: moves.map(SchoolMoveDocument.init), balances: balances, findings: result.findings),
        filling: "facts",
        with: (result.schools + result.districts).lazy.map {
          result.facts(of: $0, gradePupils: byGrade)
        })
    case .text:
      Console.note(result.findings)
      Console.write(
        [text(result), MoveTable.text(moves), Self.text(balances)].filter { !$0.isEmpty }
          .joined(separator: "\n"))
    }
  }

  private func text(_ result: ForecastResult) -> String {
    var table = TextTable("of", "id", "stage", "year", "pupils", "80 % from", "to")
    for fact in result.facts(gradePupils: byGrade) {
      table.add(
        fact.subject.kind.rawValue, fact.subject.id,
        fact.note.isEmpty ? fact.stage?.rawValue ?? "" : fact.note, "\(fact.year ?? 0)",
        "\(Int((fact.value.number ?? 0).rounded()))",
        fact.interval.map { "\(Int($0.low.rounded()))" } ?? "",
        fact.interval.map { "\(Int($0.high.rounded()))" } ?? "")
    }
    return table.text
  }

  /// Seats against pupils of the years ahead; none without sites.
  private func balances(
    _ result: ForecastResult, _ homes: PupilHomes?
  ) throws -> [SiteBalanceDocument] {
    guard let sites = try schools.places.read() else { return [] }
    let changes = try schools.schoolChanges()
    let thresholds = try WarningThresholds(seeds: dwellings.seeds.folder())
    var balances: [SiteBalanceDocument] = []
    for year in result.region.years where !year.isObserved {
      for stage in result.stages.map(\.stage) {
        balances += try result.balances(
          stage: stage, year: year.year, sites: sites, changes: changes, thresholds: thresholds,
          homes: homes
        ).map { SiteBalanceDocument($0, stage: stage, year: year.year) }
      }
    }
    return balances
  }

  private static func text(_ balances: [SiteBalanceDocument]) -> String {
    guard !balances.isEmpty else { return "" }
    let walks = WalkColumns(balances.compactMap(\.walks))
    var table = TextTable(
      columns: ["school", "stage", "year", "seats", "pupils", "left", "short %", "level"]
        + walks.heads)
    for item in balances {
      table.add(
        row: [
          item.school, item.stage.rawValue, "\(item.year)", "\(item.seats)",
          "\(Int(item.pupils.rounded()))", "\(Int((Double(item.seats) - item.pupils).rounded()))",
          item.shortage_probability.map { "\(Int($0.rounded()))" } ?? "", item.level,
        ] + walks.cells(item.walks))
    }
    return table.text
  }
}

/// Seats against pupils of one school, stage and year, as JSON has it.
struct SiteBalanceDocument: Encodable {
  let school: String
  let district: String
  let stage: Stage
  let year: Int
  let seats: Int
  let pupils: Double
  /// In per cent; absent where no interval is known.
  let shortage_probability: Double?
  let level: String
  /// From home to the school (m); absent where homes are not known, as the following.
  let mean_walk_m: Double?
  /// Pupils who walk farther than is wanted; absent without a limit.
  let far_pupils: Double?
  /// From home to the school (min); absent without a speed.
  let mean_walk_min: Double?
  /// Pupils who walk longer than is wanted; absent without a limit.
  let long_pupils: Double?
  /// All of that, for tables.
  let walks: SchoolMove.Walk?

  private enum CodingKeys: String, CodingKey {
    case school, district, stage, year, seats, pupils, shortage_probability, level
    case mean_walk_m, far_pupils, mean_walk_min, long_pupils
  }

  init(_ balance: SiteBalance, stage: Stage, year: Int) {
    (school, district, self.stage, self.year) = (balance.school, balance.district, stage, year)
    (seats, pupils) = (balance.seats, balance.demand.value)
    shortage_probability = balance.shortageProbability
    level = balance.level.rawValue
    walks = balance.walks.flatMap(SchoolMove.Walk.init)
    (mean_walk_m, far_pupils) = (walks?.mean.value, walks?.far)
    (mean_walk_min, long_pupils) = (walks?.time?.value, walks?.long)
  }
}
