import SeatForecast
import Testing
import TwinModel

/// Primary schools A at 0, B at 1,000 and C at 3,000 m, with 100, 80 and 60 pupils in 2026; A's own live
/// at −700 (90) and 400 m (10), B's at 1,000 and C's at 3,000 m.
@Suite struct HomesBalanceTests {
  private func balance(
    _ seats: (Int, Int, Int), limits: WalkLimits = WalkLimits(byStage: [.primary: 500])
  ) throws -> SeatBalance {
    func home(_ block: String, _ x: Double, _ pupils: Double) -> PupilHome {
      PupilHome(block: block, district: "d", position: Point2(x, 0), pupils: pupils)
    }
    let homes = try PupilHomes(
      homes: [home("w", -700, 90), home("m", 400, 10), home("b", 1000, 80), home("c", 3000, 60)],
      limits: limits, detour: 1)
    let places = [("A", 0.0, seats.0), ("B", 1000.0, seats.1), ("C", 3000.0, seats.2)]
    var capacity: [CampusID: [Stage: Int]] = [:]
    for place in places { capacity[try CampusID(place.0)] = [.primary: place.2] }
    return try SeatBalanceStudy(
      forecast: SchoolChangesTests.forecast(),
      supply: SeatSupply(capacity: capacity, interventions: []),
      sites: places.map {
        SeatSite(campus: try CampusID($0.0), district: "d", position: Point2($0.1, 0))
      },
      thresholds: WarningThresholds(
        yellowProbability: 20, redProbability: 50, yellowUtilisation: 85, redUtilisation: 100),
      homes: homes
    ).run()
  }

  private func value(
    _ balance: SeatBalance, _ quantity: QuantityName, _ subject: Subject
  ) -> Double? {
    balance.facts.first {
      $0.quantity == quantity && $0.year == 2026 && $0.subject == subject
    }?.value.number
  }

  private func far(_ balance: SeatBalance, _ subject: Subject) -> FactValue? {
    balance.facts.first {
      $0.quantity == "seats.far_walk" && $0.year == 2026 && $0.subject == subject
    }?.value
  }

  @Test func thoseGoToAnotherSchoolWhoLiveNearestToIt() throws {
    // A lacks 20 seats: the 10 at 400 m go 600 m to B, 10 of those at −700 m go 1,700 m.
    let balance = try balance((80, 120, 60))
    let assignment = try #require(balance.assignments.last)
    #expect(assignment.seated == ["A": 80, "B": 100, "C": 60])
    #expect(
      assignment.moves == [
        .init(from: "A", to: "B", pupils: 20, distance: Metres((10 * 600 + 10 * 1700) / 20))
      ])
    // Farther than 500 m: 80 from −700 m to A, all 20 who go on to B, nobody at C.
    #expect(assignment.farWalkers == ["A": 80, "B": 20, "C": 0])
    #expect(far(balance, Subject(.campus, "B")) == .number(20))
    #expect(far(balance, Subject(.district, "d")) == .number(100))
  }

  @Test func whoWalksTooLongIsSaidBesideWhoWalksTooFar() throws {
    // At 1 m/s 700 m are 11.7 min, 600 m are 10 and 1,700 m are 28.3.
    let balance = try balance(
      (80, 120, 60),
      limits: WalkLimits(byStage: [.primary: 500], minutes: [.primary: 12], speed: 1))
    let (a, b) = (Subject(.campus, "A"), Subject(.campus, "B"))
    let district = Subject(.district, "d")
    #expect(value(balance, "seats.far_walk", a) == 80 && value(balance, "seats.long_walk", a) == 0)
    #expect(value(balance, "seats.long_walk", b) == 10)
    #expect(value(balance, "seats.long_walk", district) == 10)
    // B has 80 at 0 m, 10 at 600 and 10 at 1,700; A 80 at 700, C 60 at 0.
    #expect(value(balance, "seats.mean_walk", b) == 230)
    #expect(value(balance, "seats.mean_walk_time", b) == 230.0 / 60)
    #expect(value(balance, "seats.mean_walk", district) == 79_000.0 / 240)
    // Without a limit of minutes the time is known all the same, without a speed nothing of it.
    let metres = try self.balance(
      (80, 120, 60), limits: WalkLimits(byStage: [.primary: 500], speed: 1))
    #expect(value(metres, "seats.long_walk", b) == nil)
    #expect(value(metres, "seats.mean_walk_time", b) == 230.0 / 60)
    let slow = try self.balance((80, 120, 60))
    #expect(value(slow, "seats.mean_walk", b) == 230)
    #expect(value(slow, "seats.mean_walk_time", b) == nil)
  }

  @Test func nobodyIsSentAwayWhoHasASeat() throws {
    let assignment = try #require(try balance((100, 120, 60)).assignments.last)
    #expect(assignment.moves.isEmpty)
    #expect(assignment.farWalkers == ["A": 90, "B": 0, "C": 0])
  }

  @Test func withoutALimitNobodyWalksTooFarOrNot() throws {
    let balance = try balance((100, 120, 60), limits: WalkLimits(byStage: [:]))
    #expect(balance.assignments.last?.farWalkers == [:])
    #expect(far(balance, Subject(.district, "d")) == nil)
  }
}
