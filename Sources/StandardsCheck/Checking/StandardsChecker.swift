public import TwinModel

/// Compares facts with clauses and says, with evidence, what is met.
///
/// A clause never calls a study: what is not among the facts or the campus' declarations is
/// unknown, and the verdict says what is missing and who can supply it.
public struct StandardsChecker: Sendable {
  /// Creates a checker.
  public init() {}

  /// Judges a campus by rule sets.
  ///
  /// - Parameters:
  ///   - campus: The campus, with its declarations.
  ///   - facts: What studies found of it; facts of another campus' parts do no harm, facts for a
  ///     year are left out.
  ///   - ruleSets: The rule sets.
  /// - Returns: Verdicts in order of the rule sets and their clauses, for each clause in order of
  ///   the campus' parts. A clause that applies to no part of the campus, or of which that cannot be
  ///   known, has one verdict about the campus.
  public func check(campus: Campus, facts: [Fact], ruleSets: [RuleSet]) -> [Verdict] {
    let index = FactIndex(facts, campus: campus)
    return ruleSets.flatMap { ruleSet in
      ruleSet.clauses.flatMap { clause -> [Verdict] in
        let judge = ClauseJudge(
          clause: clause, ruleSet: ruleSet.id, kind: campus.kind, index: index)
        let subjects = ClauseSubjects(
          clause, campus: campus, isSwitchedOff: ruleSet.switchedOff.contains(clause.id),
          index: index)
        switch subjects {
        case .none(let outcome, let reason):
          return [judge.verdict(.campus(campus.id), outcome, reason: reason)]
        case .these(let list): return list.map { judge.verdict($0.subject, stages: $0.stages) }
        }
      }
    }
  }
}
