import TwinModel

/// What a sweep found, in a few lines for the terminal: seats left over by variant in the last year, and what
/// planners should know of them.
struct SweepOutcome {
  let run: SweepRun
  let results: [TaskResult]

  /// Seats less pupils of the district in the last year, a row a variant; empty where no balance is known.
  var balances: String {
    let balances = districts.map { result in
      result?.facts.filter { $0.subject == result?.task.subject && $0.quantity == "seats.balance" }
        ?? []
    }
    guard let last = balances.joined().compactMap(\.year).max() else { return "" }
    let stages = Stage.allCases.filter { stage in balances.joined().contains { $0.stage == stage } }
    var table = TextTable(columns: stages.map(\.rawValue) + ["variant"])
    for (entry, facts) in zip(run.variants, balances) {
      table.add(
        row: stages.map { stage in
          facts.first { $0.year == last && $0.stage == stage }?.value.number
            .map { "\(Int($0.rounded()))" } ?? ""
        } + [entry.variant.name + (entry.variant.isBaseline ? " (baseline)" : "")])
    }
    return "seats less pupils in \(last), negative where seats run short:\n" + table.text
  }

  /// Warnings of the district's tasks, each code and subject once, with how many variants have it.
  var warnings: [String] {
    var order: [[String]] = []
    var found: [[String]: (message: String, count: Int)] = [:]
    for result in districts.compactMap(\.self) {
      for finding in result.findings where finding.severity != .info {
        let key = [finding.code, finding.subject]
        if found[key] == nil { order.append(key) }
        found[key] = (found[key]?.message ?? finding.message, (found[key]?.count ?? 0) + 1)
      }
    }
    return order.compactMap { found[$0] }.map { warning in
      "warning: \(warning.message) (\(warning.count) of \(run.variants.count) variants"
        + (warning.count > 1 ? "; numbers are those of the first)" : ")")
    }
  }

  /// The district's result of each variant; nil where it failed.
  private var districts: [TaskResult?] {
    let byTask = Dictionary(
      results.map { ($0.task.id, $0) }, uniquingKeysWith: { first, _ in first })
    return run.variants.map { variant in
      variant.tasks.compactMap { byTask[$0] }
        .first { $0.task.subject.kind == .district && $0.failure == nil }
    }
  }
}
