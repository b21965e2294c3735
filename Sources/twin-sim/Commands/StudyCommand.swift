import TwinModel
import TwinStore

/// What the commands of the studies share: open, choose, run, close.
struct StudyCommand {
  let store: StoreOptions
  let choice: CampusOptions
  let study: StudyOptions
  let seeds: SeedOptions
  /// What is told to the coverage study; nil for the studies before it.
  var radio: RadioOptions?
  let part: CampusStudies.Part

  /// The result of one campus.
  struct CampusResult {
    let campus: Campus
    let output: StudyOutput
    /// Facts of this study and those before it.
    let facts: [Fact]
    let inputsHash: String

    /// Says the findings on stderr.
    func noteFindings() {
      for finding in output.findings {
        Console.note("\(campus.id) \(finding.severity.rawValue): \(finding.message)")
      }
    }
  }

  func run() throws -> [CampusResult] {
    var bench = try StudyBench(seeds: seeds, options: study)
    if let radio { bench.coverage = try bench.coverage.with(radio) }
    let opened = try store.open(.readWrite)
    let now = Clock.now
    var results: [CampusResult] = []
    for summary in try choice.choose(from: opened) {
      let result = try CampusStudies(
        store: opened, bench: bench, summary: summary, now: now,
        keepsResults: study.areUsual && (radio?.areUsual ?? true)
      ).run(upTo: part)
      guard let output = result.outputs[part] else { continue }
      results.append(
        CampusResult(
          campus: result.campus, output: output, facts: result.facts,
          inputsHash: result.inputsHash))
    }
    try opened.close()
    return results
  }
}

/// A study's result as JSON.
struct StudyDocument: Encodable {
  let schema_version = 1
  let campus: String
  let inputs_hash: String
  let facts: [Fact]
  let findings: [Finding]
  let devices: [Device]

  init(_ result: StudyCommand.CampusResult) {
    campus = result.campus.id.value
    inputs_hash = result.inputsHash
    facts = result.output.facts
    findings = result.output.findings
    devices = result.output.devices
  }
}

extension Fact {
  /// The value with its unit, for the terminal.
  var shownValue: String {
    switch value {
    case .text(let text): return text
    case .flag(let flag): return flag ? "yes" : "no"
    case .number(let number):
      let digits =
        number == number.rounded() && abs(number) < 1e15
        ? "\(Int(number))" : "\((number * 100).rounded() / 100)"
      return unit.isEmpty ? digits : "\(digits) \(unit)"
    }
  }
}

extension Campus {
  /// All storeys with their building, in order of the model.
  var storeysByBuilding: [(Building, Storey)] {
    buildings.flatMap { building in building.storeys.map { (building, $0) } }
  }
}
