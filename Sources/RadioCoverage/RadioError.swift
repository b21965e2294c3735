/// What a radio model refuses to compute.
public enum RadioError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A number lies outside the range that a model holds for.
  case outOfRange(model: String, sentence: String)
  /// A name that is not among the known ones.
  case unknownMaterial(String)
  /// A name that is not among the known ones of its kind.
  case unknownName(kind: String, name: String, known: [String])

  /// The sentence a user reads.
  public var description: String {
    switch self {
    case .outOfRange(let model, let sentence): "\(model): \(sentence)"
    case .unknownMaterial(let name):
      "there is no material “\(name)” in seeds/radio/materials.yaml; add it, or a synonym of it"
    case .unknownName(let kind, let name, let known):
      "there is no \(kind) “\(name)”; expected one of \(known.joined(separator: ", "))"
    }
  }
}
