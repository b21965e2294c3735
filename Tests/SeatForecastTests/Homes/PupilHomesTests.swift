import SeatForecast
import Testing
import TwinModel

/// The town of ``SchoolChangesTests``, with the homes of its pupils: schools A, B and C at 0, 1,000 and
/// 3,000 m with 100, 80 and 60 pupils.
@Suite struct PupilHomesTests {
  private static func home(_ block: String, _ x: Double, _ pupils: Double) -> PupilHome {
    PupilHome(block: block, district: "d", position: Point2(x, 0), pupils: pupils)
  }

  private static func homes(_ list: [PupilHome]) throws -> PupilHomes {
    try PupilHomes(homes: list, limits: WalkLimits(byStage: [.primary: 500]), detour: 1)
  }

  private func moves(
    _ change: SchoolChange, _ seats: (Int, Int, Int), _ homes: PupilHomes?
  ) throws -> [SchoolMove] {
    try SchoolChangesTests.forecast().applying(
      [change],
      sites: [
        SchoolChangesTests.site("A", seats.0, 0), SchoolChangesTests.site("B", seats.1, 1000),
        SchoolChangesTests.site("C", seats.2, 3000),
      ], homes: homes
    ).moves
  }

  @Test func pupilsOfAClosedSchoolGoFromWhereTheyLive() throws {
    let homes = try Self.homes([
      Self.home("east", 2500, 60), Self.home("west", 0, 40), Self.home("middle", 900, 80),
      Self.home("far east", 3000, 60),
    ])
    let close = SchoolChange(year: 2026, school: "B", kind: .close)
    // B's 80 pupils go to A (1,000 m), which has room for all of them, when they start from B.
    let fromSchools = try moves(close, (300, 80, 300), nil)
    #expect(fromSchools.map(\.to) == ["A"])
    // Where they live: C's 60 at 3,000 m; A's 100 at 0 (40) and 900 m (60); so B's at 900 m (20) and
    // 2,500 m (60), any other pairs of blocks and schools being longer. Of B's, 20 have 900 m to A and 60
    // have 500 m to C, of which only the first is farther than 500 m.
    let fromHomes = try moves(close, (300, 80, 300), homes)
    #expect(fromHomes.map(\.to) == ["A", "C"])
    #expect(fromHomes.map { $0.pupils.rounded() } == [20, 60])
    #expect(fromHomes.map { $0.walk?.mean.value.rounded() } == [900, 500])
    #expect(fromHomes.map { $0.walk?.far?.rounded() } == [20, 0])
  }

  @Test func ofAnOverfullSchoolThoseGoWhoLiveNearestToTheNewOne() throws {
    // A has 100 pupils and 70 seats; 10 of its pupils live at 300 m, 90 at 0.
    let homes = try Self.homes([
      Self.home("a", 0, 90), Self.home("next", 300, 10), Self.home("b", 1000, 80),
      Self.home("c", 3000, 60),
    ])
    let opening = SchoolChange(
      year: 2026, school: "N",
      kind: .open(.primary, seats: 25, district: "d", position: Point2(400, 0)))
    let found = try moves(opening, (70, 110, 200), homes)
    // 25 of the 30 too many: the 10 at 100 m, then 15 at 400 m. Nobody leaves who has a seat.
    #expect(found.map(\.from) == ["A"])
    let move = try #require(found.first)
    #expect(abs(move.pupils - 25) < 1e-9)
    let walk = try #require(move.walk)
    #expect(abs(walk.mean.value - (10 * 100 + 15 * 400) / 25) < 1e-9)
    #expect(walk.far == 0)
  }

  @Test func whereAllLiveAtTheirSchoolItIsAsWithoutHomes() throws {
    let homes = try Self.homes([
      Self.home("a", 0, 100), Self.home("b", 1000, 80), Self.home("c", 3000, 60),
    ])
    for kind in [
      SchoolChange.Kind.close,
      .open(.primary, seats: 40, district: "d", position: Point2(900, 0)),
    ] {
      let change = SchoolChange(year: 2026, school: kind == .close ? "A" : "N", kind: kind)
      var found = try moves(change, (70, 60, 200), homes)
      for place in found.indices { found[place].walk = nil }
      #expect(try found == moves(change, (70, 60, 200), nil))
      #expect(!found.isEmpty)
    }
  }

  @Test func aDistrictWithoutBlocksIsSaid() throws {
    let elsewhere = try PupilHomes(
      homes: [PupilHome(block: "1", district: "e", position: Point2(0, 0), pupils: 5)],
      limits: WalkLimits(byStage: [:]))
    let after = try SchoolChangesTests.forecast().applying(
      [SchoolChange(year: 2026, school: "A", kind: .close)], sites: SchoolChangesTests.sites,
      homes: elsewhere)
    #expect(after.moves.map(\.to) == ["B", "C"])
    #expect(after.moves.map(\.walk) == [nil, nil])
    #expect(after.forecast.findings.contains { $0.code == "forecast.change.homes" })
  }

  @Test func homesAreReadByStageOrForAll() throws {
    let csv = "block,district,x,y,pupils,stage,zone\r\n1,d,0,5,2.5,junior,w\r\n2,d,1,5,3,,w\r\n"
    #expect(
      try PupilHome.homes(csv: Array(csv.utf8), file: "homes.csv") == [
        PupilHome(
          block: "1", district: "d", position: Point2(0, 5), pupils: 2.5, stage: .junior),
        PupilHome(block: "2", district: "d", position: Point2(1, 5), pupils: 3),
      ])
  }

  @Test(arguments: [
    ("", "empty"), ("block,x,y,pupils\n", "column “district”"),
    ("block,district,x,y,pupils,stages\n", "“stages” is not known"),
    ("block,district,x,y,pupils\n1,d,0,0,-1\n", "homes.csv:2: column “pupils”"),
    ("block,district,x,y,pupils\n1,d,nan,0,1\n", "homes.csv:2: column “x”"),
    ("block,district,x,y,pupils,stage\n1,d,0,0,1,first\n", "homes.csv:2: column “stage”"),
  ])
  func whatIsWrongIsSaidWithItsLine(_ csv: String, _ words: String) {
    let error = #expect(throws: ForecastError.self) {
      try PupilHome.homes(csv: Array(csv.utf8), file: "homes.csv")
    }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }

  @Test func aBlockThatStandsThereTwiceIsSaid() {
    #expect(throws: ForecastError.self) {
      try Self.homes([Self.home("1", 0, 1), Self.home("1", 5, 1)])
    }
  }
}
