import Foundation

/// A quantity that a model holds for only between two values, with the value at hand.
public struct ModelRange: Hashable, Sendable {
  /// What it is, with its unit, such as `distance (m)`.
  public let quantity: String
  /// The value at hand.
  public let value: Double
  /// What the model holds for.
  public let range: ClosedRange<Double>
  /// How the standard means it.
  public let kind: Kind

  /// How a standard means a range.
  public enum Kind: String, Hashable, Sendable {
    /// The model is not defined outside.
    case limit
    /// The value that a scenario of the standard has; the formula itself takes others.
    case usual
  }

  /// Creates a range.
  public init(
    _ quantity: String, _ value: Double, in range: ClosedRange<Double>, kind: Kind = .limit
  ) {
    self.quantity = quantity
    self.value = value
    self.range = range
    self.kind = kind
  }

  /// Whether the value lies inside.
  public var holds: Bool { range ~= value }

  /// The range as words, such as `10 to 5000`.
  public var allowed: String {
    range.lowerBound == range.upperBound
      ? Self.text(range.lowerBound)
      : "\(Self.text(range.lowerBound)) to \(Self.text(range.upperBound))"
  }

  /// What is wrong when the value lies outside; for ``Kind/usual``, what differs.
  public var sentence: String {
    switch kind {
    case .limit: "\(quantity) is \(Self.text(value)), but the model holds for \(allowed)"
    case .usual: "\(quantity) is \(Self.text(value)); the scenario of the standard has \(allowed)"
    }
  }

  /// A number without a needless `.0`.
  static func text(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

/// A model that holds within ranges.
public protocol RangedModel: Sendable {
  /// Its name on the command line and in messages, such as `umi`.
  var name: String { get }
}

extension RangedModel {
  /// Stops at the first limit that does not hold.
  ///
  /// - Throws: ``RadioError/outOfRange(model:sentence:)``.
  func check(_ ranges: [ModelRange]) throws(RadioError) {
    for range in ranges where range.kind == .limit && !range.holds {
      throw .outOfRange(model: name, sentence: range.sentence)
    }
  }
}
