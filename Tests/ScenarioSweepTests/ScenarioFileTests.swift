import ScenarioSweep
import SeedFiles
import Testing
import TwinModel

@Suite("A scenario file")
struct ScenarioFileTests {
  static let text = """
    scenario: outlook
    title: Outlook to 2030
    question: Where do seats run short?
    district: Bao'an
    years: {first: 2026, last: 2030}
    seed: 7
    inputs: {enrolment: enrolment.csv, births: births.csv, entry_lag: 6}
    assumptions:
      birth_rate: 1.0
      in_migration: 0.01
      class_size: {primary: 45, secondary: 50}
    vary:
      birth_rate: [0.8, 1.0]
      class_size:
        - {primary: 45, secondary: 50}
        - {primary: 40, secondary: 45}
    interventions:
      - {campus: P01, year: 2027, action: expand, seats: {primary: 270}}
      - {campus: P02, year: 2028, action: close}
    """

  static func scenario(_ text: String = text) throws -> ScenarioFile {
    try ScenarioFile(YAMLNode.parse(text, file: "s.yaml"))
  }

  @Test("is read with its years, grid and interventions")
  func reads() throws {
    let scenario = try Self.scenario()
    #expect(scenario.firstYear == 2026 && scenario.lastYear == 2030)
    #expect(scenario.vary.birthRate == [0.8, 1.0])
    #expect(scenario.vary.inMigration == [0.01])
    #expect(
      scenario.interventions == [
        Intervention(
          campus: try CampusID("P01"), year: 2027,
          action: .expand(seats: [.init(stage: .primary, seats: 270)])),
        Intervention(campus: try CampusID("P02"), year: 2028, action: .close),
      ])
  }

  @Test(
    "names file, line and what was expected",
    arguments: [
      ("birth_rate: 1.0", "birthrate: 1.0", "s.yaml:9: unknown key “birthrate”"),
      (
        "in_migration: 0.01", "in_migration: 1",
        "s.yaml:10: assumptions.in_migration: 1.0 is outside"
      ),
      (
        "action: close", "action: shut", "s.yaml:19: interventions[1].action: expected open, expand"
      ),
      ("seed: 7", "seed: x", "s.yaml:6: seed: expected a whole number, found “x”"),
      ("last: 2030", "last: 2020", "s.yaml:5: years.last: 2020 is outside 2026 to 2056"),
      ("[0.8, 1.0]", "[0.8, 0.8]", "s.yaml:13: vary.birth_rate[1]: this value stands here twice"),
    ])
  func refuses(_ right: String, _ wrong: String, _ message: String) throws {
    let text = try #require(Self.text.contains(right) ? Self.text : nil)
      .replacing(right, with: wrong, maxReplacements: 1)
    let error = try #require(throws: SeedError.self) { try Self.scenario(text) }
    #expect(error.description.hasPrefix(message), "\(error)")
  }
}
