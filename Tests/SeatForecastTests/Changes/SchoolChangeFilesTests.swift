import SeatForecast
import Testing
import TwinModel

@Suite struct SchoolChangeFilesTests {
  private func changes(_ text: String) throws -> [SchoolChange] {
    try SchoolChange.changes(csv: Array(text.utf8), file: "changes.csv")
  }

  @Test func columnsMayStandInAnyOrder() throws {
    let found = try changes(
      "\u{FEFF}kind,school,year,x,y,district,seats,stage,into\r\n"
        + "open,N,2027,10,20,d,900,primary,\r\nclose,A,2028,,,,,,\r\n"
        + "merge,\"B\",2028,,,,,,C\r\nexpand,C,2028,,,,90,junior,\r\n")
    #expect(
      found == [
        SchoolChange(
          year: 2027, school: "N",
          kind: .open(.primary, seats: 900, district: "d", position: Point2(10, 20))),
        SchoolChange(year: 2028, school: "A", kind: .close),
        SchoolChange(year: 2028, school: "B", kind: .merge(into: "C")),
        SchoolChange(year: 2028, school: "C", kind: .expand(.junior, seats: 90)),
      ])
  }

  @Test(arguments: [
    ("year,school,kind\n2027,A,shut\n", 2),
    ("year,school,kind\n27,A,close\n", 2),
    ("year,school,kind\n2027,A,close\n2027,B,merge\n", 3),
    ("year,school,kind,into\n2027,B,merge,\n", 2),
    ("year,school,kind,into\n2027,B,close,C\n", 2),
    ("year,school,kind,stage,seats\n2027,B,expand,primary,0\n", 2),
    ("year,school,kind,stage,seats\n2027,B,expand,nursery,9\n", 2),
    ("year,school\n2027,B\n", 1), ("", 0),
  ])
  func mistakesAreSaidWithTheirLine(_ text: String, _ line: Int) throws {
    let error = #expect(throws: ForecastError.self) { try changes(text) }
    #expect(error?.line == line)
    #expect(error?.file == "changes.csv")
  }

  @Test func seatsOfASiteMayBeUnknown() throws {
    let text = "school,stage,seats,x,y\nA,primary,,1,2\nA,junior,50,1,2\n"
    let found = try SchoolSite.sites(csv: Array(text.utf8), file: "sites.csv")
    #expect(found.map(\.seats) == [nil, 50])
    #expect(throws: ForecastError.self) {
      try SchoolSite.sites(csv: Array((text + "A,junior,60,1,2\n").utf8), file: "sites.csv")
    }
  }

  @Test func classesAreSeatsByTheClassSizeAsFarAsRoomsHoldThem() throws {
    let text = """
      school,stage,seats,classes,x,y
      A,primary,,10,1,2
      A,junior,240,5,1,2
      B,junior,300,,1,2
      C,junior,,,1,2
      """
    func seats(_ primary: Int, _ secondary: Int) throws -> [Int?] {
      try SchoolSite.sites(
        csv: Array(text.utf8), file: "sites.csv",
        classSize: .init(primary: primary, secondary: secondary)
      ).map(\.seats)
    }
    // 10 × 45; 5 × 50 in rooms for 240; rooms alone; unknown.
    #expect(try seats(45, 50) == [450, 240, 300, nil])
    #expect(try seats(40, 45) == [400, 225, 300, nil])
    let error = #expect(throws: ForecastError.self) {
      try SchoolSite.sites(csv: Array(text.utf8), file: "sites.csv")
    }
    #expect(error?.line == 2)
    let neither = Array("school,stage,x,y\nA,primary,1,2\n".utf8)
    #expect(throws: ForecastError.self) {
      try SchoolSite.sites(
        csv: neither, file: "sites.csv", classSize: .init(primary: 45, secondary: 50))
    }
  }
}
