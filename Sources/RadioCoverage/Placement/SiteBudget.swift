public import Optimisation
import TwinModel

/// What a choice of sites may cost at most: money, and power at their distributor.
public struct SiteBudget: Hashable, Sendable {
  /// Money at most; nil for any amount.
  public var cost: Double?
  /// Power of all sites together (W) at most; nil for any amount.
  public var watts: Double?

  /// Creates a budget.
  public init(cost: Double? = nil, watts: Double? = nil) {
    self.cost = cost
    self.watts = watts
  }
}

/// A choice of sites with a bound on every other.
public struct SiteChoice: Hashable, Sendable {
  /// Indices of the chosen candidates, ascending; empty when there is none.
  public let chosen: [Int]
  /// Cells that they reach.
  public let covered: Int
  /// Money that they cost.
  public let cost: Double
  /// Power that they draw (W).
  public let watts: Double
  /// No choice is better: least money of those that reach the target, or most cells for the budget.
  public let bound: Double
  /// Whether the choice is shown to be the best, or that there is none.
  public let isProven: Bool
  /// Whether there is a choice at all.
  public let isPossible: Bool
}

extension SitePlacement {
  /// The candidates that reach most cells for a budget, with a bound on the number of cells.
  ///
  /// - Throws: ``OptimisationError`` for numbers that are none.
  public func best(within budget: SiteBudget) throws(OptimisationError) -> SiteChoice {
    try choice(costs: false, atLeast: nil, budget)
  }

  /// The cheapest candidates that reach at least `share` (0…1) of all cells within a budget of power, with
  /// a bound on the money.
  ///
  /// - Throws: ``OptimisationError`` for numbers that are none.
  public func cheapest(
    reaching share: Double, within budget: SiteBudget = SiteBudget()
  ) throws(OptimisationError) -> SiteChoice {
    let wanted = (share * Double(cellCount) - 1e-9).rounded(.up)
    return try choice(costs: true, atLeast: wanted, budget)
  }

  /// Solves one program for both questions.
  ///
  ///     min Σ c_j x_j  or  max Σ w_g y_g   with  y_g ≤ Σ_{j reaches g} x_j,  Σ w_g y_g ≥ wanted,
  ///     Σ c_j x_j ≤ cost,  Σ p_j x_j ≤ watts,  x_j whole
  ///
  /// where g are groups of cells that the same candidates reach.
  private func choice(
    costs: Bool, atLeast wanted: Double?, _ budget: SiteBudget
  ) throws(OptimisationError) -> SiteChoice {
    let groups = groups()
    var program = MixedIntegerProgram()
    for candidate in candidates {
      var variable = MixedIntegerProgram.Variable.binary(cost: costs ? candidate.cost : 0)
      if let cable = candidate.cable, cable > longestCable { variable.upper = 0 }
      program.variables.append(variable)
    }
    let first = candidates.count
    for group in groups {
      program.variables.append(
        MixedIntegerProgram.Variable(cost: costs ? 0 : -Double(group.cells), upper: 1))
    }
    for (index, group) in groups.enumerated() {
      program.rows.append(
        MixedIntegerProgram.Row(
          group.candidates.map { MixedIntegerProgram.Term($0, 1) }
            + [MixedIntegerProgram.Term(first + index, -1)], lower: 0))
    }
    if let wanted {
      program.rows.append(
        MixedIntegerProgram.Row(
          groups.indices.map { MixedIntegerProgram.Term(first + $0, Double(groups[$0].cells)) },
          lower: wanted))
    }
    if let most = budget.cost {
      program.rows.append(
        MixedIntegerProgram.Row(
          candidates.indices.map { MixedIntegerProgram.Term($0, candidates[$0].cost) }, upper: most)
      )
    }
    if let most = budget.watts {
      program.rows.append(
        MixedIntegerProgram.Row(
          candidates.indices.map { MixedIntegerProgram.Term($0, candidates[$0].watts) },
          upper: most))
    }
    let solution = try program.solve()
    let chosen = candidates.indices.filter {
      solution.values.indices.contains($0) && solution.values[$0] > 0.5
    }
    let picked = Set(chosen)
    return SiteChoice(
      chosen: chosen,
      covered: groups.filter { !picked.isDisjoint(with: $0.candidates) }
        .reduce(0) { $0 + $1.cells },
      cost: chosen.reduce(0) { $0 + candidates[$1].cost },
      watts: chosen.reduce(0) { $0 + candidates[$1].watts },
      bound: costs ? solution.bound : -solution.bound, isProven: solution.isProven,
      isPossible: !solution.values.isEmpty)
  }

  /// Cells by the candidates that reach them, in order of their first cell; cells that none reaches are
  /// in no group.
  private func groups() -> [(candidates: [Int], cells: Int)] {
    var reaching = [[Int]](repeating: [], count: cellCount)
    for (index, cells) in reachedCells.enumerated() {
      for cell in cells { reaching[cell].append(index) }
    }
    var place: [[Int]: Int] = [:]
    var groups: [(candidates: [Int], cells: Int)] = []
    for candidates in reaching where !candidates.isEmpty {
      if let known = place[candidates] {
        groups[known].cells += 1
      } else {
        place[candidates] = groups.count
        groups.append((candidates, 1))
      }
    }
    return groups
  }
}
