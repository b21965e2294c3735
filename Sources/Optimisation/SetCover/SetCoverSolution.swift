/// An answer to a ``SetCover`` that says how good it is.
public struct SetCoverSolution: Hashable, Sendable {
  /// The chosen columns, ascending.
  public let chosen: [Int]
  /// What they cost together.
  public let objective: Double
  /// No choice costs less than this.
  public let bound: Double
  /// Whether the search showed that no choice costs less than ``objective``.
  public let isProven: Bool
  /// Nodes of all search trees together; 0 when pre-solve and bounds were enough.
  public let nodes: Int
  /// Rows that ask for more columns than serve them, ascending; they are served by all that do, and
  /// the objective and the bound hold under that reading.
  public let uncoverable: [Int]

  /// The share of the objective that is not proven: (objective − bound) / objective; 0 when proven.
  public var gap: Double { objective > bound ? (objective - bound) / objective : 0 }
}
