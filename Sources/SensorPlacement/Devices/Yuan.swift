public import TwinModel

/// The unit `¥`.
public enum YuanUnit: UnitOfMeasure {
  /// Printed as `¥`.
  public static let symbol = "¥"
}
/// An amount of money in `¥`.
public typealias Yuan = Quantity<YuanUnit>
