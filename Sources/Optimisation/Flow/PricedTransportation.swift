/// The transportation problem over all pairs, of which only those that can pay are looked at.
///
/// It starts from the cheapest destinations of every origin. The prices of an optimum over these say
/// which missing pair would lower the cost; such pairs are added until none is left, which proves that
/// the optimum is that of all pairs.
///
/// Source: column generation; Ahuja, Magnanti, Orlin: Network Flows, Prentice Hall 1993, chapter 17.
public struct PricedTransportation: Sendable {
  /// Units that each origin wants placed; 0 or more.
  public var demand: [Int64]
  /// Units that each destination can take; 0 or more.
  public var capacity: [Int64]
  /// Price of one unplaced unit.
  public var unplacedCost: Int64
  /// Cheapest destinations of each origin to start from.
  public var start: Int
  /// Ways from one destination on to another.
  public var passages: [Transportation.Passage]

  /// Pairs added for an origin at a time.
  private static let added = 30
  /// With at most this many times ``start`` destinations all pairs are looked at at once: a second round
  /// would cost more than it saves.
  private static let fewDestinations = 4

  /// Creates a problem.
  public init(
    demand: [Int64], capacity: [Int64], unplacedCost: Int64, start: Int = 30,
    passages: [Transportation.Passage] = []
  ) {
    self.demand = demand
    self.capacity = capacity
    self.unplacedCost = unplacedCost
    self.start = start
    self.passages = passages
  }

  /// An optimum over all pairs.
  public struct Answer: Hashable, Sendable {
    /// The pairs that were looked at.
    public var arcs: [Transportation.Arc]
    /// The optimum over them, and so over all.
    public var optimum: Transportation.Optimum
    /// How many times the problem was solved.
    public var rounds: Int
  }

  /// Solves the problem.
  ///
  /// - Parameter costs: The allowed destinations of an origin with the cost of one unit to each.
  /// - Returns: The proven optimum over all allowed pairs.
  /// - Throws: ``FlowError``, as ``Transportation/solve()``.
  public func solve(
    _ costs: (Int) -> [(destination: Int, cost: Int64)]
  ) throws(FlowError) -> Answer {
    var waiting: [[(destination: Int, cost: Int64)]] = []
    var arcs: [Transportation.Arc] = []
    let isSmall = capacity.count <= Self.fewDestinations * start
    let start = isSmall ? capacity.count : max(start, 1)
    for origin in demand.indices {
      let sorted = costs(origin).sorted { ($0.cost, $0.destination) < ($1.cost, $1.destination) }
      for pair in sorted.prefix(start) {
        arcs.append(.init(origin: origin, destination: pair.destination, cost: pair.cost))
      }
      waiting.append(Array(sorted.dropFirst(start)))
    }
    var rounds = 0
    while true {
      rounds += 1
      let optimum = try Transportation(
        demand: demand, capacity: capacity, arcs: arcs, unplacedCost: unplacedCost,
        passages: passages
      ).solve()
      let before = arcs.count
      for origin in demand.indices where demand[origin] > 0 {
        let price = optimum.originPrice[origin]
        var best = waiting[origin].filter { pair in
          capacity.indices.contains(pair.destination)
            && pair.cost < price - optimum.destinationPrice[pair.destination]
        }
        guard !best.isEmpty else { continue }
        best = Array(best.prefix(Self.added))
        let chosen = Set(best.map(\.destination))
        waiting[origin].removeAll { chosen.contains($0.destination) }
        for pair in best {
          arcs.append(.init(origin: origin, destination: pair.destination, cost: pair.cost))
        }
      }
      if arcs.count == before { return Answer(arcs: arcs, optimum: optimum, rounds: rounds) }
    }
  }
}
