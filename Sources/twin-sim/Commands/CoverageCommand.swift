import ArgumentParser
import RadioCoverage
import SpatialCore
import TwinModel

/// `twin-sim coverage`: 5G and Wi-Fi coverage of the rooms and yards of campuses.
struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Predict 5G and Wi-Fi coverage room by room from walls, materials and sites.",
    discussion: """
      Sites are the model's devices, those of --sites, and proposed ones. Buildings of the database's
      city models stand in the way of outdoor sites. With --out every campus gets a folder with a map of
      each storey as SVG and GeoTIFF, rooms.csv and sites.csv.

      EXAMPLES
        twin-sim coverage --db city.sqlite --campus P01
        twin-sim coverage --db city.sqlite --propose-sites-every 25 --format json
        twin-sim coverage --db city.sqlite --campus P01 --sites sites.csv --out maps
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var choice: CampusOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var radio: RadioOptions
  @OptionGroup var seeds: SeedOptions
  @OptionGroup var output: OutputOptions
  @Option(help: ArgumentHelp("List rooms whose covered share is below this.", valueName: "%"))
  var below: Double?

  func run() throws {
    let results = try StudyCommand(
      store: store, choice: choice, study: study, seeds: seeds, radio: radio,
      part: .coverage
    ).run()
    if let out = radio.out { try write(results, to: out) }
    if output.format == .text { for result in results { result.noteFindings() } }
    try output.show(results.map(StudyDocument.init)) {
      results.map { summary($0) + rooms($0) }.joined()
    }
  }

  private func write(_ results: [StudyCommand.CampusResult], to out: String) throws {
    let study = try CoverageStudy(seeds: seeds.folder()).with(radio)
    let folder = try OutputFolder(out)
    for result in results {
      let written = try CoverageFiles(
        campus: result.campus, plans: StoreyPlanBuilder.plans(of: result.campus).plans,
        output: result.output, facts: result.facts, study: study
      ).write(to: folder, under: result.campus.id.value)
      Console.note("\(result.campus.id): \(written.count) files in \(out)")
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
