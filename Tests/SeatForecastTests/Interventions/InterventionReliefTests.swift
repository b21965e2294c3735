import SeatForecast
import Testing
import TwinModel

@Suite("Seats for places around")
struct InterventionReliefTests {
  private typealias Option = InterventionChoice.Option

  private func place(_ id: String) -> Subject { Subject(.campus, id) }

  /// Needs without intervals, from 2026 on.
  private func needs(
    _ places: [(id: String, seats: Int, demand: [Double])]
  ) -> [InterventionChoice.Need] {
    places.flatMap { item in
      item.demand.enumerated().map { index, value in
        .init(
          place: place(item.id), stage: .primary, year: 2026 + index, demand: Estimate(value),
          seats: item.seats)
      }
    }
  }

  /// Places on a line, in metres; a way is as long as the straight line.
  private func reach(
    _ positions: [String: Double], _ metres: Double = 1000, sharesFree: Bool = false
  ) -> SeatReach {
    SeatReach(
      positions: Dictionary(
        uniqueKeysWithValues: positions.map { (place($0.key), Point2($0.value, 0)) }),
      farthest: [.primary: Metres(metres)], detour: 1, sharesFree: sharesFree)
  }

  private func building(
    _ id: String, _ cost: Double, at spot: String, _ seats: Int, from year: Int = 2026
  ) -> Option {
    Option(
      id: id, cost: cost, firstYear: year, effects: [.init(place(spot), .primary, seats: seats)])
  }

  private func border(_ id: String, _ cost: Double, _ from: String, _ to: String, _ pupils: Int)
    -> Option
  {
    Option(
      id: id, cost: cost, firstYear: 2026, effects: [],
      borders: [.init(from: place(from), to: place(to), .primary, pupils: pupils)])
  }

  @Test("come from one new school between two that are overfull")
  func newSchool() throws {
    let needs = needs([("a", 100, [130]), ("b", 100, [120]), ("new", 0, [0])])
    let options = [
      building("school", 5, at: "new", 50), building("wing a", 3, at: "a", 50),
      building("wing b", 3, at: "b", 50),
    ]
    let choice = try InterventionChoice(
      needs: needs, options: options, shortageProbabilityBelow: 20,
      reach: reach(["a": 0, "new": 800, "b": 1600]))
    #expect(choice.steps == [.init(option: "school", year: 2026)])
    #expect(choice.cost == 5 && choice.costBound == 5 && choice.isProven)
    #expect(choice.missing.isEmpty && choice.missingBound == 0)
    #expect(
      choice.moves == [
        .init(
          from: place("a"), to: place("new"), stage: .primary, year: 2026, pupils: 30,
          way: Metres(800)),
        .init(
          from: place("b"), to: place("new"), stage: .primary, year: 2026, pupils: 20,
          way: Metres(800)),
      ])
    // Without a reach it relieves nobody, and the two wings are all that helps.
    let alone = try InterventionChoice(
      needs: needs, options: options, shortageProbabilityBelow: 20)
    #expect(alone.steps.map(\.option) == ["wing a", "wing b"] && alone.moves.isEmpty)
  }

  @Test("are of no use out of reach, and the dearer way is taken")
  func outOfReach() throws {
    let needs = needs([("a", 100, [130]), ("b", 100, [60])])
    let options = [building("cheap", 1, at: "b", 30), building("dear", 9, at: "a", 30)]
    let positions = ["a": 0.0, "b": 1001.0]
    let far = try InterventionChoice(
      needs: needs, options: options, shortageProbabilityBelow: 20, reach: reach(positions))
    #expect(far.steps.map(\.option) == ["dear"])
    let near = try InterventionChoice(
      needs: needs, options: options, shortageProbabilityBelow: 20,
      reach: reach(positions, 1001))
    #expect(near.steps.map(\.option) == ["cheap"])
    #expect(near.moves.map(\.pupils) == [30])
  }

  @Test("are those that options add; free ones are shared only where that is asked for")
  func freeSeats() throws {
    let needs = needs([("a", 100, [130]), ("b", 100, [75])])
    let options = [building("wing b", 2, at: "b", 10), building("wing a", 9, at: "a", 20)]
    let positions = ["a": 0.0, "b": 500.0]
    // 10 of the wing and no more: b's 25 free seats stay free.
    let added = try InterventionChoice(
      needs: needs, options: options, shortageProbabilityBelow: 20, reach: reach(positions))
    #expect(added.steps.map(\.option) == ["wing a", "wing b"] && added.missing.isEmpty)
    #expect(added.moves.map(\.pupils) == [10])
    // 25 free and 10 new: the wing at b is enough.
    let shared = try InterventionChoice(
      needs: needs, options: options, shortageProbabilityBelow: 20,
      reach: reach(positions, sharesFree: true))
    #expect(shared.steps.map(\.option) == ["wing b"] && shared.moves.map(\.pupils) == [30])
  }

  @Test("are free for others only as far as no other option takes them")
  func addedAndTaken() throws {
    // One option adds 30 seats to b and 5 to c; another one takes 20 of b's to give a 20. What is left
    // of the 30 may be taken, but not b's 20 that were free before.
    let needs = needs([("a", 100, [120]), ("b", 100, [80]), ("c", 100, [105]), ("d", 100, [125])])
    let swap = Option(
      id: "swap", cost: 1, firstYear: 2026,
      effects: [.init(place("a"), .primary, seats: 20), .init(place("b"), .primary, seats: -20)])
    let grow = Option(
      id: "grow", cost: 1, firstYear: 2026,
      effects: [.init(place("b"), .primary, seats: 30), .init(place("c"), .primary, seats: 5)])
    let choice = try InterventionChoice(
      needs: needs, options: [swap, grow], shortageProbabilityBelow: 20,
      reach: reach(["b": 0, "d": 100]))
    #expect(choice.steps.count == 2 && choice.cost == 2)
    #expect(choice.moves.map(\.pupils) == [10])
    #expect(
      choice.missing == [.init(place: place("d"), stage: .primary, year: 2026, seats: 15)])
  }

  @Test("come by a border that moves, where that is cheaper than to build")
  func borderFirst() throws {
    let needs = needs([("a", 100, [130]), ("b", 100, [60])])
    let options = [building("wing", 9, at: "a", 30), border("border", 1, "a", "b", 35)]
    let choice = try InterventionChoice(
      needs: needs, options: options, shortageProbabilityBelow: 20)
    #expect(choice.steps == [.init(option: "border", year: 2026)])
    #expect(
      choice.moves == [
        .init(
          from: place("a"), to: place("b"), stage: .primary, year: 2026, pupils: 30,
          border: "border")
      ])
    // 29 are too few, and with them the wing is not needed less.
    let small = try InterventionChoice(
      needs: needs, options: [options[0], border("border", 1, "a", "b", 29)],
      shortageProbabilityBelow: 20)
    #expect(small.steps.map(\.option) == ["wing"])
  }

  @Test("make nobody go who has a seat: a border brings no more than there is room for")
  func noChain() throws {
    // a's 30 can only go to b, which has 10 seats free; b's own could go to the new school, but stay.
    let needs = needs([("a", 100, [130]), ("b", 100, [90]), ("new", 0, [0])])
    let options = [border("border", 1, "a", "b", 40), building("school", 5, at: "new", 40)]
    let choice = try InterventionChoice(
      needs: needs, options: options, shortageProbabilityBelow: 20,
      reach: reach(["b": 0, "new": 900, "a": 5000]))
    #expect(choice.steps.map(\.option) == ["border"] && choice.missing.map(\.seats) == [20])
    // b's surplus of 25 may go on: it has no seat at b without the wing, whose 20 are then open to a.
    let grown = try InterventionChoice(
      needs: self.needs([("a", 100, [120]), ("b", 100, [125]), ("new", 0, [0])]),
      options: [building("wing", 1, at: "b", 20), building("school", 5, at: "new", 25)],
      shortageProbabilityBelow: 20, reach: reach(["a": 0, "b": 800, "new": 1700]))
    #expect(grown.missing.isEmpty)
    #expect(
      grown.moves.map { [$0.from.id, $0.to.id, "\($0.pupils)"] } == [
        ["a", "b", "20"], ["b", "new", "25"],
      ])
  }

  @Test("are built in the year in which they are needed, not before")
  func waits() throws {
    let needs = needs([("a", 100, [90, 95, 112, 120]), ("new", 0, [0, 0, 0, 0])])
    let choice = try InterventionChoice(
      needs: needs, options: [building("school", 5, at: "new", 50)],
      shortageProbabilityBelow: 20, reach: reach(["a": 0, "new": 300]))
    #expect(choice.steps == [.init(option: "school", year: 2028)])
    #expect(choice.moves.map(\.pupils) == [12, 20] && choice.moves.map(\.year) == [2028, 2029])
  }

  @Test("go to those with the shortest way, of all that leave as few as possible without")
  func fewestMetres() throws {
    let needs = needs([("a", 100, [110]), ("b", 100, [110]), ("new", 0, [0])])
    let choice = try InterventionChoice(
      needs: needs, options: [building("school", 5, at: "new", 12)],
      shortageProbabilityBelow: 20, reach: reach(["a": 0, "new": 600, "b": 1000]))
    #expect(choice.moves.map { [$0.from.id, "\($0.pupils)"] } == [["a", "2"], ["b", "10"]])
    #expect(choice.missing == [.init(place: place("a"), stage: .primary, year: 2026, seats: 8)])
    #expect(choice.missingBound == 8 && choice.isProven)
  }

  @Test("change the probability of a shortage by what is kept elsewhere")
  func risk() throws {
    // 110 ± 12.816 at 80 %: σ = 10. 100 seats: P(over) = Φ(1) = 84.1 %; wanted at 20 %: 118.416…
    let demand = Estimate(110, interval: .init(low: 97.184, high: 122.816))
    let needs = [
      InterventionChoice.Need(
        place: place("a"), stage: .primary, year: 2026, demand: demand, seats: 100),
      .init(place: place("new"), stage: .primary, year: 2026, demand: Estimate(0), seats: 0),
    ]
    let choice = try InterventionChoice(
      needs: needs, options: [building("school", 5, at: "new", 50)],
      shortageProbabilityBelow: 20, reach: reach(["a": 0, "new": 300]))
    #expect(choice.moves.map(\.pupils) == [19])
    let risk = try #require(choice.risks.first)
    #expect(choice.risks.count == 1 && risk.place == place("a"))
    #expect(abs((risk.before ?? 0) - 84.13) < 0.01)
    // 119 seats are 0.9 σ above: 1 − Φ(0.9) = 18.41 %.
    #expect(abs((risk.after ?? 0) - 18.41) < 0.01)
  }

  @Test("are refused where nobody knows how far pupils may go, or where a place stands")
  func refused() throws {
    let needs = needs([("a", 100, [130]), ("new", 0, [0])])
    let options = [building("school", 5, at: "new", 50)]
    var unknown = reach(["a": 0, "new": 300])
    unknown.farthest = [:]
    #expect(throws: ForecastError.self) {
      try InterventionChoice(
        needs: needs, options: options, shortageProbabilityBelow: 20, reach: unknown)
    }
    var elsewhere = options
    elsewhere[0].effects[0].position = Point2(9, 9)
    #expect(throws: ForecastError.self) {
      try InterventionChoice(
        needs: needs, options: elsewhere, shortageProbabilityBelow: 20,
        reach: reach(["a": 0, "new": 300]))
    }
    #expect(throws: ForecastError.self) {
      try InterventionChoice(
        needs: needs, options: [border("self", 1, "a", "a", 5)], shortageProbabilityBelow: 20)
    }
    #expect(throws: ForecastError.self) {
      try InterventionChoice(
        needs: needs + needs, options: options, shortageProbabilityBelow: 20)
    }
  }
}
