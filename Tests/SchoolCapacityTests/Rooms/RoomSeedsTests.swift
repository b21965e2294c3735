import SchoolCapacity
import SeedFiles
import Testing
import TwinModel
import TwinTestSupport

@Suite("The seed files of rooms")
struct RoomSeedsTests {
  private static func parse(_ text: String) throws -> YAMLNode {
    try YAMLNode.parse(text, file: "seed.yaml")
  }

  @Test("have the areas of GB 50099 table 7.1.1 by use and stage")
  func areas() throws {
    let uses = try SchoolSeeds.uses()
    let table = try SchoolSeeds.study().areas
    let classroom = try #require(uses.use("ordinary_classroom"))
    #expect(table.perSeat(classroom, .primary) == 1.36)
    #expect(table.perSeat(classroom, .senior) == 1.39)
    let science = try #require(uses.use("science_room"))
    #expect(table.perSeat(science, .primary) == 1.78)
    #expect(table.perSeat(science, .junior) == nil)
    // 45 × 1.36 = 61.2 and 50 × 1.39 = 69.5, although 61.2 / 1.36 is not 45 in binary.
    #expect(table.seats(in: 61.2, classroom, .primary) == 45)
    #expect(table.seats(in: 69.5, classroom, .junior) == 50)
    #expect(table.seats(in: 61.19, classroom, .primary) == 44)
    #expect(table.seats(in: 0, classroom, .primary) == 0)
  }

  @Test(
    "stop at a use, stage or unit that does not exist",
    arguments: [
      ("use: office", "use: salon", "“salon” is not a use of rooms/uses.yaml"),
      ("[primary]", "[college]", "expected one of primary, junior, senior, found “college”"),
      ("m²/seat", "m2", "expected the unit m²/seat"),
      ("value: 2", "value: 0", "expected a number above 0"),
      ("area-per-seat/1", "area/1", "expected the format area-per-seat/1"),
    ])
  func wrongAreas(_ part: String, _ replacement: String, _ reason: String) throws {
    let text = """
      format: area-per-seat/1
      rows:
        - {clause: c, use: office, stages: [primary], value: 2, unit: m²/seat, status: seen}
      """.replacing(part, with: replacement)
    let uses = try SchoolSeeds.uses()
    let error = try #require(throws: SeedError.self) {
      try AreaTable.load(from: Self.parse(text), uses: uses)
    }
    #expect(error.reason.contains(reason), "\(error)")
  }

  @Test("stop at a timetable that has a use twice")
  func wrongTimetable() throws {
    let group = "zh: 甲, en: a, en_plural: as, binds: true, periods_per_class: {primary: 1}}"
    let text = """
      format: timetable/1
      days: 5
      periods: 7
      status: unverified
      groups:
        - {id: one, uses: [music_room], \(group)
        - {id: two, uses: [music_room], \(group)
      """
    let uses = try SchoolSeeds.uses()
    let error = try #require(throws: SeedError.self) {
      try Timetable.load(from: Self.parse(text), uses: uses)
    }
    #expect(error.line == 7)
    #expect(error.reason.contains("“music_room” is in two groups"))
  }

  @Test("take more off a fire door than off another, and nothing off a hole")
  func doors() throws {
    let rule = try SchoolSeeds.study().clearWidth
    func opening(_ kind: PlanOpening.Kind, _ width: Int64) -> PlanOpening {
      PlanOpening(
        id: GlobalID("d"), kind: kind, start: PlanPoint(0, 0), end: PlanPoint(width, 0), sill: 0,
        head: 2100, width: width)
    }
    #expect(rule.clearWidth(of: opening(.door, 1500), isFireDoor: false) == Metres(1.4))
    #expect(rule.clearWidth(of: opening(.door, 1500), isFireDoor: true) == Metres(1.35))
    #expect(rule.clearWidth(of: opening(.hole, 1500), isFireDoor: false) == Metres(1.5))
    #expect(rule.clearWidth(of: opening(.door, 50), isFireDoor: false) == Metres(0))
  }

  @Test("change the parameters that a cached result is kept under")
  func parameters() throws {
    let study = try SchoolSeeds.study()
    #expect(study.parameters["class size"] == "45/50")
    #expect(try study.parameters != SchoolSeeds.study(primary: 40).parameters)
    #expect(try study.parameters != SchoolSeeds.study(countsUndersizedRooms: true).parameters)
    #expect(try study.parameters == SchoolSeeds.study().parameters)
  }
}
