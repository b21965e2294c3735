/// Coverage against money: for every budget the most that can be served, all from one solve.
///
/// Parts that share no column (rooms, storeys, campuses) have curves of their own; the curve of the
/// whole is a multiple-choice knapsack over them:
///
///     F(b) = max { Σ_c f_c(k_c) : Σ_c k_c ≤ b }
///
/// Source: Sinha, Zoltners: The multiple-choice knapsack problem, Operations Research 27 (1979).
public struct BudgetCurve: Hashable, Sendable {
  /// One budget.
  public struct Point: Hashable, Sendable {
    /// Weight served with this budget.
    public var covered: Double
    /// No choice within this budget serves more.
    public var bound: Double
    /// The chosen columns, ascending.
    public var chosen: [Int]

    /// Creates a point.
    public init(covered: Double, bound: Double, chosen: [Int]) {
      self.covered = covered
      self.bound = bound
      self.chosen = chosen
    }

    /// Whether nothing better is possible.
    public var isProven: Bool { bound <= covered + 1e-9 * max(1, covered) }
  }

  /// Point `b` is the best with budget `b`, from 0; a larger budget than the last adds nothing.
  public var points: [Point]
  /// Nodes of all search trees.
  public var nodes: Int

  /// Creates a curve.
  public init(points: [Point], nodes: Int = 0) {
    self.points = points
    self.nodes = nodes
  }

  /// The curve of parts that share nothing, up to `limit`.
  ///
  /// - Parameters:
  ///   - parts: The curves, in any order.
  ///   - limit: Greatest budget of interest; nil for as much as all parts can use.
  /// - Complexity: O(parts × limit × length of a part's curve).
  public init(merging parts: [BudgetCurve], upTo limit: Int? = nil) {
    let useful = parts.reduce(0) { $0 + max(0, $1.points.count - 1) }
    let length = min(limit ?? useful, useful) + 1
    var covered = [Double](repeating: 0, count: length)
    var bound = covered
    var choices: [[Int32]] = []
    for part in parts where !part.points.isEmpty {
      var choice = [Int32](repeating: 0, count: length)
      var (next, nextBound) = (covered, bound)
      for budget in 0..<length {
        next[budget] = -1
        nextBound[budget] = -1
        for (spent, point) in part.points.enumerated().prefix(budget + 1) {
          let value = covered[budget - spent] + point.covered
          // Ties go to the smaller spending, so that no device is bought in vain.
          if value > next[budget] + 1e-9 {
            next[budget] = value
            choice[budget] = Int32(spent)
          }
          nextBound[budget] = max(nextBound[budget], bound[budget - spent] + point.bound)
        }
      }
      (covered, bound) = (next, nextBound)
      choices.append(choice)
    }
    let live = parts.filter { !$0.points.isEmpty }
    points = (0..<length).map { budget in
      var left = budget
      var chosen: [Int] = []
      for (part, choice) in zip(live, choices).reversed() {
        let spent = Int(choice[left])
        chosen += part.points[spent].chosen
        left -= spent
      }
      return Point(covered: covered[budget], bound: bound[budget], chosen: chosen.sorted())
    }
    nodes = parts.reduce(0) { $0 + $1.nodes }
  }
}
