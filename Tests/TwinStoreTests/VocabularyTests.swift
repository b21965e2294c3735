import Testing
import TwinModel

/// The store has a column for each field; a field added to TwinModel needs a migration, and this
/// suite is what notices.
@Suite("The vocabulary that the store has columns for")
struct VocabularyTests {
  private func fields(_ value: Any) -> [String] {
    Mirror(reflecting: value).children.compactMap(\.label).sorted()
  }

  @Test("has the fields that the schema knows")
  func campusFields() throws {
    let campus = try SampleCampus.campus()
    let building = campus.buildings[0]
    let storey = building.storeys[0]
    let (space, element, device) = (storey.spaces[0], storey.elements[0], storey.devices[0])
    #expect(
      fields(campus) == [
        "buildings", "declarations", "georeference", "groups", "id", "kind", "name", "stages",
        "zones",
      ])
    #expect(fields(building) == ["footprint", "id", "name", "properties", "storeys"])
    #expect(
      fields(storey) == ["devices", "elements", "elevation", "height", "id", "name", "spaces"])
    #expect(
      fields(space) == [
        "boundaries", "classifications", "declaredQuantities", "floorArea", "floorElevation",
        "footprint", "height", "id", "longName", "name", "objectType", "properties", "volume",
        "walls",
      ])
    #expect(
      fields(element) == [
        "body", "classifications", "declaredQuantities", "id", "isExternal", "kind", "layers",
        "name", "openings", "overallHeight", "overallWidth", "partOf", "properties", "rooms",
        "sourceClass", "space",
      ])
    #expect(fields(element.openings[0]) == ["bounds", "filledBy", "id"])
    #expect(fields(element.layers[0]) == ["category", "material", "thickness"])
    #expect(fields(try #require(storey.elements[1].rooms)) == ["source", "spaces"])
    #expect(
      fields(space.boundaries[0]) == [
        "corresponding", "element", "exposure", "id", "isPhysical", "level", "parent", "surface",
      ])
    #expect(fields(space.walls[0]) == ["area", "openingArea", "source", "wall"])
    #expect(
      fields(try #require(space.boundaries[0].surface)) == ["area", "normal", "outline"])
    #expect(
      fields(campus.groups[0]) == ["id", "members", "name", "purpose", "serves", "sourceClass"])
    #expect(
      fields(device) == ["id", "kind", "name", "origin", "position", "properties", "space"])
    #expect(fields(campus.zones[0]) == ["id", "name", "spaces"])
    #expect(fields(space.properties[0]) == ["name", "set", "unit", "value"])
    #expect(
      fields(SampleCampus.georeference) == [
        "abscissa", "eastings", "epsg", "height", "northings", "ordinate", "scale", "source",
      ])
    #expect(
      fields(SampleCampus.version) == [
        "authoringTool", "byteCount", "counts", "fileName", "findings", "importedAt", "schema",
        "sha256",
      ])
  }

  @Test("has the results that the schema knows")
  func resultFields() throws {
    let fact = Fact(Subject(.campus, "a"), "campus.seats", .number(1), method: .model)
    #expect(
      fields(fact) == [
        "evidence", "interval", "method", "note", "quantity", "source", "stage", "subject", "unit",
        "value", "year",
      ])
    #expect(
      fields(SampleCampus.version.findings[0]) == [
        "code", "message", "severity", "subject", "suggestion",
      ])
    let verdict = Verdict(
      ruleSet: "", clause: "", subject: Subject(.campus, "a"), outcome: .met, requirement: "",
      isBinding: true, isVerified: true)
    #expect(
      fields(verdict) == [
        "clause", "evidence", "isBinding", "isVerified", "measured", "method", "outcome", "reason",
        "requirement", "ruleSet", "subject",
      ])
    #expect(fields(StudyOutput()) == ["devices", "facts", "findings", "grids", "occupancy"])
    let grid = GridFact(
      storey: GlobalID(""), quantity: "", origin: Point2(0, 0), cell: 1, columns: 0, rows: 0,
      values: [], source: "")
    #expect(
      fields(grid) == [
        "cell", "columns", "origin", "quantity", "rows", "source", "storey", "unit", "values",
      ])
    let task = SweepTask(
      id: "", subject: fact.subject,
      assumptions: Assumptions(
        birthRate: 1, inMigration: 0, classSize: .init(primary: 45, secondary: 50)), seed: 1)
    #expect(fields(task) == ["assumptions", "id", "seed", "subject"])
    #expect(
      fields(TaskResult(task: task)) == ["facts", "failure", "findings", "task", "verdicts"])
    let run = SweepRun(
      id: "", scenario: "", title: "", toolVersion: "", finishedAt: "", interventions: [],
      variants: [])
    #expect(
      fields(run) == [
        "finishedAt", "id", "interventions", "scenario", "title", "toolVersion", "variants",
      ])
    let variant = Variant(name: "", assumptions: task.assumptions, isBaseline: true)
    #expect(fields(variant) == ["assumptions", "isBaseline", "name"])
  }
}
