public import TwinModel

/// How many classes of a stage a school has.
public struct StageClasses: Hashable, Sendable {
  /// The stage.
  public var stage: Stage
  /// How many classes.
  public var classes: Int

  /// Creates a count of classes.
  public init(stage: Stage, classes: Int) {
    self.stage = stage
    self.classes = classes
  }
}

extension Stage {
  /// 小学, 初中 or 高中.
  var chinese: String {
    switch self {
    case .primary: "小学"
    case .junior: "初中"
    case .senior: "高中"
    }
  }

  /// Pupils in a full class, as schools are designed for.
  ///
  /// Source: GB 50099-2011 3.0.1.
  var designClassSize: Int { self == .primary ? 45 : 50 }
}
