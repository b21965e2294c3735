/// A maximal covering problem: choose at most p columns so that the rows they serve weigh most.
///
///     maximise   Σ w_i y_i
///     subject to y_i ≤ Σ_{j serves i} x_j   for every row i
///                Σ x_j ≤ p,   x_j ∈ {0, 1},   0 ≤ y_i ≤ 1
///
/// Rows are demand points with their weight, columns are candidate places.
///
/// Source: Church, ReVelle: The maximal covering location problem, Papers of the Regional Science
/// Association 32 (1974).
public struct MaximalCover: Hashable, Sendable {
  /// What serving each row is worth; finite and not negative.
  public let weights: [Double]
  /// The rows that each column serves, ascending and without repetition.
  public let columns: [[Int]]

  /// Creates a problem.
  ///
  /// - Parameters:
  ///   - weights: One weight for each row; finite and not negative.
  ///   - columns: The rows of each column, in any order, within `weights`.
  /// - Throws: ``OptimisationError/outOfRange(field:value:allowed:)`` for the first rule broken.
  public init(weights: [Double], columns: [[Int]]) throws(OptimisationError) {
    if let row = weights.firstIndex(where: { !($0.isFinite && $0 >= 0) }) {
      throw .outOfRange(
        field: "weight of row \(row)", value: "\(weights[row])", allowed: "finite and ≥ 0")
    }
    for (index, rows) in columns.enumerated() {
      if let row = rows.first(where: { !weights.indices.contains($0) }) {
        throw .outOfRange(
          field: "row of column \(index)", value: "\(row)",
          allowed: "in 0 ..< \(weights.count)")
      }
    }
    self.weights = weights
    self.columns = columns.map { Set($0).sorted() }
  }

  /// The weight of all rows that some of `chosen` serves.
  public func covered(by chosen: [Int]) -> Double {
    var isServed = [Bool](repeating: false, count: weights.count)
    for column in chosen { for row in columns[column] { isServed[row] = true } }
    return weights.indices.reduce(0) { isServed[$1] ? $0 + weights[$1] : $0 }
  }
}

/// An answer to a ``MaximalCover`` that says how good it is.
public struct MaximalCoverSolution: Hashable, Sendable {
  /// The chosen columns, ascending.
  public let chosen: [Int]
  /// The weight that they serve.
  public let objective: Double
  /// No choice of as many columns serves more.
  public let bound: Double
  /// Nodes of all search trees.
  public let nodes: Int

  /// Whether no choice serves more than ``objective``.
  public var isProven: Bool { bound <= objective + 1e-9 * max(1, objective) }
}

/// How long a ``MaximalCover`` may be searched.
public struct MaximalCoverLimits: Hashable, Sendable {
  /// Nodes of the own search for each part and number of columns.
  public var ownNodes: Int
  /// Nodes of CBC for each part and number of columns.
  public var solverNodes: Int
  /// A limit of time; with one, the answer depends on the machine.
  public var clock: SolveClock

  /// Creates limits.
  public init(
    ownNodes: Int = 3_000, solverNodes: Int = 20_000, clock: SolveClock = .unlimited
  ) {
    self.ownNodes = ownNodes
    self.solverNodes = solverNodes
    self.clock = clock
  }
}
