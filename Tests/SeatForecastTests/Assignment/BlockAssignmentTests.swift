import SeatForecast
import Testing
import TwinModel

@Suite("An assignment of blocks")
struct BlockAssignmentTests {
  private func block(
    _ id: String, _ x: Double, _ pupils: [Int], zone: String = "west"
  ) -> BlockProblem.Block {
    .init(id: id, zone: zone, position: Point2(x, 0), pupils: pupils)
  }

  private func school(
    _ id: String, _ x: Double, _ seats: Int, zones: [String] = ["west"]
  ) -> BlockProblem.School {
    .init(id: id, zones: zones, position: Point2(x, 0), seats: seats)
  }

  private let straight = BlockProblem.Rules(detour: 1, crossing: 1000.0)

  @Test("sends everybody to the nearest seats and counts metres and gaps")
  func nearest() throws {
    let found = try BlockAssignment(
      BlockProblem(
        blocks: [block("1", 0, [30]), block("2", 900, [30])],
        schools: [school("a", 100, 40), school("b", 1000, 15)], rules: straight))
    #expect(found.seated == ["a": 40, "b": 15])
    // 15 of block 2 at b (100 m), 10 at a (800 m), 5 without a seat; 30 of block 1 at a (100 m).
    #expect(found.unplaced == ["2": [5]])
    #expect(found.cost == 30 * 100 + 15 * 100 + 10 * 800)
    #expect(found.walking(fartherThan: 500.0) == 10)
  }

  @Test("seats those of higher priority first, wherever they live")
  func priority() throws {
    let found = try BlockAssignment(
      BlockProblem(
        blocks: [block("near", 0, [0, 10]), block("far", 5000, [10, 0])],
        schools: [school("a", 0, 10)], rules: straight))
    #expect(found.flows.map(\.block) == ["far"])
    #expect(found.unplaced == ["near": [0, 10]])
  }

  @Test("crosses a border of zones only where the way round costs more, or not at all")
  func zones() throws {
    let blocks = [block("1", 0, [10])]
    let schools = [
      school("over", 100, 10, zones: ["east"]), school("own", 800, 10, zones: ["west", "east"]),
    ]
    func seated(_ crossing: Metres?) throws -> [String: Int] {
      try BlockAssignment(
        BlockProblem(
          blocks: blocks, schools: schools, rules: .init(detour: 1, crossing: crossing))
      ).seated
    }
    #expect(try seated(1000.0) == ["over": 0, "own": 10])
    #expect(try seated(500.0) == ["over": 10, "own": 0])
    #expect(try seated(nil) == ["over": 0, "own": 10])
  }

  @Test("keeps blocks whole, and says what splitting them would have saved")
  func whole() throws {
    // Split, all 60 have a seat; whole, the block of 30 between the schools finds no 30 seats left.
    let problem = { (isWhole: Bool) in
      BlockProblem(
        blocks: [
          self.block("1", 0, [20]), self.block("2", 500, [10, 20]), self.block("3", 1000, [10]),
        ],
        schools: [self.school("a", 0, 35), self.school("b", 1000, 25)],
        rules: .init(detour: 1, crossing: 1000.0, wholeBlocks: isWhole))
    }
    let split = try BlockAssignment(problem(false))
    #expect(split.unplaced.isEmpty)
    #expect(split.bound == .init(unplaced: 0, cost: split.cost))
    let whole = try BlockAssignment(problem(true))
    #expect(whole.bound == split.bound)
    for id in ["1", "2", "3"] {
      #expect(Set(whole.flows.filter { $0.block == id }.map(\.school)).count <= 1)
    }
    #expect(whole.unplaced.values.reduce(0) { $0 + $1.reduce(0, +) } == 10)
    #expect(whole.seated["a"] ?? 0 <= 35 && whole.seated["b"] ?? 0 <= 25)
  }

  @Test("lets a block move on where another gains more by its place")
  func movesOn() throws {
    // Block 1 alone would take a, its nearest; but 2 has nowhere else to go.
    let found = try BlockAssignment(
      BlockProblem(
        blocks: [block("1", 0, [20]), block("2", 100, [30])],
        schools: [school("a", 0, 30), school("b", 300, 20)],
        rules: .init(detour: 1, wholeBlocks: true)))
    #expect(found.flows.map(\.school) == ["b", "a"])
    #expect(found.unplaced.isEmpty)
  }

  @Test("goes round a road that counts as a long way")
  func barrier() throws {
    func school(_ metres: Metres) throws -> [String] {
      let road = RoadBarrier(start: Point2(50, -10), end: Point2(50, 10), penalty: metres)
      return try BlockAssignment(
        BlockProblem(
          blocks: [block("1", 0, [5])],
          schools: [self.school("over", 100, 5), self.school("back", -300, 5)],
          rules: .init(detour: 1, barriers: [road]))
      ).flows.map(\.school)
    }
    #expect(try school(150.0) == ["over"])
    #expect(try school(250.0) == ["back"])
  }

  @Test("takes no time for what a road counts as")
  func timeOfTheWay() throws {
    // 600 m at 1 m/s are 10 min, though the road makes them 5,600 m.
    let road = RoadBarrier(start: Point2(50, -10), end: Point2(50, 10), penalty: 5000.0)
    let found = try BlockAssignment(
      BlockProblem(
        blocks: [block("1", 0, [5])], schools: [self.school("over", 600, 5)],
        rules: .init(detour: 1, barriers: [road])))
    #expect(found.cost == 5 * 5600)
    let walks = found.walks(
      WalkLimits(byStage: [.primary: 500], minutes: [.primary: 10], speed: 1), .primary)
    #expect(walks.far == 5 && walks.long == 0)
    #expect(walks.mean == 600 && walks.meanTime == 10)
  }

  @Test("reads roads, and says where one is wrong")
  func barriers() throws {
    let csv = Array("x1,y1,x2,y2,metres\n0,0,10,0,300\n".utf8)
    #expect(
      try RoadBarrier.barriers(csv: csv, file: "roads.csv") == [
        RoadBarrier(start: Point2(0, 0), end: Point2(10, 0), penalty: 300.0)
      ])
    let wrong = Array("x1,y1,x2,y2,metres\n0,0,10,0,-1\n".utf8)
    #expect(throws: ForecastError.self) {
      try RoadBarrier.barriers(csv: wrong, file: "roads.csv")
    }
  }

  @Test("refuses what is on no map, and ids that repeat")
  func refuses() {
    for blocks in [
      [block("1", .nan, [1])], [block("1", 0, [-1])], [block("1", 0, [1]), block("1", 1, [1])],
    ] {
      #expect(throws: ForecastError.self) {
        try BlockAssignment(BlockProblem(blocks: blocks, schools: []))
      }
    }
  }
}
