import StandardsCheck
import Testing
import TwinModel

@Suite("The standing of a campus")
struct CampusStandingTests {
  private static func verdict(
    _ clause: String, _ outcome: Verdict.Outcome, binding: Bool = true, verified: Bool = true,
    ruleSet: String = "one", room: String = "a"
  ) -> Verdict {
    Verdict(
      ruleSet: ruleSet, clause: clause, subject: .space(GlobalID(room)), outcome: outcome,
      requirement: "", isBinding: binding, isVerified: verified)
  }

  @Test("is met when every applicable binding clause is")
  func meets() {
    let standing = StandardsChecker().standing(of: [
      Self.verdict("a", .met), Self.verdict("b", .notApplicable),
      Self.verdict("c", .notMet, binding: false), Self.verdict("d", .met, verified: false),
    ])
    #expect(standing.answer == .meets)
    #expect(standing.binding.met == 2)
    #expect(standing.advisory.notMet == 1)
    #expect(standing.unverified == ["d"])
  }

  @Test("is never met by what is unknown")
  func unknown() {
    let standing = CampusStanding([Self.verdict("a", .met), Self.verdict("b", .unknown)])
    #expect(standing.answer == .undecided)
    #expect(standing.open == ["b"])
  }

  @Test("fails with one clause, whatever else is unknown, and names it once")
  func fails() {
    let standing = CampusStanding([
      Self.verdict("a", .unknown), Self.verdict("b", .notMet),
      Self.verdict("b", .notMet, room: "b"),
    ])
    #expect(standing.answer == .fails)
    #expect(standing.failed == ["b"])
  }

  @Test("is nothing where no binding clause applies")
  func nothing() {
    #expect(CampusStanding([]).answer == .nothingBinding)
    #expect(CampusStanding([Self.verdict("a", .met, binding: false)]).answer == .nothingBinding)
  }

  @Test("is told for each rule set, in order")
  func byRuleSet() {
    let standings = CampusStanding.byRuleSet([
      Self.verdict("x", .met, ruleSet: "two"), Self.verdict("a", .notMet, ruleSet: "one"),
      Self.verdict("y", .met, ruleSet: "two"),
    ])
    #expect(standings.map(\.ruleSet) == ["two", "one"])
    #expect(standings.map(\.answer) == [.meets, .fails])
  }

  @Test("comes with a summary of each clause over its rooms")
  func summaries() {
    let summaries = ClauseSummary.summaries(of: [
      Self.verdict("a", .met), Self.verdict("a", .unknown, room: "b"), Self.verdict("b", .met),
      Self.verdict("a", .met, room: "c"),
    ])
    #expect(summaries.map(\.clause) == ["a", "b"])
    #expect(summaries.map(\.outcome) == [.unknown, .met])
    #expect(summaries[0].counts.met == 2)
  }
}
