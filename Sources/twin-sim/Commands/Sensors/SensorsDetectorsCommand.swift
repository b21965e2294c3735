import ArgumentParser
import TwinModel

/// `twin-sim sensors`: where smoke detectors must hang, and whether fewer could do.
struct SensorsDetectorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "detectors",
    abstract:
      "Place smoke and heat detectors storey by storey (GB 50116), with a bound on their number.",
    discussion: """
      EXAMPLES
        twin-sim sensors --db city.sqlite --campus P01
        twin-sim sensors --db city.sqlite --campus P01 --list
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var choice: CampusOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var seeds: SeedOptions
  @OptionGroup var output: OutputOptions
  @Flag(help: "List every detector with its place.")
  var list = false

  func run() throws {
    let results = try StudyCommand(
      store: store, choice: choice, study: study, seeds: seeds, part: .sensors
    ).run()
    if output.format == .text { for result in results { result.noteFindings() } }
    try output.show(results.map(StudyDocument.init)) {
      results.map { storeys($0) + (list ? devices($0) : "") }.joined()
    }
  }

  private func storeys(_ result: StudyCommand.CampusResult) -> String {
    var table = TextTable("campus", "building", "storey", "detectors", "at least", "proven")
    for (building, storey) in result.campus.storeysByBuilding {
      func value(_ quantity: QuantityName) -> String {
        result.output.facts.first {
          $0.subject == .storey(storey.id) && $0.quantity == quantity
        }?.shownValue ?? "?"
      }
      table.add(
        result.campus.id.value, building.name, storey.name,
        value("storey.smoke_detectors_required"),
        value("storey.smoke_detectors_bound"), value("storey.smoke_placement_proven"))
    }
    return table.text
  }

  private func devices(_ result: StudyCommand.CampusResult) -> String {
    var table = TextTable("device", "room", "x m", "y m", "z m")
    for device in result.output.devices {
      guard let at = device.position else { continue }
      table.add(
        device.id.value, device.space?.value ?? "", "\(at.x)", "\(at.y)", "\(at.z)")
    }
    return table.text
  }
}
