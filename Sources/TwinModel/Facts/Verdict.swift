/// 结论: the answer to one clause for one subject, with what it rests on.
public struct Verdict: Hashable, Sendable, Codable {
  /// Id of the rule set, such as `gb50099`.
  public var ruleSet: String
  /// Id of the clause, unique in the rule set.
  public var clause: String
  /// What was judged.
  public var subject: Subject
  /// The answer.
  public var outcome: Outcome
  /// The value that was compared, with its unit; empty when there was none.
  public var measured: String
  /// The requirement in words and figures, such as `≥ 1.36 m²/seat`.
  public var requirement: String
  /// How the value came to be known; nil when there was none.
  public var method: Method?
  /// Objects of the model that carry the evidence, sorted.
  public var evidence: [GlobalID]
  /// What is missing and who can supply it, why the clause does not apply; empty otherwise.
  public var reason: String
  /// Whether failing the clause means failing the standard.
  public var isBinding: Bool
  /// Whether the clause's own figure was verified at its source.
  public var isVerified: Bool

  /// The four answers.
  public enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
    case met, notMet, unknown, notApplicable
  }

  /// Creates a verdict.
  public init(
    ruleSet: String, clause: String, subject: Subject, outcome: Outcome, measured: String = "",
    requirement: String, method: Method? = nil, evidence: [GlobalID] = [], reason: String = "",
    isBinding: Bool, isVerified: Bool
  ) {
    self.ruleSet = ruleSet
    self.clause = clause
    self.subject = subject
    self.outcome = outcome
    self.measured = measured
    self.requirement = requirement
    self.method = method
    self.evidence = evidence.sorted()
    self.reason = reason
    self.isBinding = isBinding
    self.isVerified = isVerified
  }
}
