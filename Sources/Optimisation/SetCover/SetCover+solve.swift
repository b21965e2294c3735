extension SetCover {
  /// Finds a cheapest cover, and says how far it is proven.
  ///
  /// Pre-solve (rows, columns, components), then for every component greedy covers against
  /// Lagrangian bounds, own branch and bound, and CBC for what is left. Limits are nodes, so that the
  /// answer is the same everywhere. A row that too few columns serve is listed in
  /// ``SetCoverSolution/uncoverable``, never an error.
  ///
  /// - Throws: ``OptimisationError/solverFailed(_:)`` when CBC cannot be set up.
  public func solve(
    _ limits: SetCoverLimits = SetCoverLimits()
  ) throws(OptimisationError) -> SetCoverSolution {
    var reduction = SetCoverReduction(self)
    let least = removeCountRows(from: &reduction)
    reduction.run()
    var chosen = reduction.forced
    let costs = columns.map(\.cost)
    var bound = chosen.reduce(0) { $0 + costs[$1] }
    var nodes = 0
    for component in CoverCore.components(of: reduction, costs: costs) {
      var search = CoverSearch(limits: limits)
      let answer = try search.solve(component)
      nodes += search.nodes
      chosen += (answer.chosen ?? []).map { component.names[$0] }
      bound += answer.bound
    }
    if least > 0, let price = costs.first {
      bound = max(bound, Double(least) * price)
      fill(&chosen, to: least)
    }
    let objective = chosen.reduce(0) { $0 + costs[$1] }
    let isIntegral = costs.allSatisfy { $0 == $0.rounded() && $0 < 1e12 }
    return SetCoverSolution(
      chosen: chosen.sorted(), objective: objective, bound: min(bound, objective),
      isProven: CoverCore.isClosed(bound: bound, cost: objective, isIntegral: isIntegral),
      nodes: nodes, uncoverable: reduction.uncoverable)
  }

  /// Takes out rows that every column serves, when all columns cost the same: they only ask for a
  /// number of columns, which any further columns make up.
  ///
  /// - Returns: The greatest number asked for; 0 when there is no such row.
  ///
  /// Left in, such a row would forbid every column dominance.
  private func removeCountRows(from reduction: inout SetCoverReduction) -> Int {
    guard let price = columns.first?.cost, price > 0, columns.allSatisfy({ $0.cost == price })
    else { return 0 }
    var served = [Int](repeating: 0, count: required.count)
    for column in columns { for row in column.rows { served[row] += 1 } }
    var least = 0
    for row in required.indices where served[row] == columns.count {
      // With 1 it is a row like others, and the cover itself answers it.
      guard reduction.need[row] > 1 else { continue }
      least = max(least, reduction.need[row])
      reduction.removeRow(row)
    }
    return least
  }

  private func fill(_ chosen: inout [Int], to least: Int) {
    let isIn = Set(chosen)
    for column in columns.indices where chosen.count < least && !isIn.contains(column) {
      chosen.append(column)
    }
  }
}
