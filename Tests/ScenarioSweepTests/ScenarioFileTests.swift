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

  static let levers =
    text.replacing(
      "vary:\n",
      with: """
        vary:
          points: [none, {share: 0.3, places: 1.2}]
          housing: [none, low.csv, high.csv]

        """
    ).replacing(
      "  in_migration: 0.01\n",
      with: "  in_migration: 0.01\n  points: none\n  changes: plan.csv\n")

  @Test("has places by points, dwellings and changes of schools among its assumptions")
  func levers() throws {
    let plain = try Self.scenario()
    #expect(plain.baseline.points == nil && plain.vary.points == [nil])
    #expect(plain.vary.housing == [nil] && plain.vary.changes == [nil])
    let scenario = try Self.scenario(Self.levers)
    #expect(scenario.vary.points == [nil, .init(share: 0.3, places: 1.2)])
    #expect(scenario.vary.housing == [nil, "low.csv", "high.csv"])
    #expect(scenario.baseline.housing == nil && scenario.baseline.points == nil)
    #expect(scenario.vary.changes == ["plan.csv"])
    let junior = try Self.scenario(
      Self.levers.replacing(
        "places: 1.2}]", with: "places: 1.2, junior: {share: 0.2, places: 1.5}}]"
      ).replacing("points: none", with: "points: {junior: {share: 0.1, places: 2}}"))
    #expect(
      junior.vary.points == [
        nil, .init(share: 0.3, places: 1.2, junior: .init(share: 0.2, places: 1.5)),
      ])
    #expect(
      junior.baseline.points == .init(share: 0, places: 1, junior: .init(share: 0.1, places: 2)))
  }

  @Test(
    "names file and line of levers that cannot be",
    arguments: [
      ("share: 0.3", "share: 30", "s.yaml:15: vary.points[1].share: 30.0 is outside 0.0 to 1.0"),
      ("share: 0.3", "share: 0", "s.yaml:15: vary.points[1].share: no entrants by points"),
      (
        "places: 1.2", "seats: 1.2",
        "s.yaml:15: unknown key “seats”; expected one of share, places, junior"
      ),
      (
        "share: 0.3, places: 1.2", "junior: {share: 0, places: 1}",
        "s.yaml:15: vary.points[1].junior.share: no entrants by points"
      ),
      (
        "share: 0.3, places: 1.2", "share: 0.3, junior: {share: 0.1, places: 1}",
        "s.yaml:15: vary.points[1]"
      ),
      ("places: 1.2", "places: many", "s.yaml:15: vary.points[1].places: expected a number"),
      ("points: none", "points: maybe", "s.yaml:11: assumptions.points:"),
      ("high.csv", "low.csv", "s.yaml:16: vary.housing[2]: this value stands here twice"),
      ("changes: plan.csv", "changes: \"\"", "s.yaml:12: assumptions.changes: expected the name"),
      ("[none, low.csv, high.csv]", "[]", "s.yaml:16: vary.housing: expected at least one value"),
    ])
  func refusesLevers(_ right: String, _ wrong: String, _ message: String) throws {
    let text = try #require(Self.levers.contains(right) ? Self.levers : nil)
      .replacing(right, with: wrong, maxReplacements: 1)
    let error = try #require(throws: SeedError.self) { try Self.scenario(text) }
    #expect(error.description.hasPrefix(message), "\(error)")
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
