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
  @Option(help: ArgumentHelp("The school's id; DISTRICT-ID where ids repeat.", valueName: "id"))
  var school: String
  @Option(help: ArgumentHelp("The grade.", valueName: "name"))
  var grade: String
  @Option(help: ArgumentHelp("The school year.", valueName: "year"))
  var year: Int
  @OptionGroup var output: OutputOptions

  func run() throws {
    let history = try inputs.inputs.history()
    let last = history.rows.map(\.year).max() ?? year
    guard (1...30).contains(year - last) else {
      throw ValidationError(
        "--year is \(year); expected \(last + 1) to \(last + 30), after the last roll")
    }
    let model = try inputs.model(history, horizon: year - last)
    let found = try model.explanation(school: school, grade: grade, year: year)
    try output.show(Document(found)) { text(found) }
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
        + "schools add up to it = \(pupils(found.result.value))\n")
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
    let schema_version = 1
    let school: String
    let district: String
    let grade: String
    let year: Int
    let pupils: Double
    let interval80: [Double]?
    let steps: [Step]
    let methods: [Part]
    let mixed: Double
    let reconciliation: Double

    init(_ found: ForecastExplanation) {
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
    }
  }
}
