import ArgumentParser
import BIMImport
import TwinModel

/// `twin-sim inspect`: what is in a building model, without a database.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Say what is in a building model, city model or map layer, without a database.",
    discussion: """
      EXAMPLES
        twin-sim inspect school.ifc
        twin-sim inspect school.ifc --format json > school.json
        twin-sim inspect city.json --format json
      """)

  @Argument(help: ArgumentHelp("IFC, CityJSON, CityGML, GeoJSON or GeoPackage.", valueName: "file"))
  var file: String
  @OptionGroup var output: OutputOptions

  func run() throws {
    if try CityInspector.inspect(file, output) { return }
    let found = try ModelInspection.inspect(file: file)
    try output.show(found) {
      var text =
        "\(found.schema), \(found.entityTotal) instances, written by \(found.authoringTool)\n"
      var classes = TextTable("class", "instances")
      for (name, count) in found.counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) })
        .prefix(25)
      {
        classes.add(name, "\(count)")
      }
      var storeys = TextTable("storey", "elevation m")
      for storey in found.storeys { storeys.add(storey.name ?? storey.guid, "\(storey.elevation)") }
      var spaces = TextTable("space", "long name", "floor m²", "volume m³")
      for space in found.spaces {
        spaces.add(
          space.name ?? space.guid, space.longName ?? "", space.floorArea.map { "\($0)" } ?? "?",
          space.volume.map { "\($0)" } ?? "?")
      }
      text += classes.text + "\n" + storeys.text + "\n" + spaces.text
      text += "\n\(found.products.count) products with a body\n"
      return text + found.findings.map(\.line).joined()
    }
  }
}

extension Finding {
  /// The finding as a line for the terminal.
  var line: String {
    "\(severity.rawValue) \(code)\(subject.isEmpty ? "" : " \(subject)"): \(message)"
      + (suggestion.isEmpty ? "\n" : " — \(suggestion)\n")
  }
}
