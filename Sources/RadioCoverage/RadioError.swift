/// What a radio model refuses to compute.
public enum RadioError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A number lies outside the range that a model holds for.
  case outOfRange(model: String, quantity: String, value: Double, allowed: String)
  /// A name that is not among the known ones.
  case unknownMaterial(String)

  /// The sentence a user reads.
  public var description: String {
    switch self {
    case .outOfRange(let model, let quantity, let value, let allowed):
      "\(model): \(quantity) is \(value), but the model holds for \(allowed)"
    case .unknownMaterial(let name):
      "there is no material “\(name)” in seeds/radio/materials.yaml; add it, or a synonym of it"
    }
  }
}
