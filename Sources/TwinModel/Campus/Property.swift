/// One named value from a property set or quantity set, in SI units.
public struct Property: Hashable, Sendable, Codable {
  /// The set's name, such as `Pset_WallCommon`.
  public var set: String
  /// The name within the set.
  public var name: String
  /// The value.
  public var value: PropertyValue
  /// Unit symbol of a measured value; empty for a bare one.
  public var unit: String

  /// Creates a property.
  public init(set: String, name: String, value: PropertyValue, unit: String = "") {
    self.set = set
    self.name = name
    self.value = value
    self.unit = unit
  }
}

/// The value of a property.
public enum PropertyValue: Hashable, Sendable, Codable {
  /// A number, in the property's unit.
  case number(Double)
  /// A text.
  case text(String)
  /// Yes or no.
  case flag(Bool)
}
