import ArgumentParser
import TwinModel

/// `twin-sim quantities`: the list of quantities that facts carry and clauses ask for.
struct QuantitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quantities",
    abstract: "List the quantities that facts carry and clauses of a rule set may ask for.")

  @OptionGroup var output: OutputOptions

  private struct Row: Encodable {
    let name: String
    let unit: String
    let subject: String
    let chinese: String
    let meaning: String
  }

  func run() throws {
    let rows = QuantityCatalogue.all.map {
      Row(
        name: $0.name.value, unit: $0.unit, subject: $0.subject.rawValue, chinese: $0.chinese,
        meaning: $0.meaning)
    }
    try output.show(rows) {
      var table = TextTable("quantity", "unit", "of", "名称", "meaning")
      for row in rows { table.add(row.name, row.unit, row.subject, row.chinese, row.meaning) }
      return table.text
    }
  }
}
