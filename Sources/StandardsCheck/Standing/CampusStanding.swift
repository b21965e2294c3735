public import TwinModel

/// Where a campus stands with a standard: the sum of its verdicts.
public struct CampusStanding: Hashable, Sendable {
  /// The rule set; empty when the verdicts of several were put together.
  public let ruleSet: String
  /// The answer.
  public let answer: Answer
  /// Verdicts on binding clauses.
  public let binding: Counts
  /// Verdicts on clauses that are only advice here.
  public let advisory: Counts
  /// Binding clauses that are not met for some subject, in order of the verdicts.
  public let failed: [String]
  /// Binding clauses that are open for some subject, in order of the verdicts.
  public let open: [String]
  /// Binding clauses that decided something by a figure that nobody has verified.
  public let unverified: [String]

  /// The answers.
  public enum Answer: String, Hashable, Sendable, CaseIterable {
    /// Every applicable binding clause is met, and there is at least one.
    case meets
    /// At least one binding clause is not met.
    case fails
    /// None is known to fail, but something is unknown; never counted as met.
    case undecided
    /// No binding clause applies.
    case nothingBinding
  }

  /// How many verdicts there are of each outcome.
  public struct Counts: Hashable, Sendable {
    /// Met.
    public var met = 0
    /// Not met.
    public var notMet = 0
    /// Unknown.
    public var unknown = 0
    /// Not applicable.
    public var notApplicable = 0

    /// Counts verdicts.
    public init(_ verdicts: [Verdict] = []) {
      for verdict in verdicts {
        switch verdict.outcome {
        case .met: met += 1
        case .notMet: notMet += 1
        case .unknown: unknown += 1
        case .notApplicable: notApplicable += 1
        }
      }
    }
  }

  /// Sums up the verdicts of one campus.
  public init(_ verdicts: [Verdict], ruleSet: String = "") {
    self.ruleSet = ruleSet
    let bound = verdicts.filter(\.isBinding)
    binding = Counts(bound)
    advisory = Counts(verdicts.filter { !$0.isBinding })
    failed = Self.clauses(bound.filter { $0.outcome == .notMet })
    open = Self.clauses(bound.filter { $0.outcome == .unknown })
    unverified = Self.clauses(
      bound.filter { !$0.isVerified && ($0.outcome == .met || $0.outcome == .notMet) })
    answer =
      !failed.isEmpty
      ? .fails : !open.isEmpty ? .undecided : binding.met > 0 ? .meets : .nothingBinding
  }

  /// One standing for each rule set that the verdicts name, in order of the verdicts.
  public static func byRuleSet(_ verdicts: [Verdict]) -> [CampusStanding] {
    var order: [String] = []
    var groups: [String: [Verdict]] = [:]
    for verdict in verdicts {
      if groups[verdict.ruleSet] == nil { order.append(verdict.ruleSet) }
      groups[verdict.ruleSet, default: []].append(verdict)
    }
    return order.map { CampusStanding(groups[$0] ?? [], ruleSet: $0) }
  }

  private static func clauses(_ verdicts: [Verdict]) -> [String] {
    var seen: Set<String> = []
    return verdicts.map(\.clause).filter { seen.insert($0).inserted }
  }
}

extension StandardsChecker {
  /// Where a campus stands, from its verdicts: it meets when every applicable binding clause is met.
  public func standing(of verdicts: [Verdict]) -> CampusStanding { CampusStanding(verdicts) }
}
