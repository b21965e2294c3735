/// What an optimisation refuses to be given, or could not read.
public enum OptimisationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A value is outside its range; `allowed` says the range in words.
  case outOfRange(field: String, value: String, allowed: String)
  /// An instance file breaks its format.
  case malformed(file: String, line: Int, reason: String)
  /// The solver gave up for a reason of its own.
  case solverFailed(String)

  /// The sentence a user reads.
  public var description: String {
    switch self {
    case .outOfRange(let field, let value, let allowed):
      "\(field) is \(value), but must be \(allowed)"
    case .malformed(let file, let line, let reason): "\(file):\(line): \(reason)"
    case .solverFailed(let reason): "the solver CBC gave no answer: \(reason)"
    }
  }
}
