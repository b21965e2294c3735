import SeatForecast
import Testing
import TwinModel

/// Thirty pupils at 0 in zone w and thirty at 900 m in zone e; school a at 100 m serves w with 40 seats, b
/// at 1,000 m serves e with 20.
@Suite("Where pupils go today")
struct AttendanceTests {
  private static func problem(stages: Bool = false) throws -> StagedProblem {
    let (head, cell) = stages ? (",stage", ",primary") : ("", "")
    let blocks = "block,zone,x,y,pupils\(head)\n1,w,0,0,30\(cell)\n2,e,900,0,30\(cell)\n"
    let schools =
      "school,zones,x,y,seats\(head)\na,w,100,0,40\(cell)\nb,e,1000,0,20\(cell)\n"
    return try StagedProblem(
      blocks: (Array(blocks.utf8), "blocks.csv"), schools: (Array(schools.utf8), "schools.csv"),
      feeders: [], rules: .init(detour: 1, crossing: 1000.0))
  }

  private static func attendance(
    _ csv: String, stages: Bool = false
  ) throws -> [Attendance] {
    try Attendance.attendance(
      csv: Array(csv.utf8), file: "today.csv", of: problem(stages: stages))
  }

  /// Five of block 1 go to a school that nobody knows.
  private let today = """
    block,school,pupils
    1,a,20
    1,b,5
    2,a,5
    2,b,25

    """

  private func matrix(_ home: AttendanceMatrix.Home = .zone) throws -> AttendanceMatrix {
    // 1 → a costs 100 m, 2 → b 100, 2 → a 1,800 with the border: 30, 20 and 10 sit there.
    let part = try #require(StagedAssignment(Self.problem()).parts.first)
    return try AttendanceMatrix(part, attendance: Self.attendance(today), by: home)
  }

  @Test("is set against where they live and where they would go")
  func cells() throws {
    typealias Cell = AttendanceMatrix.Cell
    #expect(
      try matrix().cells == [
        Cell(home: "e", school: "a", isInside: false, today: 5, assigned: 10),
        Cell(home: "e", school: "b", isInside: true, today: 25, assigned: 20),
        Cell(home: "w", school: "a", isInside: true, today: 20, assigned: 30),
        Cell(home: "w", school: "b", isInside: false, today: 5, assigned: 0),
        Cell(home: "w", school: nil, isInside: nil, today: 5, assigned: 0),
      ])
    // The nearest school of block 1 is a, that of block 2 is b.
    #expect(try matrix(.nearest).cells.map(\.home) == ["a", "a", "a", "b", "b"])
    #expect(try matrix(.nearest).cells.map(\.isInside) == [true, false, nil, false, true])
  }

  @Test("adds up to those inside and outside of zones and schools")
  func sums() throws {
    let matrix = try matrix()
    #expect(matrix.homes.map(\.id) == ["e", "w"])
    #expect(matrix.homes.map(\.today.inside) == [25, 20])
    #expect(matrix.homes.map(\.today.outside) == [5, 5])
    #expect(matrix.homes.map(\.today.none) == [0, 5])
    #expect(matrix.schools.map(\.id) == ["a", "b"])
    #expect(matrix.schools.map(\.today.inside) == [20, 25])
    #expect(matrix.schools.map(\.today.outside) == [5, 5])
    #expect(matrix.schools.map(\.assigned.inside) == [30, 20])
    #expect(matrix.schools.map(\.assigned.outside) == [10, 0])
    #expect(matrix.all.today == .init(inside: 45, outside: 10, none: 5))
    // 20 of block 1 at a; of block 2 five at a and 20 at b.
    #expect(matrix.staying == 45)
  }

  @Test("is walked, without what a border counts as")
  func walks() throws {
    let limits = WalkLimits(byStage: [.primary: 500], minutes: [.primary: 15], speed: 1)
    let walks = try Self.problem().walks(
      of: Self.attendance(today), nil, limits: limits, as: .primary)
    // 20 × 100 + 5 × 1,000 + 5 × 800 + 25 × 100 m; of the ten too far five walk 16 min 40 s.
    #expect(walks.pupils == 55 && walks.far == 10 && walks.long == 5)
    #expect(walks.mean == Metres(13500.0 / 55))
    let found = try #require(StagedAssignment(Self.problem()).parts.first).assignment
      .walks(limits, .primary)
    // 30 × 100 + 20 × 100 + 10 × 800 m, though the border makes the last ones 1,800.
    #expect(found.mean == Metres(13000.0 / 60))
    #expect(found.far == 10 && found.long == 0)
  }

  @Test("may be at a school that closes, from which all change")
  func closed() throws {
    let problem = try Self.problem(stages: true)
    let csv = "block,school,pupils,stage,district,x,y\n1,b,5,primary,d,0,0\n1,,25,primary,d,0,0\n"
    let lines = try Self.attendance(csv, stages: true)
    #expect(lines == [Attendance(block: "1", school: "b", stage: .primary, pupils: 5)])
    let later = try problem.applying(
      [SchoolChange(year: 2027, school: "b", kind: .close)], in: 2027)
    let part = try #require(StagedAssignment(later).parts.first)
    let matrix = AttendanceMatrix(
      part, attendance: lines, today: problem.parts[0].schools, by: .zone)
    #expect(matrix.staying == 0)
    let cell = try #require(matrix.cells.first { $0.school == "b" })
    #expect(cell == .init(home: "w", school: "b", isInside: false, today: 5, assigned: 0))
    // 40 seats for 60 pupils.
    #expect(matrix.all.assigned.none == 20)
  }

  @Test(
    "must fit the blocks and schools, else its line is said",
    arguments: [
      ("block,pupils\n", false, "column “school”"),
      ("block,school,pupils,grade\n", false, "“grade” is not known"),
      ("block,school,pupils\n3,a,1\n", false, "today.csv:2: column “block”: there is no block “3”"),
      (
        "block,school,pupils\n1,c,1\n", false,
        "today.csv:2: column “school”: there is no school “c”"
      ),
      ("block,school,pupils\n1,a,1.5\n", false, "today.csv:2: column “pupils”"),
      (
        "block,school,pupils\n1,a,1\n1,a,2\n", false,
        "today.csv:3: column “school”: block 1 has a line"
      ),
      (
        "block,school,pupils\n1,a,20\n1,b,11\n", false,
        "today.csv:3: column “pupils”: 31 pupils of block 1 go to school by now, but it has 30"
      ),
      (
        "block,school,pupils,stage\n1,a,1,primary\n", false,
        "column “stage”: no block or school is of primary"
      ),
      (
        "block,school,pupils\n1,a,1\n", true,
        "there is no stage; expected one of those of the blocks"
      ),
      ("block,school,pupils,stage\n1,a,1,junior\n", true, "no block or school is of junior"),
    ])
  func wrong(_ csv: String, _ stages: Bool, _ words: String) {
    let error = #expect(throws: ForecastError.self) {
      try Self.attendance(csv, stages: stages)
    }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }
}
