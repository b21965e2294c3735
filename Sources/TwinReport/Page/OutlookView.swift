import TwinModel

/// What the outlook's template shows: the baseline's chart, each variant's end, the schools' years.
struct OutlookView {
  let title: String
  let baseline: String
  let chart: String
  let lastYear: String
  let stages: [String]
  let levers: [String]
  let shared: String?
  let variants: [VariantRow]
  let years: [String]
  let schools: [BalanceRow]
  let interventions: [InterventionRow]
  let plans: PlanView
  let failed: Int?

  struct VariantRow {
    let values: [String]
    let isBaseline: Bool
    let cells: [Cell]
  }

  struct Cell {
    let text: String
    let style: String
    let detail: String
  }

  struct BalanceRow {
    let name: String
    let stage: String
    let cells: [Cell]
  }

  struct InterventionRow {
    let year: String
    let campus: String
    let words: String
  }
}

extension OutlookView {
  /// Lays out a sweep; `names` gives campuses their school's name.
  init(_ sweep: ReportInput.Sweep, names: [ReportInput.School]) {
    let run = sweep.run
    title = run.title
    let index = run.variants.firstIndex(where: \.variant.isBaseline) ?? 0
    let facts = sweep.districtFacts.indices.contains(index) ? sweep.districtFacts[index] : []
    let table = VariantTable(run.variants.map(\.variant))
    (levers, shared) = (table.levers, table.shared)
    baseline = table.words(index)
    chart = BalanceChart(facts: facts).svg()
    let balances = facts.filter { $0.quantity == "seats.balance" }
    let last = balances.compactMap(\.year).max()
    lastYear = last.map(String.init) ?? ""
    let stagesShown = Stage.allCases.filter { stage in balances.contains { $0.stage == stage } }
    stages = stagesShown.map(ReportWords.stage)
    variants = zip(zip(run.variants, table.values), sweep.districtFacts).map { variant, facts in
      VariantRow(
        values: variant.1, isBaseline: variant.0.variant.isBaseline,
        cells: stagesShown.map { stage in
          Self.cell(
            facts.first {
              $0.subject.kind == .district && $0.quantity == "seats.balance" && $0.year == last
                && $0.stage == stage
            }, warning: nil)
        })
    }
    let shownYears = Set(balances.compactMap(\.year)).sorted()
    years = shownYears.map(String.init)
    let nameOf = Dictionary(
      names.map { ($0.id.value, $0.name) }, uniquingKeysWith: { first, _ in first })
    let campuses = Set(balances.filter { $0.subject.kind == .campus }.map(\.subject)).sorted()
    schools = campuses.flatMap { campus in
      stagesShown.compactMap { stage -> BalanceRow? in
        let own = facts.filter { $0.subject == campus && $0.stage == stage }
        guard own.contains(where: { $0.quantity == "seats.balance" }) else { return nil }
        return BalanceRow(
          name: nameOf[campus.id] ?? campus.id, stage: ReportWords.stage(stage),
          cells: shownYears.map { year in
            Self.cell(
              own.first { $0.quantity == "seats.balance" && $0.year == year },
              warning: own.first { $0.quantity == "seats.warning_level" && $0.year == year })
          })
      }
    }
    interventions = run.interventions.map {
      InterventionRow(
        year: "\($0.year)", campus: nameOf[$0.campus.value] ?? $0.campus.value,
        words: Self.words($0.action))
    }
    plans = PlanView(sweep, name: { nameOf[$0] ?? $0 }, words: table.words)
    failed = sweep.failedTasks == 0 ? nil : sweep.failedTasks
  }

  private static func cell(_ balance: Fact?, warning: Fact?) -> Cell {
    guard let balance, let value = balance.value.number else {
      return Cell(text: "", style: "none", detail: "")
    }
    let level = warning?.value.text ?? (value < 0 ? "red" : "green")
    let detail = balance.interval.map {
      "80 %: \(ReportWords.grouped($0.low)) … \(ReportWords.grouped($0.high))"
    }
    return Cell(text: ReportWords.grouped(value), style: level, detail: detail ?? "")
  }

  private static func words(_ action: Intervention.Action) -> String {
    func seats(_ seats: [Intervention.StageSeats]) -> String {
      seats.map { "\(ReportWords.stage($0.stage)) \(ReportWords.grouped(Double($0.seats)))" }
        .joined(separator: ", ") + " 学位 seats"
    }
    return switch action {
    case .open(let given):
      given.isEmpty ? "新建 opens: 模型所载学位 the seats of its model" : "新建 opens: \(seats(given))"
    case .expand(let added): "扩建 expands by: \(seats(added))"
    case .renovate: "改建 renovates"
    case .close: "关闭 closes"
    }
  }
}
