import ArgumentParser
import CityImport
import TwinModel

/// What is said of city models and map layers that they do not say themselves.
struct CityOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Reference system of city models, layers and device registers, in place of their own.",
      valueName: "EPSG:…"))
  var crs: String?
  @Option(
    help: ArgumentHelp("Reference system of a new database; EPSG:4547.", valueName: "EPSG:…"))
  var dbCrs: String?
  @Option(help: ArgumentHelp("Which layer of a GeoPackage.", valueName: "name"))
  var layer: String?
  @Option(help: "What a map layer is for: catchments, blocks, roads, sites or other.")
  var role = MapLayer.Role.other
  @Option(help: ArgumentHelp("A register of devices (CSV).", valueName: "file"))
  var devices: String?

  func validate() throws { _ = try (system, databaseSystem) }

  /// The reference system of the files.
  var system: SystemName? { get throws { try Self.system("--crs", crs) } }
  /// EPSG code of a new database.
  var databaseSystem: Int? { get throws { try Self.system("--db-crs", dbCrs)?.epsg } }

  private static func system(_ option: String, _ text: String?) throws -> SystemName? {
    guard let text else { return nil }
    guard let system = SystemName(text) else {
      throw ValidationError("\(option): “\(text)” is no reference system such as EPSG:4547.")
    }
    return system
  }
}
