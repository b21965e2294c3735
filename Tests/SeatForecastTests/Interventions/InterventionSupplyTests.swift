import SeatForecast
import Testing
import TwinModel

@Suite("What interventions are chosen among")
struct InterventionSupplyTests {
  private let town = Town(demand: ["a": 120, "b": 80], seats: [:])
  private let sites = [
    SchoolSite(school: "a", stage: .primary, seats: 100, position: Point2(0, 0)),
    SchoolSite(school: "b", stage: .primary, seats: 90, position: Point2(500, 0)),
  ]

  private func option(_ place: String, at position: Point2? = nil) -> InterventionChoice.Option {
    .init(
      id: "o", cost: 1, firstYear: 2026,
      effects: [.init(Subject(.campus, place), .primary, seats: 50, position: position)])
  }

  @Test("has seats of the sites, and others where the list of seats says so")
  func seats() throws {
    let supply = try InterventionSupply(
      forecast: town.forecast, seats: [Subject(.campus, "b"): [.primary: 70]], sites: sites,
      options: [option("a")])
    #expect(supply.needs.map(\.place.id) == ["a", "b"] && supply.needs.map(\.seats) == [100, 70])
    #expect(supply.needs.map(\.demand.value) == [120, 80])
    #expect(supply.positions[Subject(.campus, "b")] == Point2(500, 0))
  }

  @Test("has new schools without pupils, which stand where a site or an option says")
  func newSchools() throws {
    let told = try InterventionSupply(
      forecast: town.forecast, sites: sites, options: [option("new", at: Point2(9, 9))])
    #expect(told.needs.map(\.place.id) == ["a", "b", "new"])
    #expect(told.needs.last?.demand == Estimate(0) && told.needs.last?.seats == 0)
    #expect(told.positions[Subject(.campus, "new")] == Point2(9, 9))
    let site = SchoolSite(school: "new", stage: .primary, seats: nil, position: Point2(7, 7))
    let standing = try InterventionSupply(
      forecast: town.forecast, sites: sites + [site], options: [option("new")])
    #expect(standing.needs == told.needs)
    #expect(standing.positions[Subject(.campus, "new")] == Point2(7, 7))
    // A name that stands nowhere is more likely a slip than a school.
    #expect(throws: ForecastError.self) {
      try InterventionSupply(forecast: town.forecast, sites: sites, options: [option("A")])
    }
    #expect(throws: ForecastError.self) {
      try InterventionSupply(
        forecast: town.forecast, sites: sites + [site],
        options: [option("new", at: Point2(9, 9))])
    }
    // A site of no school and no option is one, too.
    #expect(throws: ForecastError.self) {
      try InterventionSupply(
        forecast: town.forecast,
        sites: sites + [SchoolSite(school: "z", stage: .primary, seats: 5, position: Point2(1, 1))],
        options: [option("a")])
    }
  }

  @Test("follows changes: seats of schools that grow and open, and none of those that close")
  func changes() throws {
    let changes = [
      SchoolChange(year: 2026, school: "a", kind: .expand(.primary, seats: 30)),
      SchoolChange(
        year: 2026, school: "n",
        kind: .open(.primary, seats: 60, district: "d", position: Point2(250, 0))),
      SchoolChange(year: 2026, school: "b", kind: .close),
    ]
    let changed = try town.forecast.applying(changes, sites: sites).forecast
    let supply = try InterventionSupply(
      forecast: changed, sites: sites, changes: changes, options: [option("a")])
    #expect(supply.needs.map(\.place.id) == ["a", "n"] && supply.needs.map(\.seats) == [130, 60])
    // b's 80 go to the nearest free seats: 10 at a, 60 at n, and 10 more over the seats.
    #expect(abs(supply.needs.reduce(0) { $0 + $1.demand.value } - 200) < 1e-6)
    #expect(supply.positions[Subject(.campus, "n")] == Point2(250, 0))
  }
}
