public import TwinModel

/// 条文: one testable sentence of a standard.
public struct Clause: Hashable, Sendable {
  /// The name of the clause, unique in its rule set, such as `gb50099.4.3.2.primary`.
  public let id: String
  /// The clause's number in the document, such as `表7.1.1`.
  public let number: String
  /// Its words in Chinese.
  public let chinese: String
  /// Its words in English.
  public let english: String
  /// What is judged: spaces, storeys, buildings or the campus.
  public let per: Subject.Kind
  /// What it applies to.
  public let applicability: Applicability
  /// The quantity that is compared.
  public let quantity: QuantityName
  /// What is asked of it.
  public let requirement: Requirement
  /// Project kinds for which failing the clause means failing the standard, sorted; for others it
  /// is advice.
  public let bindingKinds: [ProjectKind]
  /// Points where the standard scores; nil where it does not.
  public let points: Double?
  /// How far the clause's own figure can be trusted.
  public let status: Status
  /// Where the figure was read.
  public let source: String
  /// Remarks for the reader; empty when there are none.
  public let note: String
  /// Who can supply a missing value, where the rule set says so.
  public let supplier: String
  /// Whether a jurisdiction may switch the clause off.
  public let isSwitchable: Bool

  /// How far a figure can be trusted.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// Read at the source that is named, which is often a copy, not the official text.
    case seen
    /// Read in a plan of the city or the district.
    case seed
    /// Arithmetic on figures that were read.
    case derived
    /// From memory or assumed: a placeholder until somebody reads the official text.
    case unverified
  }

  /// Whether the clause's figure was read somewhere.
  public var isVerified: Bool { status != .unverified }

  /// Whether failing the clause means failing the standard for a campus of this kind.
  public func isBinding(for kind: ProjectKind) -> Bool { bindingKinds.contains(kind) }
}

/// What a clause applies to.
public struct Applicability: Hashable, Sendable {
  /// Project kinds.
  public let kinds: [ProjectKind]
  /// Stages.
  public let stages: [Stage]
  /// School types; empty for all.
  public let schoolTypes: [SchoolType]
  /// Room uses, for clauses about spaces; empty for all.
  public let uses: [String]
  /// Whether every campus must have a subject, so that none at all leaves the clause open.
  public let expectsSubject: Bool
  /// What must hold of the subject.
  public let conditions: [Condition]

  /// Something that must hold of a subject for the clause to apply to it.
  public struct Condition: Hashable, Sendable {
    /// The quantity looked at.
    public let quantity: QuantityName
    /// What it must be.
    public let requirement: Requirement
    /// Why the clause stays open when the condition does not hold; empty when it then simply does
    /// not apply.
    public let otherwiseUnknown: String
  }
}
