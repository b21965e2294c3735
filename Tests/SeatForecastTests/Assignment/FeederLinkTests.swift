import SeatForecast
import Testing
import TwinModel

/// Pupils on a line who leave primary schools P, Q and the nine-year school N.
@Suite struct FeederLinkTests {
  private func block(
    _ id: String, _ x: Double, _ pupils: Int, from: String?, zone: String = "w"
  ) -> BlockProblem.Block {
    .init(id: id, zone: zone, position: Point2(x, 0), pupils: [pupils], from: from)
  }

  private func school(_ id: String, _ x: Double, _ seats: Int) -> BlockProblem.School {
    .init(id: id, zones: ["w"], position: Point2(x, 0), seats: seats)
  }

  private func assign(
    _ blocks: [BlockProblem.Block], _ schools: [BlockProblem.School],
    _ feeders: [FeederLink] = [], crossing: Metres? = 1000.0
  ) throws -> BlockAssignment {
    try BlockAssignment(
      BlockProblem(
        blocks: blocks, schools: schools, rules: .init(detour: 1, crossing: crossing),
        feeders: feeders))
  }

  @Test func aNineYearSchoolKeepsItsOwnPupilsFirst() throws {
    // By metres alone the neighbours would sit at N and its own pupils at J.
    let found = try assign(
      [block("near", 0, 10, from: "P"), block("far", 900, 10, from: "N")],
      [school("N", 0, 10), school("J", 1000, 20)])
    #expect(found.flows.map(\.school) == ["N", "J"])
    #expect(found.flows.map(\.right) == [.own, nil])
    #expect(found.cost == 10 * 900 + 10 * 1000)
  }

  @Test func sharesSendNoMoreByALinkThanTheySay() throws {
    // A is nearer for all ten, but has a right for 4 of them; the 6 of B stand above metres.
    let links = [
      FeederLink(from: "P", to: "A", share: 0.4), FeederLink(from: "P", to: "B", share: 0.6),
    ]
    let blocks = [block("1", 0, 7, from: "P"), block("2", 300, 3, from: "P")]
    let found = try assign(blocks, [school("A", 100, 10), school("B", 200, 10)], links)
    // Block 2 lives nearer to B (100 m) than to A (200 m), block 1 the other way round.
    #expect(found.flows.map(\.pupils) == [4, 3, 3])
    #expect(found.flows.map(\.school) == ["A", "B", "B"])
    #expect(found.seated(by: .feeder) == 10)
    #expect(found.cost == 4 * 100 + 3 * 200 + 3 * 100)
  }

  @Test func whoHasNoRightLeftGoesAsAllOthers() throws {
    let found = try assign(
      [block("1", 0, 10, from: "P")], [school("A", 100, 10), school("B", 200, 10)],
      [FeederLink(from: "P", to: "A", share: 0.25)])
    // 2.5 of 10 are rounded up to 3 by right; the other 7 take free seats of A, the nearest.
    #expect(found.flows.map(\.pupils) == [7, 3])
    #expect(found.flows.map(\.right) == [nil, .feeder])
    #expect(found.seated == ["A": 10, "B": 0])
  }

  @Test func linksOfHigherPriorityComeFirst() throws {
    let blocks = [block("near", 0, 10, from: "P"), block("far", 5000, 10, from: "Q")]
    let schools = [school("J", 0, 10), school("K", 100, 10)]
    func seatsOfJ(_ p: Int, _ q: Int) throws -> [String] {
      try assign(
        blocks, schools,
        [
          FeederLink(from: "P", to: "J", priority: p), FeederLink(from: "Q", to: "J", priority: q),
        ]
      ).flows.filter { $0.school == "J" }.map(\.block)
    }
    #expect(try seatsOfJ(1, 2) == ["near"])
    #expect(try seatsOfJ(2, 1) == ["far"])
    // Of equals those with the shorter sum of walks: 0 + 4,900 m against 5,000 + 100 m.
    #expect(try seatsOfJ(1, 1) == ["near"])
  }

  @Test func aRightComesBeforeASeatForSomebodyElse() throws {
    // The stranger reaches J only; Q's pupil could sit at K, too, but may go to J.
    let found = try assign(
      [block("1", 0, 1, from: "Q"), block("2", 0, 1, from: nil)],
      [
        school("J", 0, 1), .init(id: "K", zones: ["w"], position: Point2(10, 0), seats: 0),
      ], [FeederLink(from: "Q", to: "J")], crossing: nil)
    #expect(found.unplaced == ["2": [1]])
  }

  @Test func aRightNeedsNoZone() throws {
    let found = try assign(
      [block("1", 0, 1, from: "Q", zone: "elsewhere")], [school("J", 30, 1)],
      [FeederLink(from: "Q", to: "J")], crossing: nil)
    #expect(found.flows.map(\.school) == ["J"])
    #expect(found.cost == 30)
  }

  @Test func theWorthOfRightsSeatsAndMetresIsInOrderWhereverPupilsAndSchoolsLie() throws {
    var random = SeededRandom(11, stream: "feeders")
    for _ in 0..<80 {
      let origins = (0..<5).map { _ in ["N", "P", "Q", nil][Int.random(in: 0...3, using: &random)] }
      let blocks = origins.enumerated().map { index, from in
        block(
          "\(index)", Double.random(in: 0...500, using: &random).rounded(), 1, from: from,
          zone: Bool.random(using: &random) ? "w" : "e")
      }
      let schools = ["J", "K", "N"].map { id in
        BlockProblem.School(
          id: id, zones: Bool.random(using: &random) ? ["w"] : ["e", "w"],
          position: Point2(Double.random(in: 0...500, using: &random).rounded(), 0),
          seats: Int.random(in: 0...2, using: &random))
      }
      let links = [
        FeederLink(from: "P", to: "J", share: Bool.random(using: &random) ? 0.5 : nil),
        FeederLink(from: "P", to: "N", priority: 2), FeederLink(from: "Q", to: "K", priority: 3),
        FeederLink(from: "Q", to: "N", share: 0.5, priority: 1),
      ]
      let found = try assign(blocks, schools, links, crossing: nil)
      let best = Exhaustive(blocks: blocks, schools: schools, links: links).best()
      var own = [Int](repeating: 0, count: 6)
      own[0] = found.seated(by: .own)
      own[4] = found.flows.count
      own[5] = -found.cost
      #expect(own[0] == best[0] && own[4] == best[4] && own[5] == best[5], "\(best) \(own)")
      #expect(found.seated(by: .feeder) == best[1] + best[2] + best[3])
    }
  }

  @Test func filesAreReadWithSharesAndPriorities() throws {
    let csv = "\u{FEFF}priority,to,from,share\r\n2,J,P,0.5\r\n,K,P,\r\n"
    #expect(
      try FeederLink.links(csv: Array(csv.utf8), file: "f.csv") == [
        FeederLink(from: "P", to: "J", share: 0.5, priority: 2), FeederLink(from: "P", to: "K"),
      ])
  }

  @Test(arguments: [
    ("", "empty"),
    ("from,share\nP,1\n", "column “to”"),
    ("from,to,shares\nP,J,1\n", "“shares” is not known"),
    ("from,to,share\nP,J,1.5\n", "f.csv:2: the share is 1.5"),
    ("from,to,share\nP,J,0\n", "f.csv:2: the share is 0.0"),
    ("from,to,share\nP,J,half\n", "f.csv:2: column “share”: found “half”"),
    ("from,to,share\nP,J,0.6\nP,K,0.6\n", "f.csv:3: the shares of school P add up to 1.2"),
    ("from,to\nP,J\nP,J\n", "f.csv:3: the link from P to J stands there twice"),
    ("from,to\nP,P\n", "keeps its own"),
    ("from,to,priority\nP,J,0\n", "the priority is 0"),
    ("from,to\nP\n", "found 1 field;"),
  ])
  func whatIsWrongIsSaidWithItsLine(_ csv: String, _ words: String) {
    let error = #expect(throws: ForecastError.self) {
      try FeederLink.links(csv: Array(csv.utf8), file: "f.csv")
    }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }

  @Test func wholeBlocksHaveNoRights() {
    #expect(throws: ForecastError.self) {
      try BlockAssignment(
        BlockProblem(
          blocks: [block("1", 0, 1, from: "N")], schools: [school("N", 0, 1)],
          rules: .init(wholeBlocks: true)))
    }
  }
}

/// Tries every school, or none, for every pupil of blocks of one pupil, in their own zones only.
private struct Exhaustive {
  let blocks: [BlockProblem.Block]
  let schools: [BlockProblem.School]
  let links: [FeederLink]

  /// The best of all: seats by own right, by links of priority 1, 2 and 3, seats, metres saved.
  func best() -> [Int] {
    var used: [String: Int] = [:]
    return search(0, schools.map(\.seats), &used)
  }

  private func search(_ place: Int, _ seats: [Int], _ used: inout [String: Int]) -> [Int] {
    guard place < blocks.count else { return [0, 0, 0, 0, 0, 0] }
    var best = search(place + 1, seats, &used)
    let block = blocks[place]
    for (index, school) in schools.enumerated() where seats[index] > 0 {
      var left = seats
      left[index] -= 1
      let walk = Int(abs(block.position.x - school.position.x))
      if school.zones.contains(block.zone), block.from != school.id {
        best = Self.greater(best, Self.sum(search(place + 1, left, &used), [0, 0, 0, 0, 1, -walk]))
      }
      if block.from == school.id {
        best = Self.greater(best, Self.sum(search(place + 1, left, &used), [1, 0, 0, 0, 1, -walk]))
      }
      for link in links where link.from == block.from && link.to == school.id {
        let leavers = blocks.count { $0.from == link.from }
        let most = link.share == nil ? leavers : (leavers + 1) / 2
        let key = link.from + link.to
        guard used[key, default: 0] < most else { continue }
        used[key, default: 0] += 1
        var gain = [0, 0, 0, 0, 1, -walk]
        gain[link.priority] = 1
        best = Self.greater(best, Self.sum(search(place + 1, left, &used), gain))
        used[key, default: 0] -= 1
      }
    }
    return best
  }

  private static func sum(_ left: [Int], _ right: [Int]) -> [Int] { zip(left, right).map(+) }

  private static func greater(_ left: [Int], _ right: [Int]) -> [Int] {
    left.lexicographicallyPrecedes(right) ? right : left
  }
}
