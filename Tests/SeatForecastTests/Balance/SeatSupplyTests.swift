import SeatForecast
import Testing
import TwinModel

@Suite("Seat supply")
struct SeatSupplyTests {
  private let a: CampusID
  private let b: CampusID

  init() throws {
    a = try CampusID("a")
    b = try CampusID("b")
  }

  @Test("opens, expands, renovates and closes in the years that are said, in any order of the list")
  func changes() throws {
    let supply = try SeatSupply(
      capacity: [a: [.primary: 100], b: [.primary: 70, .junior: 30]],
      interventions: [
        Intervention(campus: a, year: 2030, action: .close),
        Intervention(
          campus: a, year: 2027, action: .expand(seats: [.init(stage: .primary, seats: 45)])),
        Intervention(campus: a, year: 2028, action: .renovate),
        Intervention(campus: b, year: 2029, action: .open(seats: [])),
      ].sorted { $0.year > $1.year })
    #expect((2026...2030).map { supply.seats("a", .primary, in: $0) } == [100, 145, 145, 145, 0])
    // Opened without seats, it has those of its model.
    #expect((2028...2029).map { supply.seats("b", .junior, in: $0) } == [0, 30])
    #expect(supply.seats("a", .senior, in: 2026) == 0)
    #expect(supply.seats("c", .primary, in: 2026) == nil)
  }

  @Test("refuses what cannot be: changes of unknown campuses, second openings, negative seats")
  func refuses() {
    let close = Intervention(campus: b, year: 2027, action: .close)
    #expect(throws: ForecastError.self) { try SeatSupply(capacity: [:], interventions: [close]) }
    let open = Intervention(campus: b, year: 2027, action: .open(seats: []))
    let nothing = #expect(throws: ForecastError.self) {
      try SeatSupply(capacity: [:], interventions: [open])
    }
    #expect(nothing?.reason.contains("import its model") == true)
    let twice = #expect(throws: ForecastError.self) {
      try SeatSupply(capacity: [b: [.primary: 70]], interventions: [open, open])
    }
    #expect(twice?.reason.contains("twice") == true)
    #expect(throws: ForecastError.self) {
      try SeatSupply(capacity: [a: [.primary: -1]], interventions: [])
    }
  }
}
