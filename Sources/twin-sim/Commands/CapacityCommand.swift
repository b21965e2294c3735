import ArgumentParser
import TwinModel

/// `twin-sim capacity`: seats and classes that the rooms can hold.
struct CapacityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "capacity",
    abstract: "Say how many classes and seats the rooms of a campus hold, and what limits them.",
    discussion: """
      EXAMPLES
        twin-sim capacity --db city.sqlite
        twin-sim capacity --db city.sqlite --campus P01 --class-size 40/45 --format json
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var choice: CampusOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var seeds: SeedOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let results = try StudyCommand(
      store: store, choice: choice, study: study, seeds: seeds, part: .capacity
    ).run()
    if output.format == .text { for result in results { result.noteFindings() } }
    try output.show(results.map(StudyDocument.init)) {
      var table = TextTable("campus", "stage", "classes", "seats", "limit")
      for result in results {
        let facts = result.output.facts.filter { $0.subject.kind == .campus }
        let seats = facts.filter { $0.quantity == "campus.seats" }
        if seats.isEmpty { table.add(result.campus.id.value, "", "?", "?", "see the findings") }
        for fact in seats {
          let classes = facts.first { $0.quantity == "campus.classes" && $0.stage == fact.stage }
          table.add(
            result.campus.id.value, fact.stage?.rawValue ?? "all", classes?.shownValue ?? "?",
            fact.shownValue, fact.note)
        }
      }
      return table.text
    }
  }
}
