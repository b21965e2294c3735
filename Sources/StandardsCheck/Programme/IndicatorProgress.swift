public import TwinModel

/// A campus as the indicators of a programme see it.
public struct ProgrammeCampus: Hashable, Sendable {
  /// The campus.
  public var id: CampusID
  /// What is being done with it.
  public var kind: ProjectKind
  /// Its verdicts.
  public var verdicts: [Verdict]
  /// Its BIM/CIM level; nil when there is no model.
  public var bimLevel: Int?

  /// Creates a campus.
  public init(id: CampusID, kind: ProjectKind, verdicts: [Verdict], bimLevel: Int?) {
    self.id = id
    self.kind = kind
    self.verdicts = verdicts
    self.bimLevel = bimLevel
  }
}

/// How far the campuses of a store are with an indicator.
public struct IndicatorProgress: Hashable, Sendable {
  /// The indicator's name.
  public let indicator: String
  /// The value, in the indicator's unit; nil when no campus of the store bears on it.
  public let value: Double?
  /// Campuses that count, sorted.
  public let counting: [CampusID]
  /// Campuses that do not, sorted.
  public let failing: [CampusID]
  /// Campuses of which it cannot be said; they never count, sorted.
  public let undecided: [CampusID]
}

extension Programme {
  /// How far the campuses are with every indicator that the data can measure, in order of the file.
  ///
  /// A share is of all campuses that the indicator is about, the undecided among them.
  public func progress(of campuses: [ProgrammeCampus]) -> [IndicatorProgress] {
    indicators.compactMap { indicator in
      guard let measure = indicator.measure else { return nil }
      let answers = campuses.map { (id: $0.id, answer: measure.answer(for: $0)) }
      func those(_ answer: Measure.Answer) -> [CampusID] {
        answers.filter { $0.answer == answer }.map(\.id).sorted()
      }
      let (counting, failing, undecided) = (those(.counts), those(.fails), those(.undecided))
      let all = counting.count + failing.count + undecided.count
      return IndicatorProgress(
        indicator: indicator.id, value: measure.value(counting: counting.count, of: all),
        counting: counting, failing: failing, undecided: undecided)
    }
  }
}

extension Programme.Measure {
  /// What a campus says to an indicator.
  enum Answer {
    case counts, fails, undecided, notConcerned
  }

  func value(counting: Int, of all: Int) -> Double? {
    switch self {
    case .bimLevelCount: Double(counting)
    case .standardsMetShare, .clauseMetShare:
      all == 0 ? nil : Double(counting) / Double(all) * 100
    }
  }

  func answer(for campus: ProgrammeCampus) -> Answer {
    switch self {
    case .bimLevelCount(let level): (campus.bimLevel ?? 0) >= level ? .counts : .fails
    case .standardsMetShare(let ruleSets, let kinds):
      kinds.contains(campus.kind) ? Self.answer(campus.verdicts, ruleSets) : .notConcerned
    case .clauseMetShare(let clause):
      switch ClauseSummary.summaries(of: campus.verdicts).first(where: { $0.clause == clause })?
        .outcome
      {
      case .met: .counts
      case .notMet: .fails
      case .unknown: .undecided
      case .notApplicable, nil: .notConcerned
      }
    }
  }

  private static func answer(_ verdicts: [Verdict], _ ruleSets: [String]) -> Answer {
    let asked = ruleSets.isEmpty ? verdicts : verdicts.filter { ruleSets.contains($0.ruleSet) }
    return switch CampusStanding(asked).answer {
    case .meets: .counts
    case .fails: .fails
    case .undecided, .nothingBinding: .undecided
    }
  }
}
