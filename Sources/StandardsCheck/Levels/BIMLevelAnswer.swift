public import TwinModel

/// The BIM/CIM level of one campus, with what was counted for it.
public struct BIMLevelAnswer: Hashable, Sendable, Encodable {
  /// The campus.
  public let campus: String
  /// The highest level whose needs, and those of all below it, are met; 0 when not even the first is.
  public let level: Int
  /// The level's name; empty for level 0.
  public let name: String
  /// Whether the campus counts as managed by BIM/CIM.
  public let counts: Bool
  /// Whether the campus has a place on the map; no level asks for it.
  public let isPlaced: Bool
  /// What every level asks for, lowest level first.
  public let needs: [NeedAnswer]

  /// What the next level asks for and the campus does not have.
  public var missingForNext: [NeedAnswer] { needs.filter { $0.level == level + 1 && !$0.isMet } }

  /// One thing that a level asks for, as the campus has it.
  public struct NeedAnswer: Hashable, Sendable, Encodable {
    /// The level that asks for it.
    public let level: Int
    /// What is asked for.
    public let content: String
    /// Its name in Chinese.
    public let chinese: String
    /// Its name in English.
    public let english: String
    /// Objects that have it.
    public let having: Int
    /// Objects that could have it.
    public let of: Int
    /// Least share that must have it, 0 to 1; at least one must.
    public let share: Double
    /// Whether enough have it.
    public let isMet: Bool

    private enum CodingKeys: String, CodingKey {
      case level, content, having, of, share
      case chinese = "zh"
      case english = "en"
      case isMet = "met"
    }
  }

  private enum CodingKeys: String, CodingKey {
    case campus, level, name, counts, needs
    case isPlaced = "placed"
    case missing = "missing_for_next"
  }

  /// Encodes with the keys above and what is missing for the next level.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(campus, forKey: .campus)
    try container.encode(level, forKey: .level)
    try container.encode(name, forKey: .name)
    try container.encode(counts, forKey: .counts)
    try container.encode(isPlaced, forKey: .isPlaced)
    try container.encode(needs, forKey: .needs)
    try container.encode(missingForNext, forKey: .missing)
  }
}

extension BIMLevels {
  /// The level of a campus with the counts behind it.
  public func answer(for campus: Campus) -> BIMLevelAnswer {
    let needs = levels.flatMap { level in
      level.needs.map { need in
        let (having, of) = need.content.count(in: campus)
        return BIMLevelAnswer.NeedAnswer(
          level: level.number, content: need.content.rawValue, chinese: need.chinese,
          english: need.english, having: having, of: of, share: need.share,
          isMet: need.isMet(by: campus))
      }
    }
    let missed = needs.first { !$0.isMet }?.level
    let reached = missed.map { $0 - 1 } ?? levels.last?.number ?? 0
    let name = levels.first { $0.number == reached }.map { "\($0.chinese) \($0.english)" } ?? ""
    return BIMLevelAnswer(
      campus: campus.id.value, level: reached, name: name, counts: reached >= countsFrom,
      isPlaced: campus.georeference != nil, needs: needs)
  }
}
