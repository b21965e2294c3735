import SeatForecast
import Testing
import TwinModel

/// Schools A, B and C of SchoolChangesTests, with 100, 80 and 60 pupils in all years; X at 500 m has none, and
/// A closes in 2026.
@Suite("Changes of schools beside interventions")
struct StandingSupplyTests {
  private let forecast = SchoolChangesTests.forecast(to: 2028)
  private let closing = [SchoolChange(year: 2026, school: "A", kind: .close)]

  private func sites(_ names: [String]) throws -> [SeatSite] {
    let places = ["A": 0.0, "B": 1000, "C": 3000, "X": 500]
    return try names.map {
      SeatSite(campus: try CampusID($0), district: "d", position: Point2(places[$0] ?? 0, 0))
    }
  }

  private func capacity(_ b: Int, _ c: Int) throws -> [CampusID: [Stage: Int]] {
    [
      try CampusID("A"): [.primary: 100], try CampusID("B"): [.primary: b],
      try CampusID("C"): [.primary: c],
    ]
  }

  private func intervention(
    _ campus: String, _ year: Int, _ action: Intervention.Action
  ) throws -> Intervention {
    Intervention(campus: try CampusID(campus), year: year, action: action)
  }

  private func seats(_ count: Int) -> [Intervention.StageSeats] {
    [.init(stage: .primary, seats: count)]
  }

  /// The plan as a sweep makes it, and its supply with the changes' seats.
  private func plan(
    _ changes: [SchoolChange], _ capacity: [CampusID: [Stage: Int]],
    _ interventions: [Intervention], _ names: [String] = ["A", "B", "C"]
  ) throws -> (plan: DemandPlan, supply: SeatSupply) {
    let standing = try SeatSupply(capacity: capacity, interventions: interventions)
    let plan = DemandPlan(
      changes: changes,
      sites: SchoolSite.sites(try sites(names), supply: standing, of: forecast, growing: changes))
    let planned = try Intervention.interventions(of: changes, known: Set(standing.campuses))
    return (plan, try SeatSupply(capacity: capacity, interventions: interventions + planned))
  }

  /// Moves of a year as `to reason pupils`.
  private func moves(_ plan: DemandPlan, _ year: Int) throws -> [String] {
    try forecast.with(plan).moves.filter { $0.year == year }
      .map { "\($0.to) \($0.reason.rawValue) \(Int($0.pupils.rounded()))" }
  }

  @Test("send pupils of a closed school to seats that an expansion adds, from its year on")
  func expansion() throws {
    let (plan, supply) = try plan(
      closing, capacity(80, 80), [intervention("B", 2027, .expand(seats: seats(70)))])
    // C has 20 free seats at 3,000 m, B none and then 70 at 1,000 m; the rest crowds the nearest.
    #expect(try moves(plan, 2026) == ["B crowded 80", "C closed 20"])
    for year in [2027, 2028] {
      #expect(try moves(plan, year) == ["B closed 70", "B crowded 10", "C closed 20"])
    }
    let balance = try SeatBalanceStudy(
      forecast: forecast.with(plan).forecast, supply: supply, sites: sites(["A", "B", "C"]),
      thresholds: WarningThresholds(
        yellowProbability: 20, redProbability: 50, yellowUtilisation: 85, redUtilisation: 100)
    ).run()
    func left(_ subject: String, _ year: Int) -> Double? {
      balance.facts.first {
        $0.subject.id == subject && $0.quantity == "seats.balance" && $0.year == year
      }?.value.number?.rounded()
    }
    // B: 80 − 160, then 150 − 160; C: 80 − 80; the district: 160 − 240, then 230 − 240.
    #expect(["A", "B", "C", "d"].map { left($0, 2026) } == [0, -80, 0, -80])
    #expect(["A", "B", "C", "d"].map { left($0, 2027) } == [0, -10, 0, -10])
  }

  @Test("send them to a school that an intervention opens, and to nobody before it")
  func opening() throws {
    let opened = [try intervention("X", 2027, .open(seats: seats(90)))]
    let (plan, _) = try plan(closing, capacity(80, 80), opened, ["A", "B", "C", "X"])
    #expect(try moves(plan, 2026) == ["B crowded 80", "C closed 20"])
    #expect(try moves(plan, 2027) == ["C closed 10", "X closed 90"])
    let after = try forecast.with(plan).forecast
    let new = try #require(after.schools.first { $0.subject.id == "X" })
    #expect(new.district == "d")
    #expect(new.years.map { $0.total.value.rounded() } == [0, 0, 90, 90])
    #expect(!after.findings.contains { $0.code == "forecast.change.empty" })
  }

  @Test("send nobody to a school that an intervention closed, not even over its seats")
  func closed() throws {
    let (plan, _) = try plan(closing, capacity(200, 80), [intervention("B", 2027, .close)])
    #expect(try moves(plan, 2026) == ["B closed 100"])
    #expect(try moves(plan, 2027) == ["C closed 20", "C crowded 80"])
    // Interventions change seats only: B's own pupils stay in the forecast.
    let b = try #require(forecast.with(plan).forecast.schools.first { $0.subject.id == "B" })
    #expect(b.years.map { $0.total.value.rounded() } == [80, 180, 80, 80])
  }

  @Test("merge a school into one that an intervention opens, and not before it does")
  func merger() throws {
    let opened = [try intervention("X", 2027, .open(seats: seats(90)))]
    func merging(_ year: Int) throws -> DemandPlan {
      let change = SchoolChange(year: year, school: "A", kind: .merge(into: "X"))
      return try plan([change], capacity(80, 80), opened, ["A", "B", "C", "X"]).plan
    }
    #expect(try moves(merging(2027), 2028) == ["X merged 100"])
    let early = try merging(2026)
    let error = #expect(throws: ForecastError.self) { try forecast.with(early) }
    #expect(error?.reason.contains("opens later") == true)
  }

  @Test("see the seats of every year as the supply has them")
  func sites() throws {
    let (plan, _) = try plan(
      closing, capacity(80, 70),
      [
        intervention("X", 2027, .open(seats: seats(90))),
        intervention("B", 2026, .expand(seats: seats(20))),
        intervention("B", 2028, .close), intervention("C", 2027, .renovate),
      ], ["A", "B", "C", "X"])
    func site(
      _ school: String, _ seats: Int, _ x: Double, _ later: [SchoolSite.Step],
      district: String? = nil
    ) -> SchoolSite {
      SchoolSite(
        school: school, stage: .primary, seats: seats, position: Point2(x, 0), later: later,
        district: district)
    }
    #expect(
      plan.sites == [
        site("A", 100, 0, []),
        site("B", 80, 1000, [.init(year: 2026, seats: 100), .init(year: 2028, seats: 0)]),
        site("C", 70, 3000, []),
        site("X", 0, 500, [.init(year: 2027, seats: 90)], district: "d"),
      ])
    #expect((2025...2028).map { plan.sites[1].seats(in: $0) } == [80, 100, 100, 0])
  }

  @Test("say what is planned and who moves as facts, a line each")
  func facts() throws {
    let changes = [
      SchoolChange(year: 2027, school: "C", kind: .merge(into: "B")),
      SchoolChange(year: 2026, school: "B", kind: .expand(.primary, seats: 45)),
      SchoolChange(
        year: 2026, school: "N",
        kind: .open(.primary, seats: 90, district: "d", position: Point2(5, 5))),
      SchoolChange(year: 2028, school: "A", kind: .close),
    ]
    let plan = DemandPlan(changes: changes)
    let words = plan.facts.map {
      "\($0.year ?? 0) \($0.subject.id) \($0.quantity) \($0.stage?.rawValue ?? "-") \($0.value)"
    }
    #expect(
      words == [
        "2026 B planned.added_seats primary number(45.0)",
        "2026 N planned.opened_seats primary number(90.0)",
        "2027 C planned.merged_into - text(\"B\")", "2028 A planned.closed - flag(true)",
      ])
    let merging = DemandPlan(changes: [changes[0]])
    let move = try #require(forecast.with(merging).moves.first).fact
    #expect(move.quantity == "moves.merged" && move.subject.id == "C" && move.note == "B")
    #expect(move.value == .number(60) && move.year == 2027 && move.unit == "pupils")
  }

  @Test("say of each development what it brings by itself")
  func dwellings() throws {
    let plan = DemandPlan(
      developments: [
        HousingDevelopment(
          name: "Quay", district: "d", type: "flat", dwellings: 110, firstYear: 2027, years: 2,
          occupied: 10, pupils: 4),
        HousingDevelopment(
          name: "Hill", district: "d", school: "B", type: "flat", dwellings: 50, firstYear: 2028),
      ],
      yields: DwellingYields(byType: [
        "flat": .init(prior: GammaRate(mean: 0.2, factor: 2), grades: 2, isVerified: true)
      ]))
    #expect(plan.facts.map(\.value.number) == [100, 50])
    #expect(
      plan.facts.map(\.note) == [
        "Quay: flat, 2027–2028; 10 more occupied, with 4 pupils", "Hill: flat, 2028",
      ])
    #expect(plan.facts.map(\.subject) == [Subject(.district, "d"), Subject(.campus, "B")])
    let pupils = try plan.dwellingFacts(on: forecast)
    // The prior's shape is 3.7592 (HousingTests): Quay has (3.7592 + 4) / (3.7592 / 0.2 + 10) = 0.26945 of 50
    // and 100 dwellings, Hill 0.2 of 50; in 2026, 2027 and 2028.
    let expected = [0, 13.473, 26.945, 0, 0, 10]
    #expect(pupils.count == 6)
    for (fact, value) in zip(pupils, expected) {
      #expect(abs((fact.value.number ?? -1) - value) < 2e-3)
    }
    #expect(pupils.map(\.year) == [2026, 2027, 2028, 2026, 2027, 2028])
  }
}
