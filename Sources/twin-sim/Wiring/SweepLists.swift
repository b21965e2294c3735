import ContentHash
import ScenarioSweep
import SeatForecast
import SeedFiles
import TwinModel

/// The lists of dwellings and of changes of schools that a scenario's assumptions name.
struct SweepLists {
  private let housing: [String: [HousingDevelopment]]
  private let changes: [String: [SchoolChange]]
  private let yields: DwellingYields
  /// Hashes of all that each list means, by the name of its file.
  let hashes: [String: String]

  /// Reads the files of a scenario, relative to `folder`.
  init(_ scenario: ScenarioFile, folder: String, seeds: SeedFolder) throws {
    let named = scenario.vary.housing + [scenario.baseline.housing]
    let changed = scenario.vary.changes + [scenario.baseline.changes]
    var housing: [String: [HousingDevelopment]] = [:]
    var changes: [String: [SchoolChange]] = [:]
    var hashes: [String: String] = [:]
    let yields =
      named.allSatisfy { $0 == nil }
      ? DwellingYields(byType: [:])
      : try DwellingYields.load(from: seeds.read("housing/pupils-per-dwelling.yaml"))
    let rates = yields.byType.sorted { $0.key < $1.key }.map { type, yield in
      "\(type) \(yield.prior.shape) \(yield.prior.exposure) \(yield.grades)"
    }
    for name in named.compactMap(\.self) where housing[name] == nil {
      let file = try InputFile("\(folder)/\(name)")
      housing[name] = try HousingDevelopment.developments(csv: Array(file.data), file: file.path)
      hashes[name] = ContentHash.of([file.sha256] + rates)
    }
    for name in changed.compactMap(\.self) where changes[name] == nil {
      let file = try InputFile("\(folder)/\(name)")
      let list = try SchoolChange.changes(csv: Array(file.data), file: file.path)
      let twice = Set(list.map(\.school)).intersection(scenario.interventions.map(\.campus.value))
      if let campus = twice.min() {
        throw CommandFailure(
          .badInput,
          "\(file.path): campus “\(campus)” stands among the scenario's interventions, too; say there "
            + "or here what happens to it")
      }
      changes[name] = list
      hashes[name] = file.sha256
    }
    (self.housing, self.changes, self.yields, self.hashes) = (housing, changes, yields, hashes)
  }

  /// What a variant plans.
  ///
  /// - Parameters:
  ///   - assumptions: The variant's.
  ///   - forecast: Its forecast without the plan.
  ///   - supply: Seats by campus, stage and year, without the changes.
  ///   - sites: Where schools stand.
  ///   - homes: From where pupils move; nil from their schools.
  /// - Returns: The plan; nothing is planned where the assumptions name no list.
  func plan(
    _ assumptions: Assumptions, _ forecast: ForecastResult, supply: SeatSupply,
    sites: [SeatSite], homes: PupilHomes?
  ) -> DemandPlan {
    let changes = assumptions.changes.flatMap { self.changes[$0] } ?? []
    return DemandPlan(
      developments: assumptions.housing.flatMap { housing[$0] } ?? [], yields: yields,
      changes: changes,
      sites: changes.isEmpty
        ? [] : SchoolSite.sites(sites, supply: supply, of: forecast, growing: changes),
      homes: homes)
  }
}
