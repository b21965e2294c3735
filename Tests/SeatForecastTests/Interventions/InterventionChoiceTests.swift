import SeatForecast
import Testing
import TwinModel

@Suite("The cheapest interventions")
struct InterventionChoiceTests {
  private let a = Subject(.campus, "a")
  private let b = Subject(.campus, "b")

  private func needs(_ demand: [Double], spread: Double? = nil) -> [InterventionChoice.Need] {
    zip([a, b], [100, 100]).flatMap { place, seats in
      demand.enumerated().map { index, value in
        let demand = place == a ? value : 80
        return InterventionChoice.Need(
          place: place, stage: .primary, year: 2026 + index,
          demand: Estimate(
            demand,
            interval: spread.map { Fact.Interval(low: demand - $0, high: demand + $0) }),
          seats: seats)
      }
    }
  }

  private func option(
    _ id: String, _ cost: Double, _ seats: [(Subject, Int)], from year: Int = 2026,
    group: String = ""
  ) -> InterventionChoice.Option {
    .init(
      id: id, cost: cost, firstYear: year,
      effects: seats.map { .init($0.0, .primary, seats: $0.1) }, group: group)
  }

  @Test("are none where seats suffice")
  func nothing() throws {
    let choice = try InterventionChoice(
      needs: needs([90, 95]), options: [option("wing", 5, [(a, 50)])],
      shortageProbabilityBelow: 20)
    #expect(choice.steps.isEmpty && choice.cost == 0 && choice.isProven && choice.missing.isEmpty)
  }

  @Test("move a boundary before they build, as long as the neighbour has room, and wait with it")
  func boundaryFirst() throws {
    let options = [
      option("wing", 9, [(a, 50)]), option("boundary", 1, [(a, 15), (b, -15)]),
    ]
    let small = try InterventionChoice(
      needs: needs([95, 112]), options: options, shortageProbabilityBelow: 20)
    #expect(small.steps == [.init(option: "boundary", year: 2027)])
    #expect(small.cost == 1 && small.isProven && small.costBound == 1)
    let large = try InterventionChoice(
      needs: needs([95, 130]), options: options, shortageProbabilityBelow: 20)
    #expect(large.steps == [.init(option: "wing", year: 2027)])
  }

  @Test("keep a reserve for what demand may become")
  func reserve() throws {
    // 95 ± 10 at 80 %: with 10 % certainty left demand may be 105; with 50 % it is 95.
    let options = [option("wing", 9, [(a, 5)])]
    let careful = try InterventionChoice(
      needs: needs([95], spread: 10), options: options, shortageProbabilityBelow: 10)
    #expect(careful.steps.count == 1 && careful.missing.isEmpty)
    let bold = try InterventionChoice(
      needs: needs([95], spread: 10), options: options, shortageProbabilityBelow: 50)
    #expect(bold.steps.isEmpty)
  }

  @Test("take one of a group, and say what stays missing")
  func groups() throws {
    let choice = try InterventionChoice(
      needs: needs([160]),
      options: [
        option("small", 3, [(a, 30)], group: "site"), option("large", 8, [(a, 50)], group: "site"),
        option("late", 1, [(a, 100)], from: 2030),
      ], shortageProbabilityBelow: 20)
    #expect(choice.steps == [.init(option: "large", year: 2026)])
    #expect(choice.missing == [.init(place: a, stage: .primary, year: 2026, seats: 10)])
  }

  @Test("refuse bounds and options out of range")
  func refuses() {
    #expect(throws: ForecastError.self) {
      try InterventionChoice(needs: [], options: [], shortageProbabilityBelow: 0)
    }
    #expect(throws: ForecastError.self) {
      try InterventionChoice(
        needs: [], options: [option("x", 1, []), option("x", 1, [])], shortageProbabilityBelow: 10)
    }
  }
}
