import ArgumentParser
import Foundation
import TwinReport
import TwinStore

/// `twin-sim report`: the pages that a planner shows.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a self-contained HTML report: standards, seats, indicators, every school.",
    discussion: """
      Writes index.html (and a page per school when there are many) and summary.txt with the five
      lines that matter. The pages need no network and no JavaScript; the same database gives the
      same bytes.

      EXAMPLE
        twin-sim report --db city.sqlite --out report
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var seeds: SeedOptions
  @Option(help: ArgumentHelp("The folder to write into.", valueName: "folder"))
  var out: String
  @Option(
    help: ArgumentHelp(
      "Heading of the report; the sweep's district when absent.", valueName: "name"))
  var district: String?
  @OptionGroup var output: OutputOptions

  private struct Document: Encodable {
    let schema_version = 1
    let pages: [String]
    let figures: [Figure]

    struct Figure: Encodable {
      let chinese: String
      let english: String
      let value: String
      let note: String
    }
  }

  func run() throws {
    let opened = try store.open(.readOnly)
    let input = try ReportAssembly(store: opened, seeds: seeds.folder(), district: district).input()
    try opened.close()
    let pages = try Report().pages(input)
    let folder = try OutputFolder(out)
    for page in pages { try folder.write(page.html, to: page.path) }
    let figures = KeyFigures(input).figures
    var lines = ""
    for figure in figures {
      lines += "\(figure.chinese) \(figure.english): \(figure.value)"
      lines += figure.note.isEmpty ? "\n" : " (\(figure.note))\n"
    }
    try folder.write(lines, to: "summary.txt")
    let document = Document(
      pages: pages.map { folder.url.appendingPathComponent($0.path).path },
      figures: figures.map {
        .init(chinese: $0.chinese, english: $0.english, value: $0.value, note: $0.note)
      })
    try output.show(document) { lines + document.pages.map { "\($0)\n" }.joined() }
  }
}
