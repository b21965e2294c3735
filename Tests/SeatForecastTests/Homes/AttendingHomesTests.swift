import SeatForecast
import Testing
import TwinModel

/// The town of ``SchoolChangesTests``: schools A, B and C at 0, 1,000 and 3,000 m with 100, 80 and 60
/// pupils, of some of whom is known where they live.
@Suite("Homes with the schools of their pupils")
struct AttendingHomesTests {
  private static func home(
    _ block: String, _ x: Double, _ pupils: Double, _ school: String? = nil
  ) -> PupilHome {
    PupilHome(
      block: block, district: "d", position: Point2(x, 0), pupils: pupils, school: school)
  }

  private static let limits = WalkLimits(
    byStage: [.primary: 500], minutes: [.primary: 20], speed: 1)

  /// The moves when C closes and A and B have room for all.
  private func closing(
    _ list: [PupilHome]
  ) throws -> (forecast: ForecastResult, moves: [SchoolMove]) {
    try SchoolChangesTests.forecast().applying(
      [SchoolChange(year: 2026, school: "C", kind: .close)],
      sites: [
        SchoolChangesTests.site("A", 300, 0), SchoolChangesTests.site("B", 300, 1000),
        SchoolChangesTests.site("C", 60, 3000),
      ], homes: PupilHomes(homes: list, limits: Self.limits, detour: 1))
  }

  @Test("start from where rolls say, the others from the shortest ways")
  func known() throws {
    // C has 60: 20 who are known to live at 0, and of the others the 40 next to it, as its 60 neighbours
    // are the nearest for 40 seats.
    let found = try closing([
      Self.home("w", 0, 80), Self.home("w", 0, 20, "C"), Self.home("m", 1000, 80),
      Self.home("e", 3000, 60),
    ])
    #expect(found.moves.map(\.to) == ["A", "B"])
    #expect(found.moves.map { $0.pupils.rounded() } == [20, 40])
    let walks = found.moves.compactMap(\.walk)
    #expect(walks.map(\.mean.value) == [0, 2000])
    // 2,000 m at 60 m a minute.
    #expect(walks.map { (10 * ($0.time?.value ?? 0)).rounded() } == [0, 333])
    #expect(walks.map { $0.far?.rounded() } == [0, 40])
    #expect(walks.map { $0.long?.rounded() } == [0, 40])
    #expect(!found.forecast.findings.contains { $0.code == "forecast.homes.school" })
    // Without the school all 60 come from next door.
    let unknown = try closing([
      Self.home("w", 0, 100), Self.home("m", 1000, 80), Self.home("e", 3000, 60),
    ])
    #expect(unknown.moves.map(\.to) == ["B"])
  }

  @Test("count by their proportion, as blocks do")
  func scaled() throws {
    let list = [
      Self.home("w", 0, 80), Self.home("w", 0, 20, "C"), Self.home("m", 1000, 80),
      Self.home("e", 3000, 60),
    ]
    var twice = list
    for place in twice.indices { twice[place].pupils *= 2 }
    #expect(try closing(twice).moves == closing(list).moves)
  }

  @Test("fill a school in proportion where they are more than it has, which is said")
  func tooMany() throws {
    // 30 and 60 of C's 60: 20 and 40 of them; the other 10 and 20 go where there is room.
    let found = try closing([
      Self.home("w", 0, 100), Self.home("w", 0, 60, "C"), Self.home("m", 1000, 50),
      Self.home("e", 3000, 30, "C"),
    ])
    #expect(found.moves.map(\.to) == ["A", "B"])
    #expect(found.moves.map { $0.pupils.rounded() } == [40, 20])
    let said = found.forecast.findings.filter { $0.code == "forecast.homes.school" }
    #expect(said.map(\.subject) == ["C"])
    #expect(
      said.first?.message.contains("homes send 90 of the 240 primary pupils") == true,
      "\(said.first?.message ?? "")")
  }

  @Test("leave out pupils of schools without a place, and of merged ones")
  func elsewhere() throws {
    // B merges into A with all its pupils: those at 2,900 m who go to it are none of C's.
    let homes = try PupilHomes(
      homes: [
        Self.home("w", 0, 100), Self.home("b", 2900, 80, "B"), Self.home("e", 3000, 60),
      ], limits: Self.limits, detour: 1)
    let moves = try SchoolChangesTests.forecast().applying(
      [
        SchoolChange(year: 2026, school: "B", kind: .merge(into: "A")),
        SchoolChange(year: 2026, school: "C", kind: .close),
      ], sites: SchoolChangesTests.sites, homes: homes
    ).moves
    // Of the 160 at A and C 60 live at 3,000 m, and A is all that is left to them: nobody has 2,900 m.
    #expect(moves.filter { $0.from == "C" }.compactMap { $0.walk?.mean.value } == [3000])
  }

  @Test("are spread with the fewest metres around what is known")
  func fewestMetres() throws {
    var random = SeededRandom(5, stream: "attending")
    for _ in 0..<60 {
      // A true matrix of 3 blocks and 3 schools, of which some cells are known.
      let schools = ["A", "B", "C"].map { ($0, 1 + 2 * Int.random(in: 0...20, using: &random)) }
      // Blocks at even metres, schools at odd ones: nobody changes schools at no cost.
      let blocks = (0..<3).map { _ in 2 * Int.random(in: 0...20, using: &random) }
      var town = Town(demand: [:], seats: [:])
      var list: [PupilHome] = []
      var known = [[Int]](repeating: [0, 0, 0], count: 3)
      var living = [0, 0, 0]
      for (row, x) in blocks.enumerated() {
        for (column, school) in schools.enumerated() {
          let pupils = Int.random(in: 0...2, using: &random)
          living[row] += pupils
          town.demand[school.0, default: 0] += Double(pupils)
          if Bool.random(using: &random) {
            known[row][column] = pupils
            list.append(Self.home("\(row)", Double(x), Double(pupils), school.0))
          }
        }
        let rest = living[row] - known[row].reduce(0, +)
        list.append(Self.home("\(row)", Double(x), Double(rest)))
      }
      list = list.filter { $0.pupils > 0 }
      // Everybody keeps the seat of today.
      for (school, x) in schools {
        town.places[school] = Point2(Double(x), 0)
        town.seats[school] = Int(town.demand[school] ?? 0)
      }
      guard town.demand.values.allSatisfy({ $0 > 0 }) else { continue }
      town.homes = try PupilHomes(homes: list, limits: Self.limits, detour: 1)
      let balance = try town.balance()
      let assignment = try #require(balance.assignments.last)
      #expect(assignment.moves.isEmpty)
      let metres = assignment.walks.values.reduce(0) { $0 + $1.pupils * ($1.mean?.value ?? 0) }
      let room = schools.map { Int(town.demand[$0.0] ?? 0) }
      let ways = blocks.map { x in schools.map { abs(x - $0.1) } }
      #expect(Int(metres.rounded()) == Self.least(living, room, known, ways))
    }
  }

  /// The fewest metres of all matrices with these sums and at least these cells.
  private static func least(
    _ living: [Int], _ room: [Int], _ known: [[Int]], _ ways: [[Int]]
  ) -> Int {
    var best = Int.max
    func fill(_ cell: Int, _ left: [Int], _ free: [Int], _ metres: Int) {
      guard cell < 9 else {
        if left.allSatisfy({ $0 == 0 }) && free.allSatisfy({ $0 == 0 }) { best = min(best, metres) }
        return
      }
      let (row, column) = (cell / 3, cell % 3)
      let most = min(left[row], free[column])
      guard known[row][column] <= most else { return }
      for pupils in known[row][column]...most {
        var (left, free) = (left, free)
        left[row] -= pupils
        free[column] -= pupils
        fill(cell + 1, left, free, metres + pupils * ways[row][column])
      }
    }
    fill(0, living, room, 0)
    return best
  }

  @Test(
    "name a school of the district and stage, else their line is said",
    arguments: [
      (
        "1,d,0,0,5,,X",
        "homes.csv:3: column “school”: school “X” has no forecast; expected one of district d, A, B, C"
      ),
      ("1,e,0,0,5,,A", "homes.csv:3: column “school”: school A is in district d, the line in e"),
      ("0,d,0,0,5,,A", "homes.csv:3: block 0 of district d stands there twice with school A"),
      ("0,d,7,0,5,,B", "homes.csv:3: block 0 of district d stands at another place"),
      ("1,d,0,0,-5,,B", "homes.csv:3: column “pupils”"),
    ])
  func wrong(_ line: String, _ words: String) {
    let csv = "block,district,x,y,pupils,stage,school\n0,d,0,0,5,,A\n" + line + "\n"
    let error = #expect(throws: ForecastError.self) {
      try PupilHomes(csv: Array(csv.utf8), file: "homes.csv", limits: Self.limits)
        .check(against: SchoolChangesTests.forecast())
    }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }

  @Test("stop a study that does not know the school")
  func unknownSchool() {
    #expect(throws: ForecastError.self) { try closing([Self.home("w", 0, 1, "X")]) }
    #expect(throws: ForecastError.self) {
      var town = Town(demand: ["A": 3], seats: ["A": 3])
      town.homes = try PupilHomes(homes: [Self.home("w", 0, 1, "X")], limits: Self.limits)
      _ = try town.balance()
    }
  }

  @Test("say beside seats how all pupils of a school walk")
  func balances() throws {
    // A's live at −700 (90) and 400 m (10), 20 of C's 60 at 1,000 m from A, which is 2,000 m from C.
    let homes = try PupilHomes(
      homes: [
        Self.home("w", -700, 90), Self.home("m", 400, 10), Self.home("b", 1000, 80),
        Self.home("b", 1000, 20, "C"), Self.home("c", 3000, 40),
      ], limits: Self.limits, detour: 1)
    let found = try SchoolChangesTests.forecast().balances(
      stage: .primary, year: 2026, sites: SchoolChangesTests.sites,
      thresholds: WarningThresholds(
        yellowProbability: 20, redProbability: 50, yellowUtilisation: 85, redUtilisation: 100),
      homes: homes)
    #expect(found.map(\.school) == ["A", "B", "C"])
    #expect(found.map { $0.walks?.pupils } == [100, 80, 60])
    #expect(found.map { $0.walks?.mean?.value.rounded() } == [670, 0, 667])
    #expect(found.map { $0.walks?.far } == [90, 0, 20])
    #expect(found.map { $0.walks?.long } == [0, 0, 20])
  }

  @Test("may name it in one line and leave it out in another")
  func read() throws {
    let csv = "block,district,x,y,pupils,school\n0,d,0,0,5,A\n0,d,0,0,3,\n"
    let read = try PupilHome.homes(csv: Array(csv.utf8), file: "homes.csv")
    #expect(read == [Self.home("0", 0, 5, "A"), Self.home("0", 0, 3)])
    #expect(try PupilHomes(homes: read, limits: Self.limits).homes == read)
  }
}
