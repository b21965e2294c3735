/// What is being done with a campus (新建、改建、扩建、现状); clauses differ by it.
public enum ProjectKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// 新建: a new school.
  case new
  /// 改建: an existing school that is renovated.
  case renovated
  /// 扩建: an existing school that is expanded.
  case expanded
  /// 现状: a school as it stands, with no project.
  case existing
}

/// 学段: a stage of schooling, with its grades in the Chinese 6+3+3 system.
public enum Stage: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
  /// 小学: grades 1 to 6.
  case primary
  /// 初中: grades 7 to 9.
  case junior
  /// 高中: grades 10 to 12.
  case senior

  /// The grades of the stage.
  public var grades: ClosedRange<Int> {
    switch self {
    case .primary: 1...6
    case .junior: 7...9
    case .senior: 10...12
    }
  }

  /// Orders from the youngest pupils up.
  public static func < (left: Self, right: Self) -> Bool {
    left.grades.lowerBound < right.grades.lowerBound
  }
}
