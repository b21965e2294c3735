import ArgumentParser
import TwinModel

/// `twin-sim coverage`: 5G coverage of the rooms by indoor sites.
struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Predict 5G coverage room by room from walls, materials and indoor sites.",
    discussion: """
      EXAMPLES
        twin-sim coverage --db city.sqlite --campus P01
        twin-sim coverage --db city.sqlite --propose-sites-every 25 --format json
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var choice: CampusOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var seeds: SeedOptions
  @OptionGroup var output: OutputOptions
  @Option(help: ArgumentHelp("List rooms whose covered share is below this.", valueName: "%"))
  var below: Double?

  func run() throws {
    let results = try StudyCommand(
      store: store, choice: choice, study: study, seeds: seeds, part: .coverage
    ).run()
    if output.format == .text { for result in results { result.noteFindings() } }
    try output.show(results.map(StudyDocument.init)) {
      results.map { summary($0) + rooms($0) }.joined()
    }
  }

  private func summary(_ result: StudyCommand.CampusResult) -> String {
    var table = TextTable("campus", "building", "storey", "covered")
    func value(_ subject: Subject, _ quantity: QuantityName) -> String {
      result.output.facts.first { $0.subject == subject && $0.quantity == quantity }?.shownValue
        ?? "?"
    }
    let campus = Subject.campus(result.campus.id)
    for (building, storey) in result.campus.storeysByBuilding {
      table.add(
        result.campus.id.value, building.name, storey.name,
        value(.storey(storey.id), "storey.nr_coverage"))
    }
    table.add(
      result.campus.id.value, "", "all, \(value(campus, "campus.nr_sites")) sites",
      value(campus, "campus.nr_coverage"))
    return table.text
  }

  private func rooms(_ result: StudyCommand.CampusResult) -> String {
    guard let below else { return "" }
    let names = Dictionary(
      result.campus.spaces.map { ($0.id.value, "\($0.name) \($0.longName)") },
      uniquingKeysWith: { first, _ in first })
    var table = TextTable("room", "covered", "GlobalId")
    for fact in result.output.facts where fact.quantity == "room.nr_coverage" {
      guard let share = fact.value.number, share < below else { continue }
      table.add(names[fact.subject.id] ?? "", fact.shownValue, fact.subject.id)
    }
    return table.text
  }
}
