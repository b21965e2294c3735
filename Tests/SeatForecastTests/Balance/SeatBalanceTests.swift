import SeatForecast
import Testing
import TwinModel

@Suite("A seat balance")
struct SeatBalanceTests {
  private func value(
    _ balance: SeatBalance, _ quantity: QuantityName, _ subject: Subject, _ year: Int
  ) -> Fact? {
    balance.facts.first {
      $0.quantity == quantity && $0.subject == subject && $0.year == year && $0.stage == .primary
    }
  }

  @Test("is supply minus demand, with the interval turned round")
  func balance() throws {
    let balance = try Town(demand: ["a": 90], seats: ["a": 100], spread: 15).balance()
    let campus = Subject(.campus, "a")
    #expect(value(balance, "seats.supply", campus, 2026)?.value == .number(100))
    let fact = try #require(value(balance, "seats.balance", campus, 2026))
    #expect(fact.value == .number(10))
    #expect(fact.interval == .init(low: -5, high: 25))
    // (100 − 90) / (15 / 1.2816) = 0.8544 deviations; 1 − Φ(0.8544) = 0.1964.
    let probability = value(balance, "seats.shortage_probability", campus, 2026)?.value.number
    #expect(abs((probability ?? 0) - 19.64) < 0.01)
    #expect(value(balance, "seats.warning_level", campus, 2026)?.value == .text("yellow"))
    // The counted year has no probability, but a level by its utilisation.
    #expect(value(balance, "seats.shortage_probability", campus, 2025) == nil)
    #expect(value(balance, "seats.warning_level", campus, 2025)?.value == .text("yellow"))
  }

  @Test("follows interventions from their year on")
  func interventions() throws {
    let new = try CampusID("n")
    let town = Town(
      demand: ["a": 90], seats: ["a": 60], places: ["a": Point2(0, 0), "n": Point2(100, 0)],
      interventions: [
        Intervention(
          campus: new, year: 2026, action: .open(seats: [.init(stage: .primary, seats: 50)]))
      ])
    let balance = try town.balance()
    let district = Subject(.district, "d")
    #expect(value(balance, "seats.supply", district, 2025)?.value == .number(60))
    #expect(value(balance, "seats.unplaced", district, 2025)?.value == .number(30))
    #expect(value(balance, "seats.supply", district, 2026)?.value == .number(110))
    #expect(value(balance, "seats.unplaced", district, 2026)?.value == .number(0))
    #expect(value(balance, "seats.assigned", .campus(new), 2026)?.value == .number(30))
    #expect(value(balance, "seats.assigned", district, 2026)?.value == .number(90))
    #expect(value(balance, "seats.warning_level", district, 2025)?.value == .text("red"))
  }

  @Test("gives no balance of a district that it knows in part only, and says of which schools")
  func partlyKnown() throws {
    let balance = try Town(demand: ["a": 90, "b": 20], seats: ["a": 100]).balance()
    #expect(value(balance, "seats.balance", Subject(.district, "d"), 2026) == nil)
    #expect(value(balance, "seats.balance", Subject(.campus, "b"), 2026) == nil)
    #expect(value(balance, "seats.balance", Subject(.campus, "a"), 2026) != nil)
    let finding = try #require(balance.findings.first { $0.code == "seats.capacity.missing" })
    #expect(finding.message.hasPrefix("the seats of 1 of 2 schools (b) in district d"))
  }

  @Test("asks for the district of a campus that has seats but no pupils")
  func unknownDistrict() throws {
    let town = Town(demand: ["a": 1], seats: ["a": 1])
    let supply = try SeatSupply(capacity: [CampusID("x"): [.primary: 9]], interventions: [])
    #expect(throws: ForecastError.self) {
      try SeatBalanceStudy(
        forecast: town.forecast, supply: supply, sites: [],
        thresholds: WarningThresholds(
          yellowProbability: 1, redProbability: 2, yellowUtilisation: 1, redUtilisation: 2))
    }
  }
}
