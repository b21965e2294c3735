import CNetworkSimplex

/// The minimum-cost flow problem, in whole units.
///
/// `min Σ costᵢ · flowᵢ` subject to `0 ≤ flowᵢ ≤ capacityᵢ`; a node with positive supply sends out
/// exactly that many units more than come in, one with negative supply takes in at most that many
/// more than it sends, and one without passes on what it gets.
///
/// Source: LEMON 1.3.1, `NetworkSimplex` (Kovács, Minimum-cost flow algorithms: an experimental
/// evaluation, Optimization Methods and Software 30, 2015).
public struct MinimumCostFlow: Sendable {
  /// Units that each node sends (positive) or can take (negative).
  public var supply: [Int64]
  /// The arcs.
  public private(set) var arcs: [Arc] = []

  /// A directed arc.
  public struct Arc: Hashable, Sendable {
    /// Node that the arc leaves.
    public var tail: Int
    /// Node that the arc enters.
    public var head: Int
    /// Most units that it carries; 0 or more.
    public var capacity: Int64
    /// Cost of one unit; may be negative.
    public var cost: Int64
  }

  /// What is known of the optimum.
  public enum Answer: Hashable, Sendable {
    /// The proven optimum.
    case optimal(Optimum)
    /// The supplies cannot all be sent.
    case infeasible
  }

  /// An optimal flow.
  public struct Optimum: Hashable, Sendable {
    /// Units on each arc, in the order of ``MinimumCostFlow/arcs``.
    public var flow: [Int64]
    /// Price of each node: `cost + potential[tail] − potential[head]` is 0 or more on every arc that
    /// has room left, the proof that no cheaper flow exists.
    public var potential: [Int64]
    /// Σ cost · flow.
    public var cost: Int64
  }

  /// Creates a problem with nodes but no arcs yet.
  public init(supply: [Int64]) { self.supply = supply }

  /// Adds an arc and returns its index.
  @discardableResult
  public mutating func addArc(
    from tail: Int, to head: Int, capacity: Int64, cost: Int64
  ) -> Int {
    arcs.append(Arc(tail: tail, head: head, capacity: capacity, cost: cost))
    return arcs.count - 1
  }

  /// Solves the problem.
  ///
  /// - Throws: ``FlowError`` for nodes that are not there, negative capacities, and sizes at which
  ///   64-bit sums could overflow.
  public func solve() throws(FlowError) -> Answer {
    let sent = try checkedTotals()
    if supply.isEmpty || sent.deficit < 0 {
      return sent.deficit < 0
        ? .infeasible : .optimal(Optimum(flow: [], potential: [], cost: 0))
    }
    // LEMON's "demand need not be filled" would also let a node send units that it never got;
    // a node of its own for the unfilled demand keeps every balance exact.
    var supplies = supply
    var tails = arcs.map { Int32(truncatingIfNeeded: $0.tail) }
    var heads = arcs.map { Int32(truncatingIfNeeded: $0.head) }
    var capacities = arcs.map { Swift.min($0.capacity, sent.carried) }
    var costs = arcs.map(\.cost)
    if sent.deficit > 0 {
      for (node, amount) in supply.enumerated() where amount < 0 {
        tails.append(Int32(truncatingIfNeeded: supply.count))
        heads.append(Int32(truncatingIfNeeded: node))
        capacities.append(-amount)
        costs.append(0)
      }
      supplies.append(sent.deficit)
    }
    var flow = [Int64](repeating: 0, count: tails.count)
    var potential = [Int64](repeating: 0, count: supplies.count)
    var total: Int64 = 0
    let status = twin_network_simplex(
      Int32(truncatingIfNeeded: supplies.count), supplies,
      Int32(truncatingIfNeeded: tails.count), tails, heads, capacities, costs, &flow, &potential,
      &total)
    // Capacities are finite, so no problem is unbounded.
    guard status == Int32(truncatingIfNeeded: TWIN_FLOW_OPTIMAL.rawValue) else {
      return .infeasible
    }
    return .optimal(
      Optimum(
        flow: Array(flow.prefix(arcs.count)), potential: Array(potential.prefix(supply.count)),
        cost: total))
  }

  // MARK: - Guarding the arithmetic

  private struct Totals {
    /// Demand minus supply.
    var deficit: Int64
    /// No arc needs to carry more than this.
    var carried: Int64
  }

  private func checkedTotals() throws(FlowError) -> Totals {
    let limit = Int64.max / 4
    guard supply.count < Int(Int32.max) / 2, arcs.count < Int(Int32.max) / 4 else {
      throw .tooLarge("\(supply.count) nodes and \(arcs.count) arcs")
    }
    var sends: Int64 = 0
    var takes: Int64 = 0
    for amount in supply {
      guard amount > -limit, amount < limit else { throw .tooLarge("a supply of \(amount)") }
      if amount > 0 { sends = try add(sends, amount) } else { takes = try add(takes, -amount) }
    }
    var hasNegativeCost = false
    var greatestCost: Int64 = 0
    for (index, arc) in arcs.enumerated() {
      for node in [arc.tail, arc.head] where !supply.indices.contains(node) {
        throw .noSuchNode(node, nodes: supply.count)
      }
      guard arc.capacity >= 0 else {
        throw .negative(field: "the capacity of arc", index: index, value: arc.capacity)
      }
      guard arc.cost.magnitude < UInt64(limit) else { throw .tooLarge("a cost of \(arc.cost)") }
      hasNegativeCost = hasNegativeCost || arc.cost < 0
      greatestCost = Swift.max(greatestCost, abs(arc.cost))
    }
    // Node prices are sums of costs along paths; LEMON adds them to half of the integer range.
    let (price, overflow) = greatestCost.multipliedReportingOverflow(
      by: Int64(supply.count + 2))
    guard !overflow, price < limit / 4 else { throw .tooLarge("costs up to \(greatestCost)") }
    // Without negative costs no cycle pays, so that no arc carries more than what is sent.
    let carried = hasNegativeCost ? limit : sends
    var worst: Int64 = 0
    for arc in arcs {
      let (product, overflow) = abs(arc.cost).multipliedReportingOverflow(
        by: Swift.min(arc.capacity, carried))
      guard !overflow else { throw .tooLarge("costs times capacities") }
      worst = try add(worst, product)
    }
    return Totals(deficit: takes - sends, carried: carried)
  }

  private func add(_ left: Int64, _ right: Int64) throws(FlowError) -> Int64 {
    let (sum, overflow) = left.addingReportingOverflow(right)
    guard !overflow, sum < Int64.max / 2 else { throw .tooLarge("the sum of all amounts") }
    return sum
  }
}
