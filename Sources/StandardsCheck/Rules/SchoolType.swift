public import TwinModel

/// 学校类型: the kind of school that follows from the stages it teaches.
public enum SchoolType: String, Hashable, Sendable, CaseIterable {
  /// 小学.
  case primary
  /// 初级中学.
  case junior
  /// 高级中学.
  case senior
  /// 九年一贯制学校.
  case nineYear = "nine_year"
  /// 完全中学.
  case fullSecondary = "full_secondary"
  /// 十二年一贯制学校.
  case twelveYear = "twelve_year"

  /// The type of a school with these stages; nil for none, or for a set that no school has.
  public init?(_ stages: [Stage]) {
    switch Set(stages) {
    case [.primary]: self = .primary
    case [.junior]: self = .junior
    case [.senior]: self = .senior
    case [.primary, .junior]: self = .nineYear
    case [.junior, .senior]: self = .fullSecondary
    case [.primary, .junior, .senior]: self = .twelveYear
    default: return nil
    }
  }
}
