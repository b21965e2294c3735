import BIMImport
import Foundation
import SpatialCore
import TwinModel
import TwinStore

/// The import of one file of one campus.
struct ImportJob {
  let path: String
  let campus: CampusID
  /// Name, kind and stages; nil keeps what the store has of the campus.
  let name: String?
  let kind: ProjectKind?
  let stages: [Stage]?
  /// What a register declares of the campus, in place of what was declared before; nil without one.
  let declarations: [Fact]?

  /// Reads the file and saves it as a version; a refusal is an outcome, so that others go on.
  func run(into store: TwinStore, at now: String) -> ImportOutcome {
    var outcome = ImportOutcome(file: path, campus: campus.value)
    do {
      let file = try FileIdentity(path)
      let stored = try store.campuses().first { $0.id == campus }
      let (name, kind) = (name ?? stored?.name ?? campus.value, kind ?? stored?.kind ?? .existing)
      let stages = (stages ?? stored?.stages ?? []).sorted()
      let isSame = stored?.name == name && stored?.kind == kind && stored?.stages == stages
      if try isSame && store.hasVersion(campus: campus, fileName: file.name, sha256: file.sha256) {
        if let declarations { try store.setDeclarations(declarations, of: campus) }
        outcome.isUnchanged = true
        return outcome
      }
      let reading = try IFCReading(file: path)
      let model = reading.summary
      var georeference = model.georeference
      var placing: [Finding] = []
      if georeference == nil, let site = model.site {
        (georeference, placing) = place(site)
      }
      let read = Campus(
        id: campus, name: name, kind: kind, stages: stages, georeference: georeference,
        zones: model.zones, groups: model.groups)
      outcome.version = try store.importCampus(
        read,
        version: ImportVersion(
          fileName: file.name, sha256: file.sha256, byteCount: file.byteCount, schema: model.schema,
          authoringTool: model.authoringTool, importedAt: now, counts: model.counts, findings: [])
      ) { save in
        try reading.forEachBuilding { building in
          var building = building
          do { building.footprint = try footprint(of: building) } catch {
            placing.append(
              Finding(
                .warning, code: "plan.building.without_outline", subject: building.id.value,
                message: "the outline of a building could not be drawn: \(error)",
                suggestion: "check its rooms and walls; the map lacks it"))
          }
          outcome.count(building)
          try save(building)
        }
        outcome.findings = reading.summary.findings + placing
        return outcome.findings
      }
      if let declarations { try store.setDeclarations(declarations, of: campus) }
    } catch {
      let failure = CommandFailure(error) ?? CommandFailure(.ownFault, "\(path): \(error)")
      // Nothing was saved.
      outcome = ImportOutcome(file: path, campus: campus.value)
      outcome.failure = failure
      outcome.refusal = failure.message
    }
    return outcome
  }

  /// The outline of a building seen from above: rooms and walls of all its storeys.
  private func footprint(of building: Building) throws -> MultiPolygon {
    var shell = building
    for index in shell.storeys.indices {
      // Nothing else stands in the outline; furniture takes the longest to draw.
      shell.storeys[index].elements.removeAll {
        $0.kind != .wall && $0.kind != .curtainWall && $0.partOf == nil
      }
    }
    let campus = Campus(
      id: campus, name: "", kind: .existing, stages: [], buildings: [shell])
    let outlines = StoreyPlanBuilder.plans(of: campus).plans.flatMap { plan in
      (plan.rooms.flatMap(\.outline) + plan.walls.flatMap(\.outline)).map { outline in
        Polygon(
          outer: outline.outer.map(plan.local), holes: outline.holes.map { $0.map(plan.local) })
      }
    }
    return outlines.isEmpty ? MultiPolygon() : try MultiPolygon(outlines).merged()
  }

  /// The place that IfcSite's latitude and longitude give; a finding when they lead nowhere.
  private func place(_ site: SiteCoordinates) -> (Georeference?, [Finding]) {
    do {
      var place = try Georeference.site(
        latitude: site.latitude, longitude: site.longitude, elevation: site.elevation,
        trueNorth: Point2(site.northX, site.northY))
      // The coordinates belong to the site's origin, which need not be the local zero.
      let zero = place.map(Point2(-site.origin.x, -site.origin.y))
      place.eastings = Metres(zero.x)
      place.northings = Metres(zero.y)
      place.height = Metres(place.height.value - site.origin.z)
      return (place, [])
    } catch {
      let finding = Finding(
        .warning, code: "ifc.site.place",
        message: "latitude and longitude of the site give no place on the map: \(error)",
        suggestion: "export with IfcMapConversion, or correct the site's coordinates")
      return (nil, [finding])
    }
  }
}

/// Name, size and hash of a file, whose bytes are not kept.
private struct FileIdentity {
  let name: String
  let sha256: String
  let byteCount: Int

  init(_ path: String) throws {
    let file = try InputFile(path)
    (name, sha256, byteCount) = (file.name, file.sha256, file.data.count)
  }
}

/// What became of an import.
struct ImportOutcome: Encodable {
  let file: String
  let campus: String
  /// Number of the version; nil when nothing was saved.
  var version: Int?
  var isUnchanged = false
  var storeys = 0
  var spaces = 0
  var elements = 0
  var findings: [Finding] = []
  /// Why the file was refused; nil when it was not.
  var refusal: String?
  var failure: CommandFailure?

  private enum CodingKeys: String, CodingKey {
    case file, campus, version, storeys, spaces, elements, findings, refusal
    case isUnchanged = "unchanged"
  }

  mutating func count(_ building: Building) {
    storeys += building.storeys.count
    for storey in building.storeys {
      spaces += storey.spaces.count
      elements += storey.elements.count
    }
  }

  var text: String {
    if let refusal { return "\(campus) \(file): refused: \(refusal)\n" }
    if isUnchanged { return "\(campus) \(file): unchanged\n" }
    return "\(campus) \(file): version \(version ?? 0), \(storeys) storeys, \(spaces) spaces, "
      + "\(elements) elements, \(findings.count) findings\n"
      + findings.map { "  " + $0.line }.joined()
  }
}
