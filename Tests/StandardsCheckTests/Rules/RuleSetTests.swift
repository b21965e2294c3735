import SeedFiles
import StandardsCheck
import Testing
import TwinModel
import TwinTestSupport

@Suite("A rule set")
struct RuleSetTests {
  private static func load(_ clause: String, head: String = "") throws -> RuleSet {
    let text = """
      format: rule-set/1
      id: own
      document: Our own
      zh: 自定
      en: Own
      version: "1"
      jurisdiction: here
      \(head)
      clauses:
        - \(clause)
      """
    return try RuleSet.load(
      from: YAMLNode.parse(text, file: "own.yaml"), roomUses: ["ordinary_classroom", "office"])
  }

  private static let good =
    "{id: a, clause: 1, zh: 甲, en: A, per: space, quantity: room.area_per_seat, "
    + "comparison: \">=\", value: 1.36, unit: m²/seat, status: seen, source: here}"

  @Test("of the package loads, with the clauses that the first release promises")
  func packaged() throws {
    let sets = try RuleSet.loadAll(from: StandardsSeeds.folder())
    #expect(
      sets.map(\.id) == [
        "baoan-newinfra", "gb50099", "gb50116", "gb51456", "operator-5g", "shenzhen-network",
      ])
    let ids = Set(sets.flatMap(\.clauses).map(\.id))
    for id in [
      "gb50099.7.1.1.ordinary.primary", "gb50099.4.3.2.secondary", "gb50099.3.0.1.primary",
      "gb50099.8.2.3.f12", "net.ba.500", "net.ba.dual", "op.prob", "gb50116.6.2.2.room",
      "gb51456.3.0.3",
    ] { #expect(ids.contains(id), "\(id)") }
  }

  @Test("judges table 7.1.1 by the figures that seats are counted with")
  func sameFigures() throws {
    let table = try StandardsSeeds.folder().read("rooms/area-per-seat.yaml").value("rows").list()
    let clauses = try #require(try StandardsSeeds.ruleSet("gb50099")).clauses
    let ofTable = clauses.filter { $0.quantity == "room.area_per_seat" }
    #expect(table.count == ofTable.count)
    for row in table {
      let id = try row.value("clause").string()
      let clause = try #require(ofTable.first { $0.id == id }, "\(id)")
      let value = try row.value("value").number()
      #expect(clause.requirement.limit == .number(value))
      #expect(try clause.applicability.uses == [row.value("use").string()])
      #expect(
        try clause.applicability.stages.map(\.rawValue)
          == row.value("stages").list().map { try $0.string() })
    }
  }

  @Test("means by main teaching rooms what the room uses call teaching")
  func mainTeaching() throws {
    let folder = try StandardsSeeds.folder()
    let teaching = try folder.read("rooms/uses.yaml").value("uses").list()
      .filter { try $0.value("teaching").flag() }.map { try $0.value("id").string() }
    let group = try folder.read("standards/gb50099.yaml").value("use_groups")
      .value("main_teaching").list().map { try $0.string() }
    #expect(group == teaching)
  }

  @Test("shows a figure from memory as unverified")
  func status() throws {
    let clauses = try #require(try StandardsSeeds.ruleSet("gb50099")).clauses
    #expect(clauses.first { $0.id == "gb50099.8.8.1" }?.isVerified == false)
    #expect(clauses.first { $0.id == "gb50099.8.2.4" }?.isVerified == true)
  }

  @Test("takes the project kinds it binds from its head or its clause")
  func binding() throws {
    let advice = try Self.load(Self.good, head: "binding: [new]").clauses[0]
    #expect(advice.isBinding(for: .new))
    #expect(!advice.isBinding(for: .existing))
    let always = try Self.load(Self.good).clauses[0]
    #expect(always.isBinding(for: .existing))
  }

  @Test(
    "stops at what it does not know, with file, line and what was expected",
    arguments: [
      ("unit: m²/seat", "unit: m²", "room.area_per_seat is measured in the unit m²/seat"),
      ("value: 1.36", "value: much", "expected a number, found “much”"),
      ("zh: 甲", "zhong: 甲", "unknown key “zhong”"),
      ("\">=\"", "\">\"", "expected one of >=, <=, =, in, required, found “>”"),
      ("room.area_per_seat", "room.area_per_set", "“room.area_per_set” is not a quantity"),
      ("per: space", "per: city", "expected one of programme, district, campus"),
      ("per: space", "per: space, applies_to: {uses: [class]}", "“class” is not a room use"),
      ("per: space", "per: space, applies_to: {uses: ['@all']}", "“@all” is not in use_groups"),
      ("per: space", "per: storey, applies_to: {uses: [office]}", "only a clause per space"),
      ("status: seen", "status: sure", "expected one of seen, seed, derived, unverified"),
      (", status: seen", "", "the key “status” is missing"),
    ])
  func wrong(_ part: String, _ replacement: String, _ reason: String) throws {
    let text = Self.good.replacing(part, with: replacement)
    let error = try #require(throws: SeedError.self) { try Self.load(text) }
    #expect(error.file == "own.yaml")
    #expect(error.line == 10)
    #expect(error.reason.contains(reason), "\(error.reason)")
  }

  @Test("may lose a clause that a jurisdiction switches off, but only such a one")
  func switchable() throws {
    let set = try #require(try StandardsSeeds.ruleSet("gb50099"))
    #expect(
      try set.switchingOff("gb50099.4.3.2.primary").switchedOff == ["gb50099.4.3.2.primary"])
    #expect(throws: StandardsError.notSwitchable("gb50099.8.8.1", ruleSet: "gb50099")) {
      try set.switchingOff("gb50099.8.8.1")
    }
    #expect(throws: StandardsError.unknownClause("9.9", ruleSet: "gb50099")) {
      try set.switchingOff("9.9")
    }
  }
}
