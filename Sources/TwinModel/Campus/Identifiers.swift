/// The identity of an object of a building model: an IFC GlobalId (22 characters) or another
/// system's name, kept as it was written.
public struct GlobalID: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
  /// The identifier as written in the source.
  public let value: String

  /// Creates an identifier from its text.
  public init(_ value: String) { self.value = value }

  /// Decodes from a bare string.
  public init(from decoder: any Decoder) throws {
    value = try decoder.singleValueContainer().decode(String.self)
  }

  /// Encodes as a bare string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }

  /// Orders by the bytes of the text, so that output never depends on hashing.
  public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
  /// The text itself.
  public var description: String { value }
}

/// The name of a campus in the store: letters, digits, `-`, `_` and `.`; unique in a city.
public struct CampusID: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
  /// The name as the user wrote it.
  public let value: String

  /// Creates an identifier.
  ///
  /// - Throws: ``ModelError/outOfRange(field:value:allowed:)`` for an empty name or a character
  ///   that would not survive as a file name.
  public init(_ value: String) throws(ModelError) {
    let allowed = value.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-" || $0 == "_" || $0 == "."
    }
    guard allowed, !value.isEmpty, value.first != "." else {
      throw .outOfRange(
        field: "campus id", value: "“\(value)”",
        allowed: "letters, digits, “-”, “_” and “.”, not starting with “.”")
    }
    self.value = value
  }

  /// Decodes from a bare string.
  public init(from decoder: any Decoder) throws {
    try self.init(decoder.singleValueContainer().decode(String.self))
  }

  /// Encodes as a bare string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }

  /// Orders by the bytes of the text.
  public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
  /// The text itself.
  public var description: String { value }
}
