public import TwinModel

/// 规划: a plan of the city or the district with its indicators, one file of `seeds/programme`.
public struct Programme: Hashable, Sendable {
  /// The name of the programme, such as `shenzhen-14-5`.
  public let id: String
  /// The plan it is taken from.
  public let document: String
  /// Its name in Chinese.
  public let chinese: String
  /// Its name in English.
  public let english: String
  /// The year that the targets are for.
  public let year: Int
  /// The indicators, in order of the file.
  public let indicators: [Indicator]

  /// One indicator of a programme.
  public struct Indicator: Hashable, Sendable {
    /// Its name, such as `A07`.
    public let id: String
    /// Its words in Chinese.
    public let chinese: String
    /// Its words in English.
    public let english: String
    /// How firm it is.
    public let kind: Kind
    /// Where the plan stood, in its own words; empty when it does not say.
    public let baseline: String
    /// What the plan wants, in its own words; empty for a fact.
    public let target: String
    /// The target as a number, where it is one.
    public let targetValue: Double?
    /// Unit of the target; empty for counts.
    public let unit: String
    /// The plan's section.
    public let section: String
    /// Who is responsible, in the plan's words; empty when nobody is named.
    public let responsible: String
    /// Remarks for the reader; empty when there are none.
    public let note: String
    /// How the store's data can measure it; nil when they cannot.
    public let measure: Measure?
  }

  /// How firm an indicator is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// 约束性.
    case binding
    /// 预期性.
    case expected
    /// A goal of a district plan.
    case goal
    /// An effect that the plan describes.
    case effect
    /// In the text, not in the table.
    case text
    /// A state of affairs, without a target.
    case fact
  }

  /// How an indicator is measured from the campuses of a store.
  public enum Measure: Hashable, Sendable {
    /// Share of the campuses of these kinds that meet these rule sets (%); all rule sets when none
    /// is named.
    case standardsMetShare(ruleSets: [String], kinds: [ProjectKind])
    /// Campuses of at least this BIM/CIM level.
    case bimLevelCount(level: Int)
    /// Share of the campuses that meet this clause, of those it applies to (%).
    case clauseMetShare(clause: String)
  }
}
