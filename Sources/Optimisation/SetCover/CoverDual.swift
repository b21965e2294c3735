/// Lower bounds of a cover by Lagrangian relaxation, without a linear program.
///
/// Every row gets a price u_i ≥ 0 for being served. A column then is worth its reduced cost
/// c_j − Σ u_i over its rows, and
///
///     L(u) = Σ k_i u_i + Σ_j min(0, c_j − Σ_{i in j} u_i)
///
/// is a bound for every u; the subgradient method looks for prices that make it large.
///
/// Source: Caprara, Fischetti, Toth: A heuristic method for the set covering problem, Operations
/// Research 47 (1999); Held, Wolfe, Crowder: Validation of subgradient optimization, Mathematical
/// Programming 6 (1974).
struct CoverDual {
  /// The best bound found.
  private(set) var bound: Double
  /// The prices that gave it.
  private(set) var prices: [Double]
  /// The reduced costs at those prices.
  private(set) var reducedCosts: [Double]
  private let columns: SparseLists

  /// With more columns than this, a greedy cover costs as much as many steps and is made less often.
  private static let manyColumns = 200_000

  /// Prices that no column objects to: each row pays its cheapest column's share.
  init(_ core: CoverCore) {
    prices = core.columns.map { columns in
      columns.map { core.costs[$0] / Double(core.rows[$0].count) }.min() ?? 0
    }
    reducedCosts = []
    bound = 0
    columns = SparseLists(core.rows)
    (bound, reducedCosts) = value(of: prices, in: core)
  }

  /// L(u) and the reduced costs at `prices`.
  private func value(of prices: [Double], in core: CoverCore) -> (Double, [Double]) {
    var reduced = core.costs
    var sum = 0.0
    for row in prices.indices { sum += Double(core.need[row]) * prices[row] }
    for column in reduced.indices {
      var worth = 0.0
      for place in columns.range(column) { worth += prices[Int(columns.items[place])] }
      reduced[column] -= worth
      if reduced[column] < 0 { sum += reduced[column] }
    }
    return (sum, reduced)
  }

  /// Improves the bound by `steps` subgradient steps, and `best` by covers found on the way.
  ///
  /// Ends early when the bound, rounded up where costs are whole, reaches the cost of `best` or
  /// `cutoff`.
  mutating func improve(
    _ core: CoverCore, best: inout [Int], steps: Int, cutoff: Double = .infinity,
    clock: SolveClock = .unlimited
  ) {
    var cost = core.cost(of: best)
    let isIntegral = core.isIntegral
    var current = prices
    var factor = 1.0
    var idle = 0
    let pause = core.costs.count > Self.manyColumns ? 100 : 10
    for step in 0..<steps {
      let target = min(cost, cutoff)
      if step & 15 == 15, clock.isOver { return }
      if CoverCore.isClosed(bound: bound, cost: target, isIntegral: isIntegral) { return }
      let (value, reduced) = value(of: current, in: core)
      if value > bound {
        if value > bound + 1e-4 * max(1, abs(bound)) { idle = 0 }
        bound = value
        prices = current
        reducedCosts = reduced
      }
      idle += 1
      if idle > 20 {
        factor /= 2
        idle = 0
        current = prices
        if factor < 1e-3 { return }
        continue
      }
      if step % pause == 0, let cover = core.greedyCover(prices: reduced) {
        let found = core.cost(of: cover)
        if found < cost {
          cost = found
          best = cover
        }
      }
      var slack = core.need.map(Double.init)
      for column in reduced.indices where reduced[column] < 0 {
        for place in columns.range(column) { slack[Int(columns.items[place])] -= 1 }
      }
      let length = slack.reduce(0) { $0 + $1 * $1 }
      if length == 0 { return }
      let stride = factor * max(1.02 * target - value, 0.01 * target) / length
      for row in current.indices { current[row] = max(0, current[row] + stride * slack[row]) }
    }
  }
}

extension CoverCore {
  /// Whether no cover costs less than `cost`, seeing that none costs less than `bound`.
  static func isClosed(bound: Double, cost: Double, isIntegral: Bool) -> Bool {
    raised(bound, isIntegral: isIntegral) >= cost - 1e-9 * max(1, cost)
  }

  /// `bound` rounded up to the next cost that a cover can have.
  static func raised(_ bound: Double, isIntegral: Bool) -> Double {
    // The margin is larger than what the sums above can lose.
    isIntegral ? (bound - 1e-6 * max(1, abs(bound))).rounded(.up) : bound
  }
}
