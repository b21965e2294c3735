/// A tree of cases that shows that no choice of candidates costs less than the plan.
///
/// A branch splits what can be chosen in two; a leaf gives witnesses weights that show, for its case
/// alone, what must be paid (``ProofCheck`` has the sum). Candidates and witnesses are counted from 0 in
/// the order of the certificate.
public indirect enum CostProof: Hashable, Sendable {
  /// Weights of witnesses, and what is paid for each device of the number that the case allows.
  case weights([Weight], each: Int64)
  /// Either the candidate is chosen or it is not.
  case candidate(Int, with: CostProof, without: CostProof)
  /// Either so many candidates are chosen at most, or more.
  case count(atMost: Int, fewer: CostProof, more: CostProof)

  /// The weight of one witness.
  public struct Weight: Codable, Hashable, Sendable {
    /// Number of the witness.
    public var witness: Int
    /// Its weight in millionths of a yuan; positive.
    public var weight: Int64

    /// Creates a weight.
    public init(witness: Int, weight: Int64) {
      (self.witness, self.weight) = (witness, weight)
    }
  }
}

extension CostProof: Codable {
  private enum Key: String, CodingKey {
    case weights, each, candidate, with, without, count, fewer, more
  }

  /// Reads a leaf, by its `weights`, or a branch, by its `candidate` or `count`.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    if let weights = try values.decodeIfPresent([Weight].self, forKey: .weights) {
      self = .weights(weights, each: try values.decodeIfPresent(Int64.self, forKey: .each) ?? 0)
    } else if let count = try values.decodeIfPresent(Int.self, forKey: .count) {
      self = .count(
        atMost: count, fewer: try values.decode(Self.self, forKey: .fewer),
        more: try values.decode(Self.self, forKey: .more))
    } else {
      self = .candidate(
        try values.decode(Int.self, forKey: .candidate),
        with: try values.decode(Self.self, forKey: .with),
        without: try values.decode(Self.self, forKey: .without))
    }
  }

  /// Writes what ``init(from:)`` reads.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    switch self {
    case .weights(let weights, let each):
      try values.encode(weights, forKey: .weights)
      if each != 0 { try values.encode(each, forKey: .each) }
    case .candidate(let number, let with, let without):
      try values.encode(number, forKey: .candidate)
      try values.encode(with, forKey: .with)
      try values.encode(without, forKey: .without)
    case .count(let most, let fewer, let more):
      try values.encode(most, forKey: .count)
      try values.encode(fewer, forKey: .fewer)
      try values.encode(more, forKey: .more)
    }
  }
}
