import SeatForecast
import Testing
import TwinModel

@Suite("Interventions as files")
struct InterventionFilesTests {
  private func seats(_ text: String) throws -> InterventionChoice.Seats {
    try InterventionChoice.seats(csv: Array(text.utf8), file: "seats.csv", kind: .campus)
  }

  private func options(_ text: String) throws -> [InterventionChoice.Option] {
    try InterventionChoice.options(csv: Array(text.utf8), file: "options.csv", kind: .campus)
  }

  @Test("hold seats by place and stage")
  func seats() throws {
    #expect(
      try seats("place,stage,seats\na,primary,100\na,junior,50\nb,primary,0\n") == [
        Subject(.campus, "a"): [.primary: 100, .junior: 50], Subject(.campus, "b"): [.primary: 0],
      ])
  }

  @Test("hold options of one effect a line")
  func options() throws {
    let found = try options(
      """
      option,cost,first_year,place,stage,seats,group
      wing,9,2027,a,primary,50,
      border,1,2026,a,primary,15,x
      border,1,2026,b,primary,-15,x

      """)
    #expect(found.map(\.id) == ["wing", "border"])
    #expect(found.map(\.group) == ["", "x"])
    #expect(found[1].effects.map(\.seats) == [15, -15])
    #expect(found[0].firstYear == 2027 && found[0].cost == 9)
  }

  @Test(
    "are refused where they contradict themselves or name what is not known",
    arguments: [
      "wing,9,2027,a,nursery,50", "wing,-1,2027,a,primary,50", "wing,9,27,a,primary,50",
      "wing,9,2027,a,primary,many", "wing,9,2027,a,primary,5\nwing,8,2027,b,primary,5",
    ])
  func refused(_ lines: String) {
    #expect(throws: ForecastError.self) {
      try options("option,cost,first_year,place,stage,seats\n\(lines)\n")
    }
  }

  @Test("need what the forecast says, in the years after the last roll")
  func needs() throws {
    let town = Town(demand: ["a": 120, "b": 80], seats: [:])
    let needs = try town.forecast.needs([Subject(.campus, "a"): [.primary: 100]])
    #expect(needs.map(\.year) == [2026] && needs.map(\.seats) == [100])
    #expect(needs.map(\.demand.value) == [120])
    #expect(throws: ForecastError.self) {
      try town.forecast.needs([Subject(.campus, "nowhere"): [.primary: 1]])
    }
    #expect(throws: ForecastError.self) {
      try town.forecast.needs([Subject(.campus, "a"): [.senior: 1]])
    }
  }

  @Test("move borders and say where new schools stand, in columns that may be absent")
  func bordersAndPositions() throws {
    let found = try options(
      """
      option,cost,first_year,place,stage,seats,from,x,y
      school,9,2027,new,primary,50,,100,-20.5
      school,9,2027,a,primary,40,b,,
      wing,1,2026,a,primary,5,,,

      """)
    #expect(
      found[0].effects == [
        .init(Subject(.campus, "new"), .primary, seats: 50, position: Point2(100, -20.5))
      ])
    #expect(
      found[0].borders == [
        .init(from: Subject(.campus, "b"), to: Subject(.campus, "a"), .primary, pupils: 40)
      ])
    #expect(found[1].effects == [.init(Subject(.campus, "a"), .primary, seats: 5)])
    for line in [
      "o,1,2026,a,primary,5,a,,", "o,1,2026,a,primary,-5,b,,", "o,1,2026,a,primary,5,b,1,1",
      "o,1,2026,a,primary,5,,1,", "o,1,2026,a,primary,5,,east,1",
    ] {
      #expect(throws: ForecastError.self, "\(line)") {
        try options("option,cost,first_year,place,stage,seats,from,x,y\n\(line)\n")
      }
    }
    #expect(throws: ForecastError.self) {
      try options("option,cost,first_year,place,stage,seats,x\no,1,2026,a,primary,5,1\n")
    }
  }
}
