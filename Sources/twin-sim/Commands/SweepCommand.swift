import ArgumentParser
import Foundation
import RadioCoverage
import ScenarioSweep
import TwinModel
import TwinStore

/// `twin-sim sweep`: one question over many assumptions.
struct SweepCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep", abstract: "Run a scenario over all its assumptions.",
    subcommands: [SweepRunCommand.self, SweepPlanCommand.self])
}

/// What `sweep plan` and `sweep run` share.
struct SweepOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The scenario (YAML).", valueName: "scenario.yaml"))
  var scenario: String
  @OptionGroup var store: StoreOptions
  @Option(
    help: ArgumentHelp(
      "Where the scenario's inputs lie; its own folder when absent.", valueName: "folder"))
  var inputs: String?
  @OptionGroup var seeds: SeedOptions
  @Option(
    help: ArgumentHelp(
      "Propose one indoor 5G site every so many metres of corridor where the model has none.",
      valueName: "m"))
  var proposeSitesEvery: Double?
  @OptionGroup var output: OutputOptions

  func prepare(_ store: TwinStore) throws -> SweepPreparation {
    let rule: SiteRule =
      if let spacing = proposeSitesEvery {
        .proposedPerCorridor(spacing: Metres(spacing))
      } else {
        .modelOnly
      }
    return try SweepPreparation(
      scenario: scenario, inputs: inputs, store: store, seeds: seeds.folder(), siteRule: rule)
  }
}

/// `twin-sim sweep plan`: what a sweep would do, after reading all that it needs.
struct SweepPlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Check a scenario and list its tasks without running them.")

  @OptionGroup var options: SweepOptions

  private struct Document: Encodable {
    let schema_version = 1
    let plan: String
    let variants: [SweepRun.VariantTasks]
    let tasks: [SweepTask]
    let done: Int
  }

  func run() throws {
    let store = try options.store.open(.readWrite)
    let prepared = try options.prepare(store)
    let tasks = prepared.plan.campusTasks + prepared.plan.districtTasks
    let done = try store.doneTasks(among: tasks.map(\.id)).count
    try store.close()
    let document = Document(
      plan: prepared.plan.id, variants: prepared.plan.variants, tasks: tasks, done: done)
    try options.output.show(document) {
      var table = TextTable("variant", "baseline", "tasks")
      for entry in prepared.plan.variants {
        table.add(
          entry.variant.name, entry.variant.isBaseline ? "yes" : "", "\(entry.tasks.count)")
      }
      return table.text + "\(tasks.count) tasks, \(done) of them done before\n"
    }
  }
}

/// `twin-sim sweep run`: runs what is not done yet, and keeps every result in the database.
struct SweepRunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run a scenario on this machine; results go into the database.",
    discussion: """
      A sweep that was interrupted goes on where it stopped when it is run again; so does one whose
      inputs changed in part.

      EXAMPLE
        twin-sim sweep run scenarios/demo/scenario.yaml --inputs district --db city.sqlite --jobs 2
      """)

  @OptionGroup var options: SweepOptions
  @Option(
    help: ArgumentHelp("Tasks at a time; the number of processors when absent.", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
  }

  private struct Document: Encodable {
    let schema_version = 1
    let run: SweepRun
    let failures: [Failure]

    struct Failure: Encodable {
      let task: String
      let subject: String
      let reason: String
    }
  }

  func run() async throws {
    let store = try options.store.open(.readWrite)
    let prepared = try options.prepare(store)
    let plan = prepared.plan
    let ids = (plan.campusTasks + plan.districtTasks).map(\.id)
    let done = try store.doneTasks(among: ids)
    let known = Dictionary(
      try store.tasks(ids.filter(done.contains)).map { ($0.task.id, $0) },
      uniquingKeysWith: { first, _ in first })
    let progress = Progress("sweep \(prepared.scenario.name)", total: Set(ids).count - known.count)
    let executor = SweepExecutor(
      runner: prepared.tasks, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    let work = Task {
      try await executor.run(plan, known: known) { result in
        try store.saveTask(result)
        await progress.advance(failed: result.failure != nil)
      }
    }
    let results = try await Interruption.cancelling(work) { try await work.value }
    let isComplete = results.count == plan.campusTasks.count + plan.districtTasks.count
    let run = SweepRun(
      id: plan.id, scenario: prepared.scenario.name, title: prepared.scenario.title,
      toolVersion: ToolVersion.current, finishedAt: Clock.now,
      interventions: prepared.scenario.interventions, variants: plan.variants)
    if isComplete { try store.saveRun(run) }
    try store.close()
    guard isComplete else {
      throw CommandFailure(
        .interrupted, "interrupted with \(results.count) tasks done; run it again to go on")
    }
    try finish(run, results)
  }

  private func finish(_ run: SweepRun, _ results: [TaskResult]) throws {
    let failures = results.compactMap { result in
      result.failure.map {
        Document.Failure(task: result.task.id, subject: result.task.subject.id, reason: $0)
      }
    }
    let outcome = SweepOutcome(run: run, results: results)
    try options.output.show(Document(run: run, failures: failures)) {
      "\(run.variants.count) variants, \(results.count) tasks, \(failures.count) failed\n"
        + failures.map { "\($0.subject): \($0.reason)\n" }.joined() + outcome.balances
    }
    for warning in outcome.warnings { Console.note(warning) }
    if !failures.isEmpty { throw ExitCode(ExitStatus.partial.rawValue) }
  }
}
