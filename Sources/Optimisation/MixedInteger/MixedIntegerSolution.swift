/// An answer to a ``MixedIntegerProgram`` that says how good it is.
public struct MixedIntegerSolution: Hashable, Sendable {
  /// What is known.
  public let status: Status
  /// The value of each variable; empty when no solution was found.
  public let values: [Double]
  /// The cost of ``values``; +∞ when no solution was found.
  public let objective: Double
  /// No solution costs less than this; −∞ when nothing is known.
  public let bound: Double
  /// Nodes of the search tree.
  public let nodes: Int

  /// What a search can end with.
  public enum Status: String, Hashable, Sendable {
    /// The solution is shown to be the best.
    case optimal
    /// There is a solution; whether a better one exists is open.
    case feasible
    /// There is shown to be no solution.
    case infeasible
    /// The cost can fall without end.
    case unbounded
    /// The nodes ran out before any solution was found.
    case unknown
  }

  /// Whether the answer is final.
  public var isProven: Bool { status == .optimal || status == .infeasible }

  /// The share of the objective that is not proven; 0 when proven, +∞ without a solution.
  public var gap: Double {
    guard objective.isFinite, bound.isFinite else { return isProven ? 0 : .infinity }
    return objective > bound ? (objective - bound) / max(1e-9, abs(objective)) : 0
  }
}
