import ContentHash
import Logging
import RadioCoverage
import SpatialCore
import StandardsCheck
import TwinModel
import TwinStore

/// The studies of one campus, done once for the same inputs: results are kept in the store under a
/// hash of the model, the parameters and the seeds.
struct CampusStudies {
  let store: TwinStore
  let bench: StudyBench
  let summary: CampusSummary
  /// The current time, ISO 8601, for the store's records.
  let now: String
  /// Whether the results become what the store shows of the campus; a what-if leaves no trace.
  var keepsResults = true

  /// Which studies a command asks for; the later ones build on the earlier.
  enum Part: Int, Comparable {
    case capacity, sensors, coverage

    static func < (left: Part, right: Part) -> Bool { left.rawValue < right.rawValue }
  }

  /// What the studies found.
  struct Result {
    var campus: Campus
    var outputs: [Part: StudyOutput] = [:]
    /// Facts of the studies, declarations and the management level.
    var facts: [Fact] = []
    /// Findings of the studies and of the plans they stand on.
    var findings: [Finding] = []
    /// Hash of all that was read.
    var inputsHash: String
  }

  /// Hash of the campus' models, declarations and the seeds.
  func modelHash(declarations: [Fact]) throws -> String {
    ContentHash.of(
      [summary.id.value, summary.kind.rawValue, bench.seedsHash]
        + summary.stages.map(\.rawValue)
        + summary.versions.map { "\($0.version.fileName) \($0.version.sha256)" }
        + (try declarations.map { try JSONText.of($0) }))
  }

  /// Runs the studies up to `last`, or takes them from the store.
  func run(upTo last: Part) throws -> Result {
    guard let campus = try store.campus(summary.id) else {
      throw CommandFailure(.noInput, "the database has no model of campus “\(summary.id)”")
    }
    var result = Result(
      campus: campus, inputsHash: try modelHash(declarations: campus.declarations))
    var plans: StoreyPlanBuilder.Result?
    for (part, study) in try chain(campus) where part <= last {
      let hash = ContentHash.of(
        [result.inputsHash, study.source]
          + study.parameters.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] })
      result.inputsHash = hash
      let output: StudyOutput
      if let known = try store.study(
        campus: campus.id, source: study.source, inputsHash: hash)
      {
        if keepsResults {
          _ = try store.makeCurrent(campus: campus.id, source: study.source, inputsHash: hash)
        }
        output = known
        log.debug("\(summary.id) \(study.source): known as \(hash.prefix(16))")
      } else {
        let drawn = plans ?? StoreyPlanBuilder.plans(of: campus)
        plans = drawn
        var done = try study.run(
          StudyInput(
            campus: campus, plans: drawn.plans, facts: result.facts,
            occupancy: result.outputs[.capacity]?.occupancy))
        if part == .capacity { done.findings = drawn.findings + done.findings }
        if keepsResults {
          try store.saveStudy(
            campus: campus.id, source: study.source, inputsHash: hash, output: done, at: now)
        }
        output = done
        log.debug("\(summary.id) \(study.source): done as \(hash.prefix(16))")
      }
      result.outputs[part] = output
      result.facts += output.facts
      result.findings += output.findings
    }
    result.facts.append(bench.levels.fact(of: campus))
    result.facts += campus.declarations
    return result
  }

  /// Runs all studies and judges the campus by all rule sets; the verdicts are kept too.
  func check() throws -> (result: Result, verdicts: [Verdict]) {
    let result = try run(upTo: .coverage)
    let verdicts = StandardsChecker().check(
      campus: result.campus, facts: result.facts, ruleSets: bench.ruleSets)
    if keepsResults {
      try store.saveVerdicts(
        campus: summary.id, inputsHash: result.inputsHash, verdicts: verdicts, at: now)
    }
    return (result, verdicts)
  }

  private var log: Logger { Logger(label: "twin-sim.studies") }

  private func chain(_ campus: Campus) throws -> [(Part, any CampusStudy)] {
    var coverage = bench.coverage
    coverage.surroundings = try Surroundings(of: campus, in: store).blockers()
    return [(.capacity, bench.capacity), (.sensors, bench.sensors), (.coverage, coverage)]
  }
}
