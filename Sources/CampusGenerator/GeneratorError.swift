/// Why a school or a district cannot be designed.
public enum GeneratorError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A parameter is outside its range; `allowed` says the range in words.
  case outOfRange(field: String, value: String, allowed: String)

  /// The sentence a user reads.
  public var description: String {
    switch self {
    case .outOfRange(let field, let value, let allowed):
      "\(field) is \(value), but must be \(allowed)"
    }
  }
}
