import TwinModel

/// What a school's template shows.
struct SchoolView {
  let id: String
  let name: String
  let kind: String
  let stages: String
  let overall: OverviewView.Mark
  let figures: [Figure]
  let plans: [Plan]
  let uses: [UseRow]
  let clauses: [ClauseRow]
  let findings: [FindingRow]
  let versions: [VersionRow]

  struct Figure {
    let chinese: String
    let value: String
    let note: String
  }

  struct Plan {
    let title: String
    let svg: String
  }

  struct UseRow {
    let use: String
    let rooms: Int
    let area: String
    let seats: String
  }

  struct ClauseRow {
    let ruleSet: String
    let number: String
    let chinese: String
    let english: String
    let mark: OverviewView.Mark
    let requirement: String
    let summary: String
    let method: String
    let binding: Bool
    let unverified: Bool
    let details: [Detail]
    let more: Int?
  }

  /// One subject that fails a clause or leaves it open.
  struct Detail {
    let symbol: String
    let subject: String
    let measured: String
    let reason: String
    let evidence: String
  }

  struct FindingRow {
    let severity: String
    let code: String
    let message: String
    let suggestion: String
  }

  struct VersionRow {
    let file: String
    let schema: String
    let tool: String
    let hash: String
    let findings: Int
  }
}

extension SchoolView {
  /// How many rooms a clause lists by name; the rest is a number, and stands in the store.
  private static let detailLimit = 12

  /// Lays out a school of a report.
  init(_ school: ReportInput.School, in input: ReportInput) {
    id = school.id.value
    name = school.name
    kind = ReportWords.kind(school.kind)
    stages = school.stages.map(ReportWords.stage).joined(separator: ", ")
    overall = OverviewView.mark(school.overall)
    figures = Self.figures(school)
    plans = Self.plans(school)
    uses = Self.uses(school, words: input.roomUses)
    clauses = Self.clauses(school, input.ruleSets)
    findings = school.findings.prefix(40).map {
      FindingRow(
        severity: $0.severity.rawValue, code: $0.code, message: $0.message,
        suggestion: $0.suggestion)
    }
    versions = school.versions.map {
      VersionRow(
        file: $0.fileName, schema: $0.schema, tool: $0.authoringTool,
        hash: String($0.sha256.prefix(16)), findings: $0.findings.count)
    }
  }

  private static func figures(_ school: ReportInput.School) -> [Figure] {
    let shown: [QuantityName] = [
      "campus.seats", "campus.classes", "campus.floor_area", "campus.smoke_detectors_required",
      "campus.smoke_detectors_present", "campus.nr_coverage", "campus.nr_sites",
      "campus.bim_level", "network.uplink_rate", "network.dual_link",
    ]
    return shown.flatMap { name in
      school.facts.filter { $0.quantity == name && $0.subject.kind == .campus }.map { fact in
        Figure(
          chinese: (QuantityCatalogue.entry(name)?.chinese ?? name.value)
            + (fact.stage.map { " \(ReportWords.stage($0))" } ?? ""),
          value: ReportWords.value(fact), note: fact.note)
      }
    }
  }

  private static func plans(_ school: ReportInput.School) -> [Plan] {
    var uses: [GlobalID: String] = [:]
    for fact in school.facts where fact.quantity == "room.use" {
      uses[GlobalID(fact.subject.id)] = fact.value.text
    }
    return school.plans.compactMap { plan in
      let rooms = Set(plan.rooms.map(\.id))
      let proposed = school.devices.filter { device in
        device.space.map(rooms.contains) ?? false
      }
      let layers = StoreyPlanDrawing.Layers(
        uses: uses, devices: plan.devices + proposed,
        grid: school.grids.first { $0.storey == plan.storey && $0.quantity == "grid.ss_rsrp" })
      guard let svg = StoreyPlanDrawing(plan, layers: layers)?.svg() else { return nil }
      let building = school.buildingNames[plan.building] ?? ""
      return Plan(title: "\(building) \(plan.name)", svg: svg)
    }
  }

  private static func uses(
    _ school: ReportInput.School, words: [String: String]
  ) -> [UseRow] {
    var rooms: [String: [String]] = [:]
    for fact in school.facts where fact.quantity == "room.use" {
      rooms[fact.value.text ?? "", default: []].append(fact.subject.id)
    }
    func sum(_ quantity: QuantityName, _ ids: Set<String>) -> Double {
      school.facts.filter { $0.quantity == quantity && ids.contains($0.subject.id) }
        .compactMap(\.value.number).reduce(0, +)
    }
    return rooms.sorted { $0.key < $1.key }.map { use, ids in
      let seats = sum("room.seats", Set(ids))
      return UseRow(
        use: words[use] ?? use, rooms: ids.count,
        area: SVG.number((sum("room.usable_area", Set(ids)) * 10).rounded() / 10),
        seats: seats == 0 ? "" : ReportWords.grouped(seats))
    }
  }

  private static func clauses(
    _ school: ReportInput.School, _ ruleSets: [ReportInput.RuleSetText]
  ) -> [ClauseRow] {
    let names = Dictionary(
      school.plans.flatMap(\.rooms).map { ($0.id.value, "\($0.name) \($0.longName)") },
      uniquingKeysWith: { first, _ in first })
    var rows: [ClauseRow] = []
    for set in ruleSets {
      for clause in set.clauses {
        let verdicts = school.verdicts.filter {
          $0.ruleSet == set.id && $0.clause == clause.id && $0.outcome != .notApplicable
        }
        guard let first = verdicts.first else { continue }
        let open = verdicts.filter { $0.outcome != .met }
        let outcome: Verdict.Outcome =
          open.contains { $0.outcome == .notMet } ? .notMet : open.isEmpty ? .met : .unknown
        rows.append(
          ClauseRow(
            ruleSet: set.id, number: clause.number, chinese: clause.chinese,
            english: clause.english, mark: OverviewView.mark(outcome),
            requirement: first.requirement, summary: summary(verdicts),
            method: ReportWords.method(verdicts.compactMap(\.method).first),
            binding: first.isBinding, unverified: !first.isVerified,
            details: open.prefix(detailLimit).map { detail($0, names) },
            more: open.count > detailLimit ? open.count - detailLimit : nil))
      }
    }
    return rows
  }

  private static func summary(_ verdicts: [Verdict]) -> String {
    if verdicts.count == 1, let only = verdicts.first { return only.measured }
    return Verdict.Outcome.allCases.compactMap { outcome in
      let count = verdicts.count { $0.outcome == outcome }
      return count == 0 ? nil : "\(ReportWords.symbol(outcome)) \(count)"
    }.joined(separator: "  ")
  }

  private static func detail(_ verdict: Verdict, _ names: [String: String]) -> Detail {
    Detail(
      symbol: ReportWords.symbol(verdict.outcome),
      subject: names[verdict.subject.id]
        ?? "\(verdict.subject.kind.rawValue) \(verdict.subject.id)",
      measured: verdict.measured, reason: verdict.reason,
      evidence: verdict.evidence.prefix(3).map(\.value).joined(separator: " "))
  }
}
