import ArgumentParser
import SeatForecast
import TwinModel

/// `twin-sim forecast explain`: where one number of a forecast comes from.
struct ForecastExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say where one number of a forecast comes from.",
    discussion: """
      EXAMPLE
        twin-sim forecast explain --enrolment enrolment.csv --births births.csv \\
          --school 0301 --grade 3 --year 2027
      """)

  @OptionGroup var inputs: DemandOptions
  @Option(
    help: ArgumentHelp(
      "The school's id, or DISTRICT-ID, which it must be where ids repeat.", valueName: "id"))
  var school: String
  @Option(help: ArgumentHelp("The grade.", valueName: "name"))
  var grade: String
  @Option(help: ArgumentHelp("The school year.", valueName: "year"))
  var year: Int
  @OptionGroup var scenario: AssumptionOptions
  @OptionGroup var dwellings: HousingOptions
  @OptionGroup var schools: ChangeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try schools.validateForChangesOnly() }

  func run() throws {
    let history = try inputs.inputs.history()
    let last = history.rows.map(\.year).max() ?? year
    guard (1...30).contains(year - last) else {
      throw ValidationError(
        "--year is \(year); expected \(last + 1) to \(last + 30), after the last roll")
    }
    let model = try inputs.model(history, horizon: year - last)
    let assumptions = try scenario.assumptions()
    let school = try schools.campus(school, of: model.campuses)
    let forecast = try dwellings.applied(to: model.forecast(assumptions))
    let changes = schools.changes == nil ? nil : try changed(school, forecast)
    let findings = changes?.findings ?? forecast.findings
    if output.format == .text { Console.note(findings) }
    // A school that the changes open has a past of its own in no method.
    if let changes, changes.isNew {
      return try output.show(Document(school, grade, year, changes, findings)) { text(changes) }
    }
    let found = try model.explanation(
      school: school, grade: grade, year: year, assumptions: assumptions,
      housing: dwellings.developments(), yields: dwellings.yields())
    try output.show(Document(found, changes, findings)) {
      text(found) + (changes.map { "\n" + text($0) } ?? "")
    }
  }

  /// What changes of schools do to the number.
  private struct Change {
    let isNew: Bool
    let pupils: Double
    let moves: [SchoolMove]
    /// What the forecast with the changes rests on.
    let findings: [Finding]
  }

  private func changed(_ school: String, _ forecast: ForecastResult) throws -> Change {
    let (after, moves) = try schools.applied(to: forecast, seeds: dwellings.seeds)
    guard let column = after.grades.firstIndex(of: grade) else {
      throw ValidationError(
        "--grade is \(grade); expected one of \(after.grades.joined(separator: ", "))")
    }
    guard let unit = after.schools.first(where: { $0.subject.id == school }),
      let number = unit[year]?.grades[column].value
    else { throw ValidationError("--school \(school) is not forecast in \(year)") }
    let stage = after.stages.first { $0.grades.contains(grade) }?.stage
    return Change(
      isNew: !forecast.schools.contains { $0.subject.id == school }, pupils: number,
      moves: moves.filter {
        $0.year == year && $0.stage == stage && ($0.from == school || $0.to == school)
      }, findings: after.findings)
  }

  private func text(_ change: Change) -> String {
    func pupils(_ value: Double) -> String { "\((10 * value).rounded() / 10)" }
    var lines = [
      "changes of schools: \(pupils(change.pupils)) pupils of grade \(grade) in \(year) with them"
    ]
    for move in change.moves {
      lines.append(
        "  \(move.from) → \(move.to): \(pupils(move.pupils)) of \(move.stage.rawValue), "
          + move.reason.rawValue + (move.walk.map { "; \(text($0))" } ?? ""))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func text(_ walk: SchoolMove.Walk) -> String {
    ([WalkText.mean(walk.mean, walk.time)]
      + [
        walk.far.map { "\(WalkText.plain($0)) too far" },
        walk.long.map { "\(WalkText.plain($0)) too long" },
      ].compactMap(\.self)).joined(separator: ", ")
  }

  private func text(_ found: ForecastExplanation) -> String {
    func number(_ value: Double) -> String { "\((1000 * value).rounded() / 1000)" }
    func pupils(_ value: Double) -> String { "\((10 * value).rounded() / 10)" }
    var lines = [
      "school \(found.subject.id) \(found.name) (district \(found.district)), "
        + "grade \(found.grade) in \(found.year): \(pupils(found.result.value)) pupils"
    ]
    for (share, interval) in [
      ("50", found.result.narrow), ("80", found.result.interval), ("95", found.result.wide),
    ] {
      if let interval {
        lines.append("  \(share) %: \(pupils(interval.low)) to \(pupils(interval.high))")
      }
    }
    lines.append("\ncohorts (hier):")
    for step in found.steps {
      lines.append("  \(step.what): \(number(step.factor)) → \(pupils(step.pupils))")
      if !step.because.isEmpty { lines.append("      \(step.because)") }
    }
    lines.append("\nmethods, weights learnt on earlier years:")
    var table = TextTable("method", "weight", "pupils")
    for part in found.parts {
      table.add(part.method, number(part.weight), pupils(part.pupils))
    }
    lines.append(table.text)
    lines.append(
      "mixed \(pupils(found.mixed)) × \(number(found.reconciliation)), so that the district's "
        + "schools add up to it = \(pupils(found.mixed * found.reconciliation))\n")
    if !found.levers.isEmpty {
      lines.append("levers, one after the other:")
      for lever in found.levers {
        lines.append("  \(lever.what): \(lever.pupils < 0 ? "" : "+")\(pupils(lever.pupils))")
      }
      lines.append("  together: \(pupils(found.result.value))\n")
    }
    return lines.joined(separator: "\n")
  }

  private struct Document: Encodable {
    struct Step: Encodable {
      let what: String
      let factor: Double
      let pupils: Double
      let because: String
    }
    struct Part: Encodable {
      let method: String
      let weight: Double
      let pupils: Double
    }
    struct Lever: Encodable {
      let what: String
      let pupils: Double
    }
    let schema_version = 1
    let school: String
    let district: String?
    let grade: String
    let year: Int
    /// With levers, without changes of schools; absent for a school that they open.
    let pupils: Double?
    let interval80: [Double]?
    let steps: [Step]
    let methods: [Part]
    let mixed: Double?
    let reconciliation: Double?
    let levers: [Lever]
    let pupils_with_changes: Double?
    let moves: [SchoolMoveDocument]?
    let findings: [Finding]

    init(
      _ school: String, _ grade: String, _ year: Int, _ changes: Change, _ findings: [Finding]
    ) {
      self.findings = findings
      (self.school, self.grade, self.year) = (school, grade, year)
      (district, pupils, interval80, mixed, reconciliation) = (nil, nil, nil, nil, nil)
      (steps, methods, levers) = ([], [], [])
      pupils_with_changes = changes.pupils
      moves = changes.moves.map(SchoolMoveDocument.init)
    }

    init(_ found: ForecastExplanation, _ changes: Change?, _ findings: [Finding]) {
      self.findings = findings
      school = found.subject.id
      district = found.district
      grade = found.grade
      year = found.year
      pupils = found.result.value
      interval80 = found.result.interval.map { [$0.low, $0.high] }
      steps = found.steps.map {
        Step(what: $0.what, factor: $0.factor, pupils: $0.pupils, because: $0.because)
      }
      methods = found.parts.map { Part(method: $0.method, weight: $0.weight, pupils: $0.pupils) }
      mixed = found.mixed
      reconciliation = found.reconciliation
      levers = found.levers.map { Lever(what: $0.what, pupils: $0.pupils) }
      pupils_with_changes = changes?.pupils
      moves = changes?.moves.map(SchoolMoveDocument.init)
    }
  }
}
