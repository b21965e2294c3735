import SeatForecast
import Testing
import TwinModel

@Suite("A seat assignment")
struct SeatAssignmentTests {
  @Test("sends pupils to the nearest free seats, within district and distance")
  func nearest() throws {
    let balance = try Town(
      demand: ["a": 30, "b": 10, "c": 0], seats: ["a": 20, "b": 15, "c": 40],
      places: ["a": Point2(0, 0), "b": Point2(300, 400), "c": Point2(0, 2000)]
    ).balance()
    let assignment = try #require(balance.assignments.last)
    #expect(assignment.seated == ["a": 20, "b": 15, "c": 5])
    #expect(
      assignment.moves == [
        .init(from: "a", to: "b", pupils: 5, distance: 500),
        .init(from: "a", to: "c", pupils: 5, distance: 2000),
      ])
    #expect(assignment.unplaced == [:])
  }

  @Test("leaves pupils unplaced where nobody in reach has a seat")
  func unplaced() throws {
    let balance = try Town(
      demand: ["a": 30, "b": 10, "c": 0], seats: ["a": 20, "b": 15, "c": 40],
      places: ["a": Point2(0, 0), "b": Point2(300, 400), "c": Point2(0, 2000)],
      rules: AssignmentRules(farthest: [.primary: 1500])
    ).balance()
    #expect(balance.assignments.last?.unplaced == ["a": 5])
    let unplaced = try #require(
      balance.facts.last { $0.quantity == "seats.unplaced" && $0.subject.kind == .district })
    #expect(unplaced.value == .number(5))
  }

  @Test("seats as many as can be seated, even if others must walk farther for it")
  func chain() throws {
    // b's seats must go to a, for a reaches nobody else; b's own pupils walk on to c.
    let balance = try Town(
      demand: ["a": 10, "b": 10, "c": 0], seats: ["a": 0, "b": 10, "c": 10],
      places: ["a": Point2(0, 0), "b": Point2(1000, 0), "c": Point2(2000, 0)],
      rules: AssignmentRules(farthest: [.primary: 1000])
    ).balance()
    let assignment = try #require(balance.assignments.last)
    #expect(assignment.unplaced == [:])
    #expect(assignment.moves.map(\.to) == ["b", "c"])
  }

  @Test("keeps pupils at their own school when nobody knows where it stands")
  func noPlace() throws {
    let balance = try Town(
      demand: ["a": 30, "b": 10], seats: ["a": 20, "b": 40], places: ["b": Point2(0, 0)]
    ).balance()
    #expect(balance.assignments.last?.unplaced == ["a": 10])
    #expect(balance.findings.map(\.code) == ["seats.site.missing"])
  }
}
