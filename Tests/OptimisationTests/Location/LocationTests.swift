import Optimisation
import Testing

@Suite("A location problem")
struct LocationTests {
  @Test("chooses the places that answer events soonest, and counts those that nobody answers")
  func median() throws {
    // Places 0 and 1 answer one event each at 1; place 2 answers both at 3.
    let problem = MedianProblem(
      costs: [1, 1, 1],
      events: [
        .init(penalty: 10, answers: [.init(place: 0, cost: 1), .init(place: 2, cost: 3)]),
        .init(
          weight: 2, penalty: 10, answers: [.init(place: 1, cost: 1), .init(place: 2, cost: 3)]),
      ])
    let none = try problem.solve(budget: 0)
    #expect(none.objective == 30)
    #expect(none.chosen.isEmpty)
    let one = try problem.solve(budget: 1)
    #expect(one.chosen == [2])
    #expect(one.objective == 9)
    let two = try problem.solve(budget: 2)
    #expect(two.chosen == [0, 1])
    #expect(two.objective == 3)
    #expect(two.isProven)
  }

  @Test("gives no station more than it can carry, and lists clients out of reach")
  func capacities() throws {
    let problem = CapacitatedCover(
      demands: [1, 1, 1, 1],
      stations: [
        .init(capacity: 2, clients: [0, 1, 2]), .init(cost: 3, capacity: 3, clients: [0, 1, 2]),
        .init(cost: 1.5, capacity: 1, clients: [2]),
      ])
    let found = try problem.solve()
    #expect(found.location.chosen == [0, 2])
    #expect(found.location.objective == 2.5)
    #expect(found.location.isProven)
    #expect(found.station == [0, 0, 2, nil])
    #expect(found.unreachable == [3])
  }

  @Test("says when the capacities do not suffice")
  func tooSmall() throws {
    let found = try CapacitatedCover(
      demands: [1, 1], stations: [.init(capacity: 1, clients: [0, 1])]
    ).solve()
    #expect(found.location.objective == .infinity)
    #expect(found.location.isProven)
  }
}
