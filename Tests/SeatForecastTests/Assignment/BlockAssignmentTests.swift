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
