import SeedFiles
import StandardsCheck
import Testing
import TwinModel

@Suite("A programme")
struct ProgrammeTests {
  private static func programme(_ id: String) throws -> Programme {
    try #require(try Programme.loadAll(from: StandardsSeeds.folder()).first { $0.id == id })
  }

  @Test("of the city has twelve indicators in its table, half of them binding")
  func city() throws {
    let city = try Self.programme("shenzhen-14-5")
    let table = city.indicators.filter { $0.kind == .binding || $0.kind == .expected }
    #expect(table.count == 12)
    #expect(table.count { $0.kind == .binding } == 6)
    let target = city.indicators.first { $0.id == "A07" }
    #expect(target?.targetValue == 200)
    #expect(city.indicators.first { $0.id == "A02" }?.baseline == "100")
  }

  @Test("is measured by rule sets and clauses that the package has")
  func references() throws {
    let sets = try RuleSet.loadAll(from: StandardsSeeds.folder())
    let clauses = sets.flatMap(\.clauses).map(\.id)
    var measured = 0
    for programme in try Programme.loadAll(from: StandardsSeeds.folder()) {
      for measure in programme.indicators.compactMap(\.measure) {
        measured += 1
        switch measure {
        case .standardsMetShare(let ruleSets, _):
          #expect(ruleSets.allSatisfy { id in sets.contains { $0.id == id } })
        case .clauseMetShare(let clause): #expect(clauses.contains(clause))
        case .bimLevelCount(let level): #expect((1...7).contains(level))
        }
      }
    }
    #expect(measured == 6)
  }

  private static func campus(
    _ id: String, _ kind: ProjectKind, _ outcome: Verdict.Outcome, level: Int?
  ) throws -> ProgrammeCampus {
    let campus = try CampusID(id)
    let verdict = Verdict(
      ruleSet: "baoan-newinfra", clause: "net.ba.500", subject: .campus(campus), outcome: outcome,
      requirement: "", isBinding: kind != .existing, isVerified: true)
    return ProgrammeCampus(id: campus, kind: kind, verdicts: [verdict], bimLevel: level)
  }

  @Test("counts the campuses of a store, and never one that is undecided")
  func progress() throws {
    let campuses = [
      try Self.campus("c", .new, .met, level: 6), try Self.campus("a", .expanded, .met, level: 5),
      try Self.campus("d", .renovated, .unknown, level: nil),
      try Self.campus("b", .new, .notMet, level: 4),
      try Self.campus("e", .existing, .met, level: 0),
    ]
    let city = try Self.programme("shenzhen-14-5").progress(of: campuses)
    let managed = try #require(city.first { $0.indicator == "A07" })
    #expect(managed.value == 2)
    #expect(managed.counting == [try CampusID("a"), try CampusID("c")])
    // A01 is about new, renovated and expanded schools: two of four meet.
    let met = try #require(city.first { $0.indicator == "A01" })
    #expect(met.value == 50)
    #expect(met.undecided == [try CampusID("d")])
    #expect(met.failing == [try CampusID("b")])
    // B02 is about every school: three of five have the link.
    let district = try Self.programme("baoan-2025").progress(of: campuses)
    #expect(district.first { $0.indicator == "B02" }?.value == 60)
    #expect(district.first { $0.indicator == "B04" }?.value == nil)
  }

  @Test("stops at a measure that is not there")
  func wrongMeasure() throws {
    let text = """
      format: programme/1
      id: p
      document: d
      zh: 甲
      en: A
      year: 2025
      status: seed
      source: here
      indicators:
        - {id: A, zh: 甲, en: A, kind: goal, section: 1, measured_by: {measure: feeling}}
      """
    let error = try #require(throws: SeedError.self) {
      try Programme.load(from: YAMLNode.parse(text, file: "p.yaml"))
    }
    #expect(error.line == 10)
    #expect(error.reason.contains("expected one of standards_met_share"))
  }
}
