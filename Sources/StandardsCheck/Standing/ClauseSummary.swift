public import TwinModel

/// What became of one clause over all its subjects.
public struct ClauseSummary: Hashable, Sendable {
  /// The rule set.
  public let ruleSet: String
  /// The clause.
  public let clause: String
  /// Verdicts by outcome.
  public let counts: CampusStanding.Counts
  /// Whether the clause is binding here.
  public let isBinding: Bool
  /// Whether the clause's figure was verified.
  public let isVerified: Bool

  /// The answer for the whole: the worst of the parts, where unknown is worse than met and better
  /// than not met.
  public var outcome: Verdict.Outcome {
    if counts.notMet > 0 { return .notMet }
    if counts.unknown > 0 { return .unknown }
    return counts.met > 0 ? .met : .notApplicable
  }

  /// One summary for each clause that the verdicts name, in order of the verdicts.
  public static func summaries(of verdicts: [Verdict]) -> [ClauseSummary] {
    struct Key: Hashable {
      let ruleSet: String
      let clause: String
    }
    var order: [Key] = []
    var groups: [Key: [Verdict]] = [:]
    for verdict in verdicts {
      let key = Key(ruleSet: verdict.ruleSet, clause: verdict.clause)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(verdict)
    }
    return order.map { key in
      let group = groups[key] ?? []
      return ClauseSummary(
        ruleSet: key.ruleSet, clause: key.clause, counts: CampusStanding.Counts(group),
        isBinding: group.contains(where: \.isBinding),
        isVerified: group.allSatisfy(\.isVerified))
    }
  }
}
