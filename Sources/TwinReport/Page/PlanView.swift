import TwinModel

/// The lists of changes of schools and of dwellings that variants name: their lines, and what they do in one
/// variant.
struct PlanView {
  let changes: [ChangesView]
  let housing: [HousingView]

  /// A list of changes of schools.
  struct ChangesView {
    let file: String
    let lines: [Line]
    /// The variant that the numbers are of.
    let variant: String
    let years: [String]
    let moves: [MoveRow]
    let warnings: [String]
  }

  /// What happens to a school.
  struct Line {
    let year: String
    let school: String
    let words: String
  }

  /// Pupils who are at another school than without the changes, by year.
  struct MoveRow {
    let stage: String
    let from: String
    let to: String
    let reason: String
    let cells: [String]
  }

  /// A list of dwellings.
  struct HousingView {
    let file: String
    let variant: String
    let years: [String]
    let rows: [DevelopmentRow]
    let warnings: [String]
  }

  /// A development with the pupils that it brings, by year.
  struct DevelopmentRow {
    let words: String
    let place: String
    let dwellings: String
    let cells: [String]
  }
}

extension PlanView {
  /// Lays out the lists of a sweep; `name` gives campuses their school's name, `words` variants theirs.
  init(_ sweep: ReportInput.Sweep, name: (String) -> String, words: (Int) -> String) {
    changes = Self.files(sweep, \.changes).map { file, index in
      let facts = sweep.districtFacts[index]
      let moved = facts.filter { fact in Self.reason(fact) != nil }
      let years = Set(moved.compactMap(\.year)).sorted()
      return ChangesView(
        file: file, lines: facts.compactMap { Self.line($0, name) }, variant: words(index),
        years: years.map(String.init), moves: Self.moves(moved, years, name),
        warnings: Self.warnings(sweep, index, "forecast.change."))
    }
    housing = Self.files(sweep, \.housing).map { file, index in
      let facts = sweep.districtFacts[index]
      let years = Set(
        facts.filter { $0.quantity == "planned.dwelling_pupils" }.compactMap(\.year)
      ).sorted()
      return HousingView(
        file: file, variant: words(index), years: years.map(String.init),
        rows: Self.developments(facts, years, name),
        warnings: Self.warnings(sweep, index, "forecast.housing."))
    }
  }

  /// The files of an assumption in order of the variants, each with the variant that differs least from the
  /// baseline besides.
  private static func files(
    _ sweep: ReportInput.Sweep, _ key: KeyPath<Assumptions, String?>
  ) -> [(file: String, index: Int)] {
    let all = sweep.run.variants.map(\.variant.assumptions)
    let baseline = sweep.run.variants.first(where: \.variant.isBaseline)?.variant.assumptions
    var found: [(file: String, index: Int)] = []
    for (index, assumptions) in all.enumerated() {
      guard let file = assumptions[keyPath: key], sweep.districtFacts.indices.contains(index),
        !sweep.districtFacts[index].isEmpty
      else { continue }
      let distance = baseline.map { assumptions.differences(from: $0) } ?? 0
      if let place = found.firstIndex(where: { $0.file == file }) {
        let best = baseline.map { all[found[place].index].differences(from: $0) } ?? 0
        if distance < best { found[place].index = index }
      } else {
        found.append((file, index))
      }
    }
    return found
  }

  private static func warnings(
    _ sweep: ReportInput.Sweep, _ index: Int, _ prefix: String
  ) -> [String] {
    guard sweep.districtFindings.indices.contains(index) else { return [] }
    return sweep.districtFindings[index].filter {
      $0.code.hasPrefix(prefix) && $0.severity != .info
    }.map(\.message)
  }

  // MARK: - Changes of schools

  private static func line(_ fact: Fact, _ name: (String) -> String) -> Line? {
    let seats = ReportWords.grouped(fact.value.number ?? 0)
    let stage = fact.stage.map(ReportWords.stage) ?? ""
    let words: String
    switch fact.quantity {
    case "planned.opened_seats": words = "新建 opens: \(stage) \(seats) 学位 seats"
    case "planned.added_seats": words = "扩建 expands by: \(stage) \(seats) 学位 seats"
    case "planned.closed": words = "撤销 closes"
    case "planned.merged_into": words = "并入 merges into \(name(fact.value.text ?? ""))"
    default: return nil
    }
    return Line(year: fact.year.map(String.init) ?? "", school: name(fact.subject.id), words: words)
  }

  private static func reason(_ fact: Fact) -> String? {
    switch fact.quantity {
    case "moves.merged": "合并 merged"
    case "moves.closed": "撤销 closed"
    case "moves.crowded": "撤销，超学位 closed, over seats"
    case "moves.relieved": "分流 more pupils than seats"
    default: nil
    }
  }

  private static func moves(
    _ facts: [Fact], _ years: [Int], _ name: (String) -> String
  ) -> [MoveRow] {
    struct Key: Hashable {
      var stage: Stage?
      var from: String
      var to: String
      var quantity: QuantityName
    }
    var pupils: [Key: [Int: Double]] = [:]
    for fact in facts {
      guard let year = fact.year, let number = fact.value.number else { continue }
      let key = Key(
        stage: fact.stage, from: fact.subject.id, to: fact.note, quantity: fact.quantity)
      pupils[key, default: [:]][year, default: 0] += number
    }
    let stages = Stage.allCases
    func order(_ key: Key) -> (Int, String, String, QuantityName) {
      (key.stage.flatMap { stages.firstIndex(of: $0) } ?? 0, key.from, key.to, key.quantity)
    }
    return pupils.sorted { order($0.key) < order($1.key) }.compactMap { key, byYear in
      // Less than half a pupil in all years would be a row of noughts.
      guard let sample = facts.first(where: { $0.quantity == key.quantity }),
        byYear.values.contains(where: { $0 >= 0.5 })
      else { return nil }
      return MoveRow(
        stage: key.stage.map(ReportWords.stage) ?? "", from: name(key.from), to: name(key.to),
        reason: reason(sample) ?? "",
        cells: years.map { byYear[$0].map(ReportWords.grouped) ?? "" })
    }
  }

  // MARK: - Dwellings

  private static func developments(
    _ facts: [Fact], _ years: [Int], _ name: (String) -> String
  ) -> [DevelopmentRow] {
    struct Key: Hashable {
      var subject: Subject
      var note: String
    }
    var order: [Key] = []
    var dwellings: [Key: Double] = [:]
    var pupils: [Key: [Int: Double]] = [:]
    for fact in facts {
      let key = Key(subject: fact.subject, note: fact.note)
      guard let number = fact.value.number, let year = fact.year else { continue }
      if fact.quantity == "planned.dwellings" {
        if dwellings[key] == nil { order.append(key) }
        dwellings[key, default: 0] += number
      } else if fact.quantity == "planned.dwelling_pupils" {
        pupils[key, default: [:]][year, default: 0] += number
      }
    }
    return order.map { key in
      DevelopmentRow(
        words: key.note,
        place: key.subject.kind == .campus
          ? name(key.subject.id) : "\(key.subject.id) 各校 all its schools",
        dwellings: ReportWords.grouped(dwellings[key] ?? 0),
        cells: years.map { pupils[key]?[$0].map(ReportWords.grouped) ?? "" })
    }
  }
}

extension Assumptions {
  /// How many of them differ from others.
  fileprivate func differences(from other: Assumptions) -> Int {
    [
      birthRate != other.birthRate, inMigration != other.inMigration,
      classSize != other.classSize, points != other.points, housing != other.housing,
      changes != other.changes,
    ].count { $0 }
  }
}
