import ContentHash
import Foundation
import SchoolCapacity
import SeedFiles
import SpatialCore
import StandardsCheck
import TwinModel
import TwinReport
import TwinStore

/// Gathers what a report shows from the store and the seeds; it computes nothing itself.
struct ReportAssembly {
  let store: TwinStore
  let seeds: SeedFolder
  /// Heading of the report; the sweep's district when nil.
  let district: String?

  func input() throws -> ReportInput {
    let ruleSets = try RuleSet.loadAll(from: seeds)
    let schools = try store.campuses().map { try school($0, ruleSets: ruleSets) }
    let run = try store.runs().last
    let sweep = try run.map(sweep)
    let districtName =
      district ?? sweep?.districtFacts.joined().first { $0.subject.kind == .district }?.subject.id
    var input = ReportInput(
      district: districtName ?? "twin-sim", toolVersion: ToolVersion.current,
      inputsHash: try inputsHash(run), indicators: try indicators(schools),
      ruleSets: ruleSets.map { set in
        .init(
          id: set.id, document: set.document,
          clauses: set.clauses.map {
            .init(id: $0.id, number: $0.number, chinese: $0.chinese, english: $0.english)
          })
      }, roomUses: try roomUses(), schools: schools, sweep: sweep)
    input.surroundings = try surroundings()
    return input
  }

  /// Outlines of the buildings of city models, largest first.
  private func surroundings() throws -> [Polygon] {
    try store.cityOutlines(kinds: ["Building", "BuildingPart"]).flatMap(\.polygons)
      .map { (polygon: $0, area: $0.area.value) }.sorted { $0.area > $1.area }.map(\.polygon)
  }

  // MARK: - Parts

  private func roomUses() throws -> [String: String] {
    Dictionary(
      try RoomUses.load(from: seeds.read("rooms/uses.yaml")).all.map {
        ($0.id, "\($0.chinese) \($0.english)")
      }, uniquingKeysWith: { first, _ in first })
  }

  private func school(
    _ summary: CampusSummary, ruleSets: [RuleSet]
  ) throws -> ReportInput.School {
    guard let campus = try store.campus(summary.id) else {
      throw CommandFailure(.badInput, "the database has no model of campus “\(summary.id)”")
    }
    let studies = try store.latestStudies(campus: summary.id).map(\.output)
    let verdicts = try store.verdicts(campus: summary.id)?.verdicts ?? []
    let levels = try BIMLevels.load(from: seeds.read("standards/bim-levels.yaml"))
    let standings = CampusStanding.byRuleSet(verdicts)
    return ReportInput.School(
      id: summary.id, name: summary.name, kind: summary.kind, stages: summary.stages,
      place: place(of: campus),
      buildingNames: Dictionary(
        campus.buildings.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first }),
      plans: StoreyPlanBuilder.plans(of: campus).plans,
      facts: studies.flatMap(\.facts) + [levels.fact(of: campus)] + campus.declarations,
      verdicts: verdicts,
      standings: ruleSets.map { set in
        .init(
          ruleSet: set.id,
          outcome: outcome(standings.first { $0.ruleSet == set.id }?.answer ?? .nothingBinding))
      },
      // A campus that was not checked yet is unknown, not free of failures.
      overall: verdicts.isEmpty ? .unknown : outcome(CampusStanding(verdicts).answer),
      findings: summary.versions.flatMap(\.version.findings) + studies.flatMap(\.findings),
      devices: studies.flatMap(\.devices), grids: studies.flatMap(\.grids),
      versions: summary.versions.map(\.version))
  }

  private func outcome(_ answer: CampusStanding.Answer) -> Verdict.Outcome {
    switch answer {
    case .meets: .met
    case .fails: .notMet
    case .undecided: .unknown
    case .nothingBinding: .notApplicable
    }
  }

  /// The middle of the campus' outline on the map; nil when it is unplaced or has none.
  private func place(of campus: Campus) -> Point2? {
    guard let georeference = campus.georeference else { return nil }
    let points = campus.buildings.flatMap(\.footprint.polygons).flatMap(\.outer)
      .map { Point3($0.x, $0.y, 0) }
    guard let box = Box3(around: points) else { return nil }
    return georeference.map(Point2((box.min.x + box.max.x) / 2, (box.min.y + box.max.y) / 2))
  }

  private func sweep(_ run: SweepRun) throws -> ReportInput.Sweep {
    var failed = 0
    var facts: [[Fact]] = []
    var findings: [[Finding]] = []
    for variant in run.variants {
      let results = try store.tasks(variant.tasks)
      failed += variant.tasks.count - results.count { $0.failure == nil }
      let district = results.filter { $0.task.subject.kind == .district }
      facts.append(district.flatMap(Self.own))
      findings.append(district.flatMap(\.findings))
    }
    return ReportInput.Sweep(
      run: run, districtFacts: facts, districtFindings: findings, failedTasks: failed)
  }

  /// The facts of a district's task without the balances of other districts that its enrolment has.
  private static func own(_ result: TaskResult) -> [Fact] {
    result.facts.filter { fact in
      fact.subject.kind != .district || fact.subject == result.task.subject
        || fact.quantity.value.hasPrefix("planned.")
    }
  }

  private func indicators(_ schools: [ReportInput.School]) throws -> [ReportInput.Indicator] {
    let campuses = schools.map { school in
      ProgrammeCampus(
        id: school.id, kind: school.kind, verdicts: school.verdicts,
        bimLevel: school.facts.first { $0.quantity == "campus.bim_level" }?.value.number.map {
          Int($0)
        })
    }
    var rows: [ReportInput.Indicator] = []
    // The city's plan stands before the district's: its indicators are numbered from A.
    let programmes = try Programme.loadAll(from: seeds).sorted {
      ($0.indicators.first?.id ?? "") < ($1.indicators.first?.id ?? "")
    }
    for programme in programmes {
      let progress = programme.progress(of: campuses)
      for indicator in programme.indicators where indicator.kind != .fact {
        let value = progress.first { $0.indicator == indicator.id }?.value
        rows.append(
          ReportInput.Indicator(
            id: indicator.id, programme: programme.chinese, chinese: indicator.chinese,
            english: indicator.english, baseline: indicator.baseline, target: indicator.target,
            character: words(indicator.kind),
            measured: value.map { "\(($0 * 10).rounded() / 10)".replacing(".0", with: "") } ?? "",
            progress: value.flatMap { value in indicator.targetValue.map { value / $0 } }))
      }
    }
    return rows
  }

  private func words(_ kind: Programme.Kind) -> String {
    switch kind {
    case .binding: "约束性 binding"
    case .expected: "预期性 expected"
    case .goal: "目标 goal"
    case .effect: "成效 effect"
    case .text: "文字 text"
    case .fact: "现状 fact"
    }
  }

  private func inputsHash(_ run: SweepRun?) throws -> String {
    var parts = [run?.id ?? "no sweep"] + (try store.cityFileHashes())
    for summary in try store.campuses() {
      parts.append(summary.id.value)
      parts += summary.versions.map(\.version.sha256)
      parts.append(try store.verdicts(campus: summary.id)?.inputsHash ?? "not checked")
    }
    return ContentHash.of(parts)
  }
}
