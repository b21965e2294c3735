public import SeedFiles
import TwinModel

/// The tables of `radio/propagation.yaml` of the seeds, ready as models.
public struct PropagationTables: Hashable, Sendable {
  /// Rows of P.1238 and P.1411.
  public let siteGeneral: [SiteGeneral]
  /// Environments of the older P.1238.
  public let indoorPowerLaw: [IndoorPowerLaw]
  /// COST 231.
  public let multiWall: MultiWallSum
  /// Kinds of building of P.2109.
  public let buildingEntry: [BuildingEntry]
  /// Facades of TR 38.901 by release.
  public let outdoorToIndoor: [OutdoorToIndoor]

  /// Reads the tables.
  ///
  /// - Throws: ``SeedError`` with the line of what is wrong.
  public init(seeds: SeedFolder) throws(SeedError) {
    let file = try seeds.read("radio/propagation.yaml")
    try file.allowKeys([
      "site_general", "indoor_power_law", "multi_wall", "building_entry", "outdoor_to_indoor",
    ])
    var rows: [SiteGeneral] = []
    for node in try file.value("site_general").list() { rows.append(try Self.siteGeneral(node)) }
    siteGeneral = rows
    indoorPowerLaw = try Self.indoorPowerLaw(file.value("indoor_power_law"))
    multiWall = try Self.multiWall(file.value("multi_wall"))
    buildingEntry = try Self.buildingEntry(file.value("building_entry"))
    outdoorToIndoor = try Self.outdoorToIndoor(file.value("outdoor_to_indoor"))
  }

  /// The row of a site-general model: the given edition, else the highest.
  ///
  /// - Throws: ``RadioError/unknownName(kind:name:known:)`` naming what there is.
  public func siteGeneral(
    _ model: String, environment: String, _ condition: SightCondition, edition: Int? = nil
  ) throws(RadioError) -> SiteGeneral {
    let rows = siteGeneral.filter { $0.model == model }
    let found = rows.filter {
      $0.environment == environment && $0.condition == condition
        && (edition == nil || $0.edition == edition)
    }
    guard let row = found.max(by: { $0.edition < $1.edition }) else {
      throw .unknownName(
        kind: "row of \(model)",
        name: "\(environment) \(condition.rawValue)" + (edition.map { " edition \($0)" } ?? ""),
        known: rows.map { "\($0.environment) \($0.condition.rawValue) edition \($0.edition)" })
    }
    return row
  }

  /// The facade of a release of TR 38.901.
  ///
  /// - Throws: ``RadioError/unknownName(kind:name:known:)`` naming what there is.
  public func outdoorToIndoor(
    _ facade: OutdoorToIndoor.Facade, release: Int
  ) throws(RadioError) -> OutdoorToIndoor {
    guard
      let row = outdoorToIndoor.first(where: { $0.facade == facade && $0.release == release })
    else {
      throw .unknownName(
        kind: "O2I facade", name: "\(facade.rawValue) of release \(release)",
        known: outdoorToIndoor.map { "\($0.facade.rawValue) of release \($0.release)" })
    }
    return row
  }

  /// The building of P.2109.
  ///
  /// - Throws: ``RadioError/unknownName(kind:name:known:)`` naming what there is.
  public func buildingEntry(
    _ building: BuildingEntry.Building
  ) throws(RadioError) -> BuildingEntry {
    guard let row = buildingEntry.first(where: { $0.building == building }) else {
      throw .unknownName(
        kind: "building of P.2109", name: building.rawValue,
        known: buildingEntry.map(\.building.rawValue))
    }
    return row
  }

  /// The environment of the older P.1238.
  ///
  /// - Throws: ``RadioError/unknownName(kind:name:known:)`` naming what there is.
  public func indoorPowerLaw(_ environment: String) throws(RadioError) -> IndoorPowerLaw {
    guard let row = indoorPowerLaw.first(where: { $0.environment == environment }) else {
      throw .unknownName(
        kind: "environment of p1238-power-law", name: environment,
        known: indoorPowerLaw.map(\.environment))
    }
    return row
  }
}
