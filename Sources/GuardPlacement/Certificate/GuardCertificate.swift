/// What shows that guards see a whole polygon, and that fewer than ``bound`` cannot: a file for anyone to
/// check.
///
/// - **Enough**: the guards, as numbers of corners. That they see everything is geometry.
/// - **Not fewer**: witnesses, which are points of the polygon, and a tree. A leaf of the tree gives
///   witnesses weights so that no corner still allowed sees more than ``scale`` of them in sum, while
///   all that no corner taken on the way sees weigh more than (bound − 1 − corners taken) × scale: so many
///   further corners are too few. A branch takes a corner on one side and forbids it on the other.
///
/// Weights are whole numbers, coordinates fractions, so that the check rounds nothing.
package struct GuardCertificate: Codable, Hashable, Sendable {
  /// Names the format and its version.
  package var format = GuardCertificate.currentFormat
  /// Corners of the polygon it belongs to.
  package var corners: Int
  /// The guards, as numbers of corners from 0, ascending.
  package var guards: [Int]
  /// No fewer guards than this can see everything.
  package var bound: Int
  /// What a weight of 1 is written as.
  package var scale: Int
  /// x and y of each witness as fractions.
  package var witnesses: [[String]]
  /// Shows ``bound``.
  package var proof: Proof

  package static let currentFormat = "campus-twin guard certificate 1"

  /// A tree of cases.
  package indirect enum Proof: Hashable, Sendable {
    /// Witnesses with their weights.
    case weights([Weight])
    /// Either `corner` is taken, or it is not.
    case branch(corner: Int, with: Proof, without: Proof)
  }

  /// The weight of one witness.
  package struct Weight: Codable, Hashable, Sendable {
    /// Number of the witness from 0.
    package var witness: Int
    /// Its weight in units of 1/``GuardCertificate/scale``; positive.
    package var weight: Int

    package init(witness: Int, weight: Int) {
      (self.witness, self.weight) = (witness, weight)
    }
  }

  package init(
    corners: Int, guards: [Int], bound: Int, scale: Int, witnesses: [[String]], proof: Proof
  ) {
    self.corners = corners
    self.guards = guards
    self.bound = bound
    self.scale = scale
    self.witnesses = witnesses
    self.proof = proof
  }
}

extension GuardCertificate.Proof: Codable {
  private enum Key: String, CodingKey { case weights, corner, with, without }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    if let weights = try values.decodeIfPresent([GuardCertificate.Weight].self, forKey: .weights) {
      self = .weights(weights)
    } else {
      self = .branch(
        corner: try values.decode(Int.self, forKey: .corner),
        with: try values.decode(Self.self, forKey: .with),
        without: try values.decode(Self.self, forKey: .without))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    switch self {
    case .weights(let weights): try values.encode(weights, forKey: .weights)
    case .branch(let corner, let with, let without):
      try values.encode(corner, forKey: .corner)
      try values.encode(with, forKey: .with)
      try values.encode(without, forKey: .without)
    }
  }
}
