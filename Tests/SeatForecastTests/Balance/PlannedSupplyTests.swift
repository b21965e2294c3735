import SeatForecast
import Testing
import TwinModel

/// What changes of schools mean for seats.
@Suite struct PlannedSupplyTests {
  private let changes = [
    SchoolChange(year: 2029, school: "A", kind: .close),
    SchoolChange(year: 2028, school: "U", kind: .merge(into: "B")),
    SchoolChange(
      year: 2027, school: "N",
      kind: .open(.primary, seats: 270, district: "d", position: Point2(900, 5))),
    SchoolChange(
      year: 2027, school: "N",
      kind: .open(.junior, seats: 150, district: "d", position: Point2(900, 5))),
    SchoolChange(year: 2028, school: "B", kind: .expand(.primary, seats: 45)),
  ]

  @Test func changesAreSupplyToo() throws {
    let found = try Intervention.interventions(of: changes, known: ["A", "B"])
    let supply = try SeatSupply(
      capacity: [CampusID("A"): [.primary: 100], CampusID("B"): [.primary: 70]],
      interventions: found)
    let years = [2026, 2027, 2028, 2029]
    #expect(years.map { supply.seats("A", .primary, in: $0) } == [100, 100, 100, 0])
    #expect(years.map { supply.seats("B", .primary, in: $0) } == [70, 70, 115, 115])
    #expect(years.map { supply.seats("N", .primary, in: $0) } == [0, 270, 270, 270])
    #expect(years.map { supply.seats("N", .junior, in: $0) } == [0, 150, 150, 150])
    // Its seats were not known before and are not known to be none.
    #expect(supply.seats("U", .primary, in: 2029) == nil)
  }

  @Test func newSchoolsHaveOnePlace() throws {
    let sites = try SeatSite.opened(by: changes)
    #expect(
      sites == [SeatSite(campus: try CampusID("N"), district: "d", position: Point2(900, 5))])
  }

  @Test func anIdThatIsNoCampusIsSaid() throws {
    let wrong = SchoolChange(year: 2027, school: "A B/C", kind: .expand(.primary, seats: 5))
    let error = #expect(throws: ForecastError.self) {
      try Intervention.interventions(of: [wrong], known: [])
    }
    #expect(error?.reason.contains("2027") == true)
  }

  @Test func sitesAreOfStagesThatAreTaughtSeatedOrGrow() throws {
    var forecast = SchoolChangesTests.forecast()
    forecast.stages.append(StageDefinition(.junior, grades: ["7"]))
    for school in forecast.schools.indices {
      for year in forecast.schools[school].years.indices {
        forecast.schools[school].years[year].stages.append(Estimate(0))
      }
    }
    let places = ["A", "B", "C", "X"].enumerated()
    let sites = SchoolSite.sites(
      try places.map {
        SeatSite(
          campus: try CampusID($1), district: "d",
          position: $1 == "C" ? nil : Point2(Double($0), 0))
      },
      supply: try SeatSupply(
        capacity: [CampusID("A"): [.primary: 90, .junior: 40]], interventions: []),
      of: forecast,
      growing: [SchoolChange(year: 2026, school: "B", kind: .expand(.junior, seats: 50))])
    // C has no place, X no pupils; B's seats are not known.
    #expect(
      sites == [
        SchoolSite(school: "A", stage: .primary, seats: 90, position: Point2(0, 0)),
        SchoolSite(school: "A", stage: .junior, seats: 40, position: Point2(0, 0)),
        SchoolSite(school: "B", stage: .primary, seats: nil, position: Point2(1, 0)),
        SchoolSite(school: "B", stage: .junior, seats: nil, position: Point2(1, 0)),
      ])
  }
}
