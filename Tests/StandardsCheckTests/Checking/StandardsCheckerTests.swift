import StandardsCheck
import Testing
import TwinModel

@Suite("The check of a campus")
struct StandardsCheckerTests {
  typealias Seeds = StandardsSeeds

  @Test("compares each classroom with the area per seat of its stage")
  func areaPerSeat() throws {
    let campus = try Seeds.campus(stages: [.primary, .junior], spaces: ["a", "b", "c"])
    let facts = [
      Seeds.use("a", "ordinary_classroom", .primary),
      Seeds.space("a", "room.area_per_seat", .number(61.2 / 45), .primary),
      Seeds.use("b", "ordinary_classroom", .primary),
      Seeds.space("b", "room.area_per_seat", .number(1.35), .primary),
      Seeds.use("c", "ordinary_classroom", .junior),
      Seeds.space("c", "room.area_per_seat", .number(1.38), .junior),
    ]
    let primary = try Seeds.verdicts("gb50099.7.1.1.ordinary.primary", of: "gb50099", campus, facts)
    #expect(primary.map(\.subject.id) == ["a", "b"])
    #expect(primary.map(\.outcome) == [.met, .notMet])
    #expect(primary.map(\.measured) == ["1.36 m²/seat", "1.35 m²/seat"])
    #expect(primary[1].requirement == "≥ 1.36 m²/seat")
    #expect(primary[1].evidence == [GlobalID("b")])
    #expect(primary[1].method == .model)
    #expect(primary[1].isBinding && primary[1].isVerified)
    let junior = try Seeds.verdicts(
      "gb50099.7.1.1.ordinary.secondary", of: "gb50099", campus, facts)
    #expect(junior.map(\.subject.id) == ["c"])
    #expect(junior.map(\.outcome) == [.notMet])
  }

  @Test("judges a room that two stages share by each stage's own figure")
  func sharedRoom() throws {
    let campus = try Seeds.campus(stages: [.primary, .junior])
    // 88 m²: 1.956 m² for each of 45, 1.76 for each of 50; the table asks for 2.0 and 1.92.
    let facts = [
      Seeds.use("a", "computer_room"),
      Seeds.space("a", "room.area_per_seat", .number(88.0 / 45), .primary),
      Seeds.space("a", "room.area_per_seat", .number(96.0 / 50), .junior),
    ]
    let primary = try Seeds.verdicts("gb50099.7.1.1.computer.primary", of: "gb50099", campus, facts)
    #expect(primary.map(\.outcome) == [.notMet])
    let junior = try Seeds.verdicts(
      "gb50099.7.1.1.computer.secondary", of: "gb50099", campus, facts)
    #expect(junior.map(\.outcome) == [.met])
  }

  @Test("names the missing datum and who can supply it")
  func missing() throws {
    let campus = try Seeds.campus()
    let facts = [Seeds.use("a", "ordinary_classroom", .primary)]
    let area = try Seeds.verdicts("gb50099.7.1.1.ordinary.primary", of: "gb50099", campus, facts)
    #expect(area.map(\.outcome) == [.unknown])
    #expect(
      area[0].reason
        == "生均使用面积 (room.area_per_seat) is not known; the author of the building model can supply it"
    )
    #expect(area[0].measured.isEmpty && area[0].method == nil)
    let link = try Seeds.verdicts("net.ba.500", of: "baoan-newinfra", campus, facts)
    #expect(link.map(\.outcome) == [.unknown])
    #expect(link[0].reason.contains("network administrator"))
  }

  @Test("takes what a campus declares where no study says it")
  func declarations() throws {
    let campus = try Seeds.campus(declarations: [
      Seeds.declared("network.uplink_rate", .number(1000)),
      Seeds.declared("network.dual_link", .flag(false)),
    ])
    let link = try Seeds.verdicts("net.ba.500", of: "baoan-newinfra", campus, [])
    #expect(link.map(\.outcome) == [.met])
    #expect(link[0].method == .declaration)
    #expect(
      try Seeds.verdicts("net.ba.dual", of: "baoan-newinfra", campus, []).map(\.outcome)
        == [.notMet])
    #expect(
      try Seeds.verdicts("net.sz.uplink", of: "shenzhen-network", campus, []).map(\.outcome)
        == [.notMet])
  }

  @Test("applies a clause only where its condition holds")
  func conditions() throws {
    let campus = try Seeds.campus()
    func area(_ value: Double) -> [Fact] {
      [Fact(.building(GlobalID("building")), "building.floor_area", .number(value), method: .model)]
    }
    let small = try Seeds.verdicts("gb51456.3.0.3", of: "gb51456", campus, area(9999))
    #expect(small.map(\.outcome) == [.notApplicable])
    #expect(
      small[0].reason == "applies where building.floor_area ≥ 10000 m²; it is 9999 m²")
    let large = try Seeds.verdicts("gb51456.3.0.3", of: "gb51456", campus, area(10000))
    #expect(large.map(\.outcome) == [.unknown])
    let unmeasured = try Seeds.verdicts("gb51456.3.0.3", of: "gb51456", campus, [])
    #expect(unmeasured.map(\.outcome) == [.unknown])
    #expect(unmeasured[0].reason.hasPrefix("whether it applies: 单体建筑面积"))
  }

  @Test("judges a building by what its campus declares")
  func campusQuantity() throws {
    let campus = try Seeds.campus(declarations: [
      Seeds.declared("network.indoor_system", .flag(true))
    ])
    let area = Fact(
      .building(GlobalID("building")), "building.floor_area", .number(12000), method: .model)
    let verdicts = try Seeds.verdicts("gb51456.3.0.3", of: "gb51456", campus, [area])
    #expect(verdicts.map(\.outcome) == [.met])
    #expect(verdicts[0].subject == .building(GlobalID("building")))
  }

  @Test("compares one quantity with another where the clause says so")
  func otherQuantity() throws {
    let campus = try Seeds.campus()
    let facts = [
      Fact(.campus(campus.id), "campus.smoke_detectors_present", .number(1), method: .model),
      Seeds.space("a", "room.smoke_detectors_required", .number(2)),
      Seeds.space("a", "room.smoke_detectors_present", .number(1)),
    ]
    let number = try Seeds.verdicts("gb50116.6.2.2.N", of: "gb50116", campus, facts)
    #expect(number.map(\.outcome) == [.notMet])
    #expect(number[0].requirement == "≥ 2")
    #expect(number[0].measured == "1")
    let atLeastOne = try Seeds.verdicts("gb50116.6.2.2.room", of: "gb50116", campus, facts)
    #expect(atLeastOne.map(\.outcome) == [.met])
  }

  @Test("does not blame a school whose model has no fire alarm system at all")
  func withoutDevices() throws {
    let campus = try Seeds.campus()
    let facts = [
      Fact(.campus(campus.id), "campus.smoke_detectors_present", .number(0), method: .model),
      Seeds.space("a", "room.smoke_detectors_required", .number(1)),
      Seeds.space("a", "room.smoke_detectors_present", .number(0)),
    ]
    let verdicts = try Seeds.verdicts("gb50116.6.2.2.room", of: "gb50116", campus, facts)
    #expect(verdicts.map(\.outcome) == [.unknown])
    #expect(verdicts[0].reason.contains("designer of the fire alarm system"))
  }

  @Test("says of a room that the campus does not have that the clause does not apply")
  func noSuchRoom() throws {
    let campus = try Seeds.campus(spaces: ["a", "b"])
    let facts = [Seeds.use("a", "office"), Seeds.use("b", "unassigned")]
    let dance = try Seeds.verdicts("gb50099.7.1.1.dance.primary", of: "gb50099", campus, facts)
    #expect(dance.map(\.outcome) == [.notApplicable])
    #expect(dance[0].subject == .campus(campus.id))
    #expect(dance[0].reason == "no such room was recognised; 1 room is not classified")
    // A school without any ordinary classroom is more likely not read than not built.
    let ordinary = try Seeds.verdicts(
      "gb50099.7.1.1.ordinary.primary", of: "gb50099", campus, facts)
    #expect(ordinary.map(\.outcome) == [.unknown])
  }

  @Test("binds a new school and advises one as it stands")
  func kinds() throws {
    for (kind, isBinding) in [(ProjectKind.new, true), (.expanded, true), (.existing, false)] {
      let campus = try Seeds.campus(kind: kind)
      let verdicts = try Seeds.verdicts("net.ba.500", of: "baoan-newinfra", campus, [])
      #expect(verdicts.map(\.isBinding) == [isBinding])
    }
  }

  @Test("leaves out a clause for stages that the campus does not teach, or that is switched off")
  func notApplicable() throws {
    let campus = try Seeds.campus(stages: [.senior])
    let verdicts = try Seeds.verdicts("gb50099.3.0.1.primary", of: "gb50099", campus, [])
    #expect(verdicts.map(\.outcome) == [.notApplicable])
    #expect(verdicts[0].reason == "applies to primary, which the campus does not teach")
    let set = try #require(try Seeds.ruleSet("gb50099")).switchingOff("gb50099.4.3.2.secondary")
    let off = StandardsChecker().check(campus: campus, facts: [], ruleSets: [set])
      .filter { $0.clause == "gb50099.4.3.2.secondary" }
    #expect(off.map(\.outcome) == [.notApplicable])
  }

  @Test("gives an answer, not a crash, for a campus of which nothing is known")
  func empty() throws {
    let campus = Campus(id: try CampusID("empty"), name: "", kind: .new, stages: [])
    let sets = try RuleSet.loadAll(from: Seeds.folder())
    let verdicts = StandardsChecker().check(campus: campus, facts: [], ruleSets: sets)
    #expect(verdicts.count == sets.reduce(0) { $0 + $1.clauses.count })
    #expect(verdicts.allSatisfy { $0.outcome == .unknown && !$0.reason.isEmpty })
    #expect(StandardsChecker().standing(of: verdicts).answer == .undecided)
  }
}
