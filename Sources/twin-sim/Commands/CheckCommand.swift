import ArgumentParser
import StandardsCheck
import TwinModel
import TwinStore

/// `twin-sim check`: clause by clause, met, not met, unknown or not applicable.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check campuses against the standards, clause by clause, with evidence.",
    discussion: """
      Studies that are needed and not in the database yet are run first. The exit status is 0 when
      every chosen campus meets all binding clauses that apply, 1 when one does not or is undecided.

      EXAMPLES
        twin-sim check --db city.sqlite
        twin-sim check --db city.sqlite --campus P01 --details --format json
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var choice: CampusOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var seeds: SeedOptions
  @OptionGroup var output: OutputOptions
  @Flag(help: "List every verdict that is not met or unknown.")
  var details = false

  private struct Document: Encodable {
    let schema_version = 1
    let campus: String
    let answer: String
    let rule_sets: [RuleSetAnswer]
    let verdicts: [Verdict]
    let findings: [Finding]

    struct RuleSetAnswer: Encodable {
      let rule_set: String
      let answer: String
      let failed: [String]
      let open: [String]
      let unverified: [String]
    }
  }

  func run() throws {
    let bench = try StudyBench(seeds: seeds, options: study)
    let opened = try store.open(.readWrite)
    let now = Clock.now
    var documents: [Document] = []
    for summary in try choice.choose(from: opened) {
      let (result, verdicts) = try CampusStudies(
        store: opened, bench: bench, summary: summary, now: now
      ).check()
      documents.append(
        Document(
          campus: summary.id.value, answer: CampusStanding(verdicts).answer.rawValue,
          rule_sets: CampusStanding.byRuleSet(verdicts).map {
            .init(
              rule_set: $0.ruleSet, answer: $0.answer.rawValue, failed: $0.failed, open: $0.open,
              unverified: $0.unverified)
          }, verdicts: verdicts, findings: result.findings))
    }
    try opened.close()
    try output.show(documents) { text(documents) }
    let good: [CampusStanding.Answer] = [.meets, .nothingBinding]
    let allMeet = documents.allSatisfy { good.map(\.rawValue).contains($0.answer) }
    if !allMeet { throw ExitCode(ExitStatus.notMet.rawValue) }
  }

  private func text(_ documents: [Document]) -> String {
    var table = TextTable("campus", "rule set", "answer", "failed", "open")
    for document in documents {
      for row in document.rule_sets {
        table.add(
          document.campus, row.rule_set, row.answer, row.failed.joined(separator: " "),
          row.open.joined(separator: " "))
      }
      table.add(document.campus, "all", document.answer, "", "")
    }
    guard details else { return table.text }
    var list = TextTable("campus", "clause", "outcome", "subject", "measured", "required", "reason")
    for document in documents {
      for verdict in document.verdicts
      where verdict.outcome == .notMet || verdict.outcome == .unknown {
        list.add(
          document.campus, verdict.clause, verdict.outcome.rawValue, verdict.subject.id,
          verdict.measured, verdict.requirement, verdict.reason)
      }
    }
    return table.text + list.text
  }
}
