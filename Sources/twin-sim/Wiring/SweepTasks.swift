import ScenarioSweep
import SeatForecast
import SeedFiles
import StandardsCheck
import TwinModel
import TwinStore

/// Does the tasks of a sweep: the studies and clauses of a campus, the seat balance of the district.
struct SweepTasks: TaskRunner {
  let store: TwinStore
  let scenario: ScenarioFile
  /// One bench for each class size of the grid; results of the baseline's are the current ones.
  let benches: [Assumptions.ClassSize: StudyBench]
  let summaries: [String: CampusSummary]
  let demand: DemandModel
  let sites: [SeatSite]
  let lists: SweepLists
  let homes: PupilHomes?
  let thresholds: WarningThresholds
  let now: String

  func run(_ task: SweepTask, after earlier: [TaskResult]) async throws -> TaskResult {
    task.subject.kind == .campus ? try campus(task) : try district(task, earlier)
  }

  private func campus(_ task: SweepTask) throws -> TaskResult {
    guard let summary = summaries[task.subject.id], let bench = benches[task.assumptions.classSize]
    else { throw CommandFailure(.ownFault, "task \(task.id) is about an unknown campus") }
    let (result, verdicts) = try CampusStudies(
      store: store, bench: bench, summary: summary, now: now,
      keepsResults: task.assumptions.classSize == scenario.baseline.classSize
    ).check()
    // Rooms stay with the study that found them; a task keeps what a district is judged by.
    let kept = result.facts.filter { $0.subject.kind <= .building }
    return TaskResult(
      task: task, facts: kept, verdicts: verdicts.filter { $0.outcome != .notApplicable })
  }

  private func district(_ task: SweepTask, _ earlier: [TaskResult]) throws -> TaskResult {
    var capacity: [CampusID: [Stage: Int]] = [:]
    for result in earlier {
      let seats = result.facts.filter { $0.quantity == "campus.seats" && $0.stage != nil }
      guard !seats.isEmpty else { continue }
      let campus = try CampusID(result.task.subject.id)
      for fact in seats {
        guard let stage = fact.stage, let number = fact.value.number else { continue }
        capacity[campus, default: [:]][stage] = Int(number)
      }
    }
    let outlook = try outlook(task.assumptions, capacity)
    let years = scenario.firstYear...scenario.lastYear
    let facts = outlook.facts.filter { $0.year.map(years.contains) ?? true }
    // What is planned before the outlook begins shapes it, too.
    return TaskResult(
      task: task, facts: facts + outlook.plan.facts,
      findings: outlook.forecast.findings + outlook.balance.findings)
  }

  /// What a variant comes to.
  struct Outlook {
    var plan: DemandPlan
    /// The forecast with the plan.
    var forecast: ForecastResult
    var balance: SeatBalance
    /// Who comes with dwellings and who moves.
    var planned: [Fact]

    /// All that has a year.
    var facts: [Fact] { forecast.facts() + balance.facts + planned }
  }

  /// The forecast of a variant with what it plans, and the balance with its seats.
  func outlook(
    _ assumptions: Assumptions, _ capacity: [CampusID: [Stage: Int]]
  ) throws -> Outlook {
    let plain = demand.forecast(try ForecastAssumptions(assumptions))
    // Changes move pupils to the seats that interventions leave; the balance has the seats of both.
    let standing = try SeatSupply(capacity: capacity, interventions: scenario.interventions)
    let plan = lists.plan(assumptions, plain, supply: standing, sites: sites, homes: homes)
    let (forecast, moves) = try plain.with(plan)
    let planned = try Intervention.interventions(
      of: plan.changes, known: Set(standing.campuses))
    let supply = try SeatSupply(
      capacity: capacity, interventions: scenario.interventions + planned)
    let opened = try SeatSite.opened(by: plan.changes)
    let balance = try SeatBalanceStudy(
      forecast: forecast, supply: supply,
      sites: sites.filter { site in !opened.contains { $0.campus == site.campus } } + opened,
      thresholds: thresholds, homes: homes
    ).run()
    return Outlook(
      plan: plan, forecast: forecast, balance: balance,
      planned: try plan.dwellingFacts(on: plain) + moves.map(\.fact))
  }
}
