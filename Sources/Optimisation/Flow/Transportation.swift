/// The transportation problem with a way out: demands go to places with capacity along arcs, and
/// what finds no place stays unplaced at a price.
///
/// `min Σ cost · flow + unplacedCost · Σ unplaced` subject to `Σⱼ flowᵢⱼ + unplacedᵢ = demandᵢ`,
/// `Σᵢ flowᵢⱼ ≤ capacityⱼ`, what passages bring and take counted. The matrix is totally unimodular, so
/// whole demands give whole flows.
public struct Transportation: Sendable {
  /// Units that each origin wants placed; 0 or more.
  public var demand: [Int64]
  /// Units that each destination can take; 0 or more.
  public var capacity: [Int64]
  /// Allowed pairs of origin and destination.
  public var arcs: [Arc]
  /// Price of one unplaced unit.
  ///
  /// To place as many as can be placed at all, take more than the greatest
  /// cost times the destinations: a place may come free only through a chain of moves.
  public var unplacedCost: Int64
  /// Ways from one destination on to another, with room of their own.
  ///
  /// A destination with capacity 0 and a passage bounds what some origins send to a place together.
  public var passages: [Passage]

  /// A way from one destination to another, at no cost.
  public struct Passage: Hashable, Sendable {
    /// Index into ``Transportation/capacity``.
    public var from: Int
    /// Index into ``Transportation/capacity``.
    public var to: Int
    /// Most units that it carries; 0 or more.
    public var capacity: Int64

    /// Creates a way.
    public init(from: Int, to: Int, capacity: Int64) {
      self.from = from
      self.to = to
      self.capacity = capacity
    }
  }

  /// An allowed pair.
  public struct Arc: Hashable, Sendable {
    /// Index into ``Transportation/demand``.
    public var origin: Int
    /// Index into ``Transportation/capacity``.
    public var destination: Int
    /// Cost of one unit.
    public var cost: Int64

    /// Creates a pair.
    public init(origin: Int, destination: Int, cost: Int64) {
      self.origin = origin
      self.destination = destination
      self.cost = cost
    }
  }

  /// The proven optimum.
  public struct Optimum: Hashable, Sendable {
    /// Units along each arc, in the order of ``Transportation/arcs``.
    public var flow: [Int64]
    /// Units of each origin that found no place.
    public var unplaced: [Int64]
    /// The least value of the objective, unplaced units included.
    public var cost: Int64
    /// Price of a unit at each origin: what one unit more would cost.
    public var originPrice: [Int64]
    /// Price of a place at each destination: what one place more would save.
    ///
    /// No arc with `cost < originPrice − destinationPrice` is missing from an optimum.
    public var destinationPrice: [Int64]
  }

  /// Creates a problem.
  public init(
    demand: [Int64], capacity: [Int64], arcs: [Arc], unplacedCost: Int64, passages: [Passage] = []
  ) {
    self.demand = demand
    self.capacity = capacity
    self.arcs = arcs
    self.unplacedCost = unplacedCost
    self.passages = passages
  }

  /// Solves the problem; there always is an answer, for everything may stay unplaced.
  ///
  /// - Throws: ``FlowError`` for origins and destinations that are not there, negative numbers and
  ///   sizes at which 64-bit sums could overflow.
  public func solve() throws(FlowError) -> Optimum {
    for (index, value) in demand.enumerated() where value < 0 {
      throw .negative(field: "demand", index: index, value: value)
    }
    for (index, value) in capacity.enumerated() where value < 0 {
      throw .negative(field: "capacity", index: index, value: value)
    }
    var total: Int64 = 0
    for value in demand {
      let (sum, overflow) = total.addingReportingOverflow(value)
      guard !overflow, sum < Int64.max / 4 else { throw .tooLarge("the sum of all demands") }
      total = sum
    }
    let outside = demand.count + capacity.count
    var network = MinimumCostFlow(supply: demand + capacity.map { _ in 0 } + [-total])
    for arc in arcs {
      guard demand.indices.contains(arc.origin) else {
        throw .noSuchNode(arc.origin, nodes: demand.count)
      }
      guard capacity.indices.contains(arc.destination) else {
        throw .noSuchNode(arc.destination, nodes: capacity.count)
      }
      network.addArc(
        from: arc.origin, to: demand.count + arc.destination, capacity: demand[arc.origin],
        cost: arc.cost)
    }
    for (origin, units) in demand.enumerated() {
      network.addArc(from: origin, to: outside, capacity: units, cost: unplacedCost)
    }
    for (destination, units) in capacity.enumerated() {
      network.addArc(from: demand.count + destination, to: outside, capacity: units, cost: 0)
    }
    for passage in passages {
      for place in [passage.from, passage.to] where !capacity.indices.contains(place) {
        throw .noSuchNode(place, nodes: capacity.count)
      }
      network.addArc(
        from: demand.count + passage.from, to: demand.count + passage.to,
        capacity: passage.capacity, cost: 0)
    }
    guard case .optimal(let optimum) = try network.solve() else {
      // Every origin has an arc for all of its units to a node that takes all of them.
      preconditionFailure("a transportation problem with a way out has an optimum")
    }
    let sink = optimum.potential[outside]
    return Optimum(
      flow: Array(optimum.flow[..<arcs.count]),
      unplaced: Array(optimum.flow[arcs.count..<(arcs.count + demand.count)]), cost: optimum.cost,
      originPrice: optimum.potential[..<demand.count].map { sink - $0 },
      destinationPrice: optimum.potential[demand.count..<outside].map { sink - $0 })
  }
}
