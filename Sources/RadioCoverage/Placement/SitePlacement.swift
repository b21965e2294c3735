public import Optimisation
public import TwinModel

/// Where sites or access points go: the fewest (or cheapest) that reach every cell, or those that reach
/// most for a budget, of given candidates.
///
/// A candidate reaches a cell when its level there is at least the threshold and the log-normal margin, so
/// that the cell is covered with the wanted probability. Interference does not decide: check the plan
/// with ``BestServer``. A candidate whose cable is longer than allowed is left out.
///
/// Source: the location set covering and maximal covering problems, see `SetCover` and `MaximalCover`.
public struct SitePlacement: Sendable {
  /// A place where a site may hang.
  public struct Candidate: Hashable, Sendable {
    /// Path losses (dB), cell by cell.
    public var pathLoss: [Float]
    /// What a site there costs; 1 when only the number counts.
    public var cost: Double
    /// Cable to its distributor; nil when it does not matter.
    public var cable: Metres?

    /// Power that a site there draws (W).
    public var watts: Double

    /// Creates a candidate.
    public init(
      pathLoss: [Float], cost: Double = 1, cable: Metres? = nil, watts: Double = 0
    ) {
      self.pathLoss = pathLoss
      self.cost = cost
      self.cable = cable
      self.watts = watts
    }
  }

  /// The candidates, by their index in every answer.
  public let candidates: [Candidate]
  /// The greatest path loss that still covers a cell.
  public let greatestLoss: Decibels
  /// Cable at most.
  public let longestCable: Metres
  /// Cells that each candidate reaches; none of those left out.
  let reachedCells: [[Int]]
  /// How many cells there are.
  public let cellCount: Int

  /// Sets a placement up.
  ///
  /// - Parameters:
  ///   - candidates: All with one path loss for each cell to be covered.
  ///   - radiated: EIRP of what the threshold is of, such as one resource element.
  ///   - threshold: Least level of a covered cell.
  ///   - margin: What the level must be above it; see ``ShadowMargin``.
  ///   - longestCable: Cable at most.
  public init(
    candidates: [Candidate], radiated: DecibelMilliwatts, threshold: DecibelMilliwatts,
    margin: Decibels, longestCable: Metres
  ) {
    let cells = candidates.first?.pathLoss.count ?? 0
    cellCount = cells
    precondition(candidates.allSatisfy { $0.pathLoss.count == cells }, "maps of one size")
    self.candidates = candidates
    self.longestCable = longestCable
    let greatest = radiated.value - threshold.value - margin.value
    greatestLoss = Decibels(greatest)
    reachedCells = candidates.map { candidate in
      if let cable = candidate.cable, cable > longestCable { return [] }
      return candidate.pathLoss.indices.filter { Double(candidate.pathLoss[$0]) <= greatest }
    }
  }

  /// The cheapest candidates that reach every cell that any reaches, with a bound;
  /// `uncoverable` are the cells that none does.
  ///
  /// - Throws: ``OptimisationError`` for a cost that is negative or no number.
  public func cheapest(
    _ limits: SetCoverLimits = SetCoverLimits()
  ) throws(OptimisationError) -> SetCoverSolution {
    try SetCover(
      required: [Int](repeating: 1, count: cellCount),
      columns: candidates.indices.map {
        SetCover.Column(cost: candidates[$0].cost, rows: reachedCells[$0])
      }
    ).solve(limits)
  }

  /// The `count` candidates that reach most, with a bound.
  ///
  /// - Parameters:
  ///   - count: Sites at most.
  ///   - weights: What each cell is worth, such as pupils; 1 each when nil.
  ///   - limits: How long to search.
  /// - Returns: The best choice found and a bound on all.
  /// - Throws: ``OptimisationError`` for a negative count or weight.
  public func best(
    _ count: Int, weights: [Double]? = nil, _ limits: MaximalCoverLimits = MaximalCoverLimits()
  ) throws(OptimisationError) -> MaximalCoverSolution {
    try MaximalCover(
      weights: weights ?? [Double](repeating: 1, count: cellCount), columns: reachedCells
    ).solve(budget: count, limits)
  }
}
