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
    var found = try ModelInspection.inspect(file: file)
    guard output.format == .json else { return Console.write(InspectionText(found: found).text) }
    let products = found.products
    found.products = []
    try JSONText.write(found, andRows: products, under: "products")
  }
}

extension Finding {
  /// The finding as a line for the terminal.
  var line: String {
    "\(severity.rawValue) \(code)\(subject.isEmpty ? "" : " \(subject)"): \(message)"
      + (suggestion.isEmpty ? "\n" : " — \(suggestion)\n")
  }
}
