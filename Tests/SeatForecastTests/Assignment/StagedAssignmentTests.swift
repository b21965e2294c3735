import SeatForecast
import Testing
import TwinModel

@Suite struct StagedAssignmentTests {
  private func problem(
    blocks: String, schools: String, feeders: [FeederLink] = []
  ) throws -> StagedProblem {
    try StagedProblem(
      blocks: (Array(blocks.utf8), "blocks.csv"), schools: (Array(schools.utf8), "schools.csv"),
      feeders: feeders, rules: .init(detour: 1, crossing: 1000.0))
  }

  /// Ten primary pupils at 0, of whom 3 find a seat at N next door and 7 at P; five junior ones.
  private let blocks = """
    stage,block,zone,x,y,pupils
    junior,1,w,0,0,5
    primary,1,w,0,0,10
    """
  private let schools = """
    school,stage,zones,x,y,seats
    N,primary,w,10,0,3
    P,primary,w,100,0,9
    J,junior,w,200,0,5
    N,junior,w,10,0,1
    K,junior,w,20,0,9
    """

  @Test func olderPupilsLeaveTheSchoolsWhereTheYoungerOnesSit() throws {
    let found = try StagedAssignment(
      problem(blocks: blocks, schools: schools, feeders: [FeederLink(from: "P", to: "J")]))
    #expect(found.parts.map(\.stage) == [.primary, .junior])
    #expect(found.parts[0].assignment.seated == ["N": 3, "P": 7])
    // 5 × 3/10 = 1.5 and 5 × 7/10 = 3.5: N's remainder comes first. Of N's two one keeps N's only seat
    // and one goes to K, the nearest; P's three go to J by their link.
    #expect(found.parts[1].problem.blocks.map(\.from) == ["N", "P"])
    #expect(found.parts[1].problem.blocks.map(\.pupils) == [[2], [3]])
    let flows = found.parts[1].assignment.flows
    #expect(flows.map(\.school) == ["K", "N", "J"])
    #expect(flows.map(\.pupils) == [1, 1, 3])
    #expect(flows.map(\.right) == [nil, .own, .feeder])
  }

  @Test func aBlockMaySayWhichSchoolItsPupilsLeave() throws {
    let found = try StagedAssignment(
      problem(
        blocks: """
          block,zone,x,y,pupils,from
          1,w,0,0,4,P
          1,w,0,0,5,

          """,
        schools: "school,zones,x,y,seats\nJ,w,900,0,4\nK,w,20,0,3\n",
        feeders: [FeederLink(from: "P", to: "J")]))
    let part = try #require(found.parts.first)
    #expect(part.assignment.flows.map(\.school) == ["K", "J"])
    #expect(part.assignment.flows.map(\.from) == [nil, "P"])
    // Both lines are one block: 5 − 3 of it have no seat.
    #expect(part.assignment.unplaced == ["1": [2]])
  }

  @Test(arguments: [
    (FeederLink(from: "P", to: "X"), "no stage has a school X"),
    (FeederLink(from: "X", to: "J"), "X is no school of the stage before"),
    (FeederLink(from: "J", to: "P"), "J is no school of the stage before"),
  ])
  func linksThatLeadNowhereAreSaid(_ link: FeederLink, _ words: String) throws {
    let problem = try problem(blocks: blocks, schools: schools, feeders: [link])
    let error = #expect(throws: ForecastError.self) { try StagedAssignment(problem) }
    #expect(error?.reason.contains(words) == true, "\(error?.reason ?? "")")
  }

  @Test func aStageInOneFileOnlyIsSaid() {
    let error = #expect(throws: ForecastError.self) {
      try problem(
        blocks: "block,zone,x,y,pupils\n1,w,0,0,5\n",
        schools: "school,stage,zones,x,y,seats\nJ,junior,w,0,0,5\n")
    }
    #expect(error?.description.contains("blocks.csv:1") == true)
  }

  @Test func seatsAreThoseOfTheYear() throws {
    let changes = [
      SchoolChange(
        year: 2027, school: "X",
        kind: .open(.junior, seats: 5, district: "w e", position: Point2(0, 0))),
      SchoolChange(year: 2028, school: "X", kind: .expand(.junior, seats: 2)),
      SchoolChange(year: 2028, school: "N", kind: .close),
    ]
    let problem = try problem(
      blocks: blocks, schools: schools,
      feeders: [FeederLink(from: "P", to: "J"), FeederLink(from: "N", to: "J")])
    func seats(_ year: Int) throws -> [[String]] {
      try problem.applying(changes, in: year).parts.map { part in
        part.schools.map { "\($0.id) \($0.seats)" }
      }
    }
    #expect(try seats(2026) == [["N 3", "P 9"], ["J 5", "N 1", "K 9"]])
    #expect(try seats(2027) == [["N 3", "P 9"], ["J 5", "N 1", "K 9", "X 5"]])
    #expect(try seats(2028) == [["P 9"], ["J 5", "K 9", "X 7"]])
    #expect(try problem.applying(changes, in: 2028).feeders.map(\.from) == ["P"])
    #expect(try problem.applying(changes, in: 2028).parts[1].schools[2].zones == ["w", "e"])
  }

  @Test(arguments: [
    SchoolChange(year: 2027, school: "Z", kind: .close),
    SchoolChange(year: 2027, school: "P", kind: .merge(into: "Z")),
    SchoolChange(year: 2027, school: "P", kind: .expand(.junior, seats: 5)),
    SchoolChange(
      year: 2027, school: "P",
      kind: .open(.primary, seats: 5, district: "w", position: Point2(0, 0))),
  ])
  func changesOfSchoolsThatAreNotThereAreSaid(_ change: SchoolChange) throws {
    let problem = try problem(blocks: blocks, schools: schools)
    let error = #expect(throws: ForecastError.self) { try problem.applying([change], in: 2030) }
    #expect(error?.reason.contains(change.school) == true)
  }

  @Test func emptySeatsAreThoseOfTheModels() throws {
    func seats(_ capacity: [String: [Stage: Int]]) throws -> [Int] {
      try StagedProblem(
        blocks: (Array(blocks.utf8), "blocks.csv"),
        schools: (
          Array("school,stage,zones,x,y,seats\nN,primary,w,0,0,\nP,primary,w,0,0,7\n".utf8),
          "schools.csv"
        ), feeders: [], rules: .init(), capacity: capacity
      ).parts[0].schools.map(\.seats)
    }
    #expect(try seats(["N": [.primary: 450], "P": [.primary: 90]]) == [450, 7])
    let error = #expect(throws: ForecastError.self) { try seats(["N": [.junior: 450]]) }
    #expect(error?.line == 2)
  }
}
