extension MaximalCover {
  /// A part with more rows than this is solved for the budget asked for only, together with all others,
  /// since its curve would cost a search for every smaller budget.
  private static let curveRows = 150

  /// Finds `budget` columns that serve most, and says how far that is proven.
  ///
  /// - Parameters:
  ///   - budget: Columns that may be chosen; not negative.
  ///   - limits: How long to search.
  /// - Returns: The best choice found and a bound on all.
  /// - Throws: ``OptimisationError/outOfRange(field:value:allowed:)`` for a negative budget;
  ///   ``OptimisationError/solverFailed(_:)`` when CBC cannot be set up.
  public func solve(
    budget: Int, _ limits: MaximalCoverLimits = MaximalCoverLimits()
  ) throws(OptimisationError) -> MaximalCoverSolution {
    guard budget >= 0 else {
      throw .outOfRange(field: "budget", value: "\(budget)", allowed: "≥ 0")
    }
    let parts = MaximalCoverPart.parts(of: self)
    if parts.allSatisfy({ $0.weights.count <= Self.curveRows }) {
      let curve = try Self.curve(of: parts, upTo: budget, limits)
      guard let last = curve.points.last else {
        return MaximalCoverSolution(chosen: [], objective: 0, bound: 0, nodes: 0)
      }
      return MaximalCoverSolution(
        chosen: last.chosen, objective: covered(by: last.chosen), bound: last.bound,
        nodes: curve.nodes)
    }
    let whole = MaximalCoverPart(joining: parts)
    let found = try whole.solve(budget, from: [], ceiling: whole.total, limits)
    return MaximalCoverSolution(
      chosen: found.chosen.map { whole.names[$0] }.sorted(), objective: found.value,
      bound: found.bound, nodes: found.nodes)
  }

  /// The most that every budget can serve.
  ///
  /// - Parameters:
  ///   - limit: Greatest budget of interest; nil to go on until all that can be is served.
  ///   - limits: How long to search each part.
  /// - Returns: One point for each budget from 0.
  /// - Throws: ``OptimisationError/solverFailed(_:)`` when CBC cannot be set up.
  public func budgetCurve(
    upTo limit: Int? = nil, _ limits: MaximalCoverLimits = MaximalCoverLimits()
  ) throws(OptimisationError) -> BudgetCurve {
    try Self.curve(of: MaximalCoverPart.parts(of: self), upTo: limit, limits)
  }

  private static func curve(
    of parts: [MaximalCoverPart], upTo limit: Int?, _ limits: MaximalCoverLimits
  ) throws(OptimisationError) -> BudgetCurve {
    var curves: [BudgetCurve] = []
    for part in parts { curves.append(try part.curve(upTo: limit, limits)) }
    return BudgetCurve(merging: curves, upTo: limit)
  }
}

extension MaximalCoverPart {
  /// All parts as one.
  init(joining parts: [MaximalCoverPart]) {
    var (weights, rows, names): ([Double], [[Int]], [Int]) = ([], [], [])
    for part in parts {
      rows += part.rows.map { $0.map { $0 + weights.count } }
      weights += part.weights
      names += part.names
    }
    self.init(weights: weights, rows: rows, names: names)
  }

  /// The part's own curve, in the columns of the whole problem.
  func curve(
    upTo limit: Int?, _ limits: MaximalCoverLimits
  ) throws(OptimisationError) -> BudgetCurve {
    var curve = BudgetCurve(points: [.init(covered: 0, bound: 0, chosen: [])])
    var last = Answer(chosen: [], value: 0, bound: 0, nodes: 0)
    var count = 0
    while last.value < total - 1e-9, count < limit ?? .max, count < rows.count {
      count += 1
      // The least useful of k columns serves at most a k-th: F(k) ≤ k/(k−1) F(k−1).
      let ceiling =
        count == 1 ? .infinity : last.bound * Double(count) / Double(count - 1)
      last = try solve(count, from: last.chosen, ceiling: lowered(ceiling), limits)
      curve.nodes += last.nodes
      curve.points.append(
        .init(
          covered: last.value, bound: last.bound, chosen: last.chosen.map { names[$0] }.sorted()))
    }
    return curve
  }
}
