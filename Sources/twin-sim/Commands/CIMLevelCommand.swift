import ArgumentParser
import SeedFiles
import StandardsCheck
import TwinModel
import TwinStore

/// `twin-sim cim-level`: how much of a campus its model holds.
struct CIMLevelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cim-level",
    abstract: "State the BIM/CIM management level of campuses, and what the next level asks for.",
    discussion: """
      Levels and what they ask for are data (seeds/standards/bim-levels.yaml); their status is shown.

      EXAMPLES
        twin-sim cim-level --db city.sqlite
        twin-sim cim-level --db city.sqlite --campus P01 --format json
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var choice: CampusOptions
  @OptionGroup var seeds: SeedOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let opened = try store.open(.readOnly)
    let levels = try BIMLevels.load(from: seeds.folder().read("standards/bim-levels.yaml"))
    var answers: [BIMLevelAnswer] = []
    for summary in try choice.choose(from: opened) {
      guard let campus = try opened.campus(summary.id) else {
        throw CommandFailure(.badInput, "the database has no model of campus “\(summary.id)”")
      }
      answers.append(levels.answer(for: campus))
    }
    let counting = answers.count(where: \.counts)
    let target = try Programme.loadAll(from: seeds.folder()).flatMap(\.indicators)
      .first { if case .bimLevelCount = $0.measure { true } else { false } }?.targetValue
    try output.show(
      Document(
        document: levels.document, status: levels.status.rawValue, countsFrom: levels.countsFrom,
        counting: counting, target: target, campuses: answers)
    ) {
      var text = answers.map { words($0, levels) }.joined(separator: "\n")
      let goal = target.map { " of the \(Int(exactly: $0) ?? 0) aimed at" } ?? ""
      text +=
        "\n\(counting) campus\(counting == 1 ? "" : "es")\(goal) count (CIM\(levels.countsFrom) "
      text += "and up). Levels: \(levels.document), \(levels.status.rawValue).\n"
      return text
    }
  }

  private func words(_ answer: BIMLevelAnswer, _ levels: BIMLevels) -> String {
    var text = "\(answer.campus): \(answer.name.isEmpty ? "below CIM1" : answer.name)"
    text += answer.counts ? ", counts\n" : ", does not count\n"
    var table = TextTable("level", "asks for", "found", "needed", "")
    for need in answer.needs {
      table.add(
        "CIM\(need.level)", "\(need.chinese) \(need.english)", "\(need.having) of \(need.of)",
        need.share == 1 ? "all" : "\(Int((need.share * 100).rounded())) %",
        need.isMet ? "met" : "missing")
    }
    text += table.text
    if !answer.isPlaced { text += "The campus is not placed on the map.\n" }
    return text
  }

  private struct Document: Encodable {
    let document: String
    let status: String
    let countsFrom: Int
    let counting: Int
    let target: Double?
    let campuses: [BIMLevelAnswer]

    private enum CodingKeys: String, CodingKey {
      case document, status, counting, target, campuses
      case countsFrom = "counts_from"
    }
  }
}
