import ContentHash
import Foundation
import RadioCoverage
import ScenarioSweep
import SeatForecast
import SeedFiles
import StandardsCheck
import TwinModel
import TwinStore

/// Reads all that a sweep needs, so that a mistake is found before the first task runs.
struct SweepPreparation {
  let scenario: ScenarioFile
  let plan: SweepPlan
  let tasks: SweepTasks

  /// Reads the scenario at `path` with its inputs from `folder` (its own folder when nil).
  init(
    scenario path: String, inputs folder: String?, store: TwinStore, seeds: SeedFolder,
    siteRule: SiteRule
  ) throws {
    guard FileManager.default.fileExists(atPath: path) else {
      throw CommandFailure(.noInput, "\(path): no such file")
    }
    let scenario = try ScenarioFile(YAMLNode.read(file: path))
    self.scenario = scenario
    let base = folder ?? URL(fileURLWithPath: path).deletingLastPathComponent().path
    let enrolment = try InputFile("\(base)/\(scenario.inputs.enrolment)")
    let births = try InputFile("\(base)/\(scenario.inputs.births)")
    let columns = EnrolmentColumns()
    let history = try EnrolmentHistory(
      csv: Array(enrolment.data), file: enrolment.path, columns: columns)
    let lastObserved = history.rows.map(\.year).max() ?? scenario.firstYear
    guard scenario.lastYear > lastObserved else {
      throw CommandFailure(
        .badInput,
        "\(path): years.last is \(scenario.lastYear), but enrolment is known to \(lastObserved) already"
      )
    }
    let demand = try DemandModel(
      enrolment: history,
      births: BirthHistory(
        csv: Array(births.data), file: births.path, columns: BirthColumns(beside: columns)),
      entryLag: scenario.inputs.entryLag, horizon: scenario.lastYear - lastObserved)
    let register = try scenario.inputs.register.map {
      try SchoolRegister(InputFile("\(base)/\($0)"))
    }
    let lists = try SweepLists(scenario, folder: base, seeds: seeds)
    let homesFile = try scenario.inputs.homes.map { try InputFile("\(base)/\($0)") }
    let limits = try WalkLimits.load(from: seeds.read("seats/walks.yaml"))
    let homes = try homesFile.map {
      try PupilHomes(csv: Array($0.data), file: $0.path, limits: limits)
    }
    try homes?.check(against: demand.forecast())
    let summaries = try store.campuses()
    guard !summaries.isEmpty else {
      throw CommandFailure(.badInput, "the database has no campus; import models first")
    }
    try Self.check(scenario, path: path, history: demand.enrolment, known: Set(summaries.map(\.id)))
    let now = Clock.now
    let sizes = Set(scenario.vary.classSize + [scenario.baseline.classSize])
    var benches: [Assumptions.ClassSize: StudyBench] = [:]
    for size in sizes {
      benches[size] = try StudyBench(seeds: seeds, classSize: size, siteRule: siteRule)
    }
    guard let bench = benches[scenario.baseline.classSize] else {
      throw CommandFailure(.ownFault, "the baseline has no bench")
    }
    let campuses = try summaries.map { summary in
      let studies = CampusStudies(store: store, bench: bench, summary: summary, now: now)
      let declared = try store.campus(summary.id)?.declarations ?? []
      return SweepPlan.CampusInput(
        id: summary.id,
        hash: ContentHash.of([
          try studies.modelHash(declarations: declared), bench.capacity.source,
          bench.sensors.source, bench.coverage.source, siteRule.description,
        ]))
    }
    plan = SweepPlan(
      scenario: scenario, campuses: campuses,
      districtHash: ContentHash.of(
        [enrolment.sha256, births.sha256, register?.sha256 ?? "no register"]
          + ["\(scenario.firstYear)", "\(scenario.lastYear)", "\(scenario.inputs.entryLag)"]
          + [try JSONText.of(scenario.interventions), ForecastMethods.standard]
          + [ForecastResult.source, SeatBalance.source, DemandPlan.source]
          + (homesFile.map { [$0.sha256] + limits.lines } ?? [])),
      fileHashes: lists.hashes)
    tasks = SweepTasks(
      store: store, scenario: scenario, benches: benches,
      summaries: Dictionary(
        summaries.map { ($0.id.value, $0) }, uniquingKeysWith: { first, _ in first }),
      demand: demand, sites: register?.sites(district: scenario.district) ?? [],
      lists: lists, homes: homes, thresholds: try WarningThresholds(seeds: seeds), now: now)
    try checkLists(path: path, campuses: summaries.map(\.id))
  }

  /// Finds interventions and lists that do not fit before the first task runs; how many seats models have is
  /// not known yet, so that each has one.
  private func checkLists(path: String, campuses: [CampusID]) throws {
    let seats = Dictionary(
      campuses.map { ($0, Dictionary(uniqueKeysWithValues: Stage.allCases.map { ($0, 1) })) },
      uniquingKeysWith: { first, _ in first })
    do {
      _ = try SeatSupply(capacity: seats, interventions: scenario.interventions)
    } catch {
      throw CommandFailure(.badInput, "\(path): \(error)")
    }
    for housing in scenario.vary.housing {
      for changes in scenario.vary.changes where housing != nil || changes != nil {
        var assumptions = scenario.baseline
        (assumptions.housing, assumptions.changes) = (housing, changes)
        do { _ = try tasks.outlook(assumptions, seats) } catch let error as ForecastError {
          let files = [housing, changes].compactMap(\.self).joined(separator: ", ")
          throw CommandFailure(.badInput, "\(path): \(files): \(error)")
        }
      }
    }
  }

  /// Finds names that lead nowhere before the first task runs.
  private static func check(
    _ scenario: ScenarioFile, path: String, history: EnrolmentHistory, known: Set<CampusID>
  ) throws {
    let districts = Set(history.rows.map(\.district)).sorted()
    guard districts.contains(scenario.district) else {
      throw CommandFailure(
        .badInput,
        "\(path): the enrolment has no district “\(scenario.district)”; it has: "
          + districts.joined(separator: ", "))
    }
    let schools = Set(history.rows.map(\.school))
    var opened: Set<CampusID> = []
    for item in scenario.interventions.sorted(by: { $0.year < $1.year }) {
      if case .open = item.action { opened.insert(item.campus) }
      guard
        known.contains(item.campus) || opened.contains(item.campus)
          || schools.contains(item.campus.value)
      else {
        throw CommandFailure(
          .badInput,
          "\(path): the intervention of \(item.year) names campus “\(item.campus)”, which neither the "
            + "database nor the enrolment has; open it first")
      }
    }
  }
}

extension WarningThresholds {
  /// The thresholds of `seeds/seats/warning-levels.yaml`.
  init(seeds: SeedFolder) throws {
    let levels = try SeatWarningLevels.load(from: seeds.read("seats/warning-levels.yaml"))
    try self.init(
      yellowProbability: levels.yellow.shortageProbabilityPercent,
      redProbability: levels.red.shortageProbabilityPercent,
      yellowUtilisation: levels.yellow.utilisationPercent,
      redUtilisation: levels.red.utilisationPercent)
  }
}
