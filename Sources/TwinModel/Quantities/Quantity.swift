/// A unit that a ``Quantity`` carries in its type.
public protocol UnitOfMeasure: Sendable {
  /// The symbol as printed behind a number, such as `m²`.
  static var symbol: String { get }
}

/// A number that carries its unit in its type and costs no more than a `Double`.
public struct Quantity<Unit: UnitOfMeasure>: Hashable, Sendable {
  /// The magnitude, in ``UnitOfMeasure/symbol``.
  public var value: Double

  /// Creates a quantity from its magnitude in `Unit`.
  public init(_ value: Double) { self.value = value }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Quantity: Comparable, AdditiveArithmetic, ExpressibleByFloatLiteral,
  ExpressibleByIntegerLiteral, CustomStringConvertible, Codable
{
  public static var zero: Self { Self(0) }
  public init(floatLiteral value: Double) { self.value = value }
  public init(integerLiteral value: Int) { self.value = Double(value) }
  public init(from decoder: any Decoder) throws {
    value = try decoder.singleValueContainer().decode(Double.self)
  }
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
  public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
  public static func + (left: Self, right: Self) -> Self { Self(left.value + right.value) }
  public static func - (left: Self, right: Self) -> Self { Self(left.value - right.value) }
  public var description: String { "\(value) \(Unit.symbol)" }
}
