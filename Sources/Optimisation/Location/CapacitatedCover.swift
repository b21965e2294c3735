/// A capacitated set cover: choose stations and give every client to one that reaches it, so that no
/// station has more than it can carry, at the least cost; such as gateways for sensors.
///
///     minimise   Σ c_j x_j
///     subject to Σ_{j reaches i} y_ij = 1        for every client i
///                Σ_i q_i y_ij ≤ Q_j x_j          for every station j
///                y_ij ≤ x_j,   x_j, y_ij ∈ {0, 1}
///
/// Source: Current, Storbeck: Capacitated covering models, Environment and Planning B 15 (1988).
public struct CapacitatedCover: Hashable, Sendable {
  /// What each client takes of a station's capacity.
  public var demands: [Double]
  /// The stations.
  public var stations: [Station]

  /// A place that can carry clients.
  public struct Station: Hashable, Sendable {
    /// Cost; not negative.
    public var cost: Double
    /// What it can carry.
    public var capacity: Double
    /// The clients that it reaches, ascending.
    public var clients: [Int]

    /// Creates a station.
    public init(cost: Double = 1, capacity: Double, clients: [Int]) {
      self.cost = cost
      self.capacity = capacity
      self.clients = clients
    }
  }

  /// An answer to the problem.
  public struct Solution: Hashable, Sendable {
    /// The stations, with cost, bound and proof.
    public let location: LocationSolution
    /// The station of each client; nil for a client in ``unreachable`` and where no answer was found.
    public let station: [Int?]
    /// Clients that no station reaches, ascending; the rest is solved without them.
    public let unreachable: [Int]
  }

  /// Creates a problem.
  public init(demands: [Double], stations: [Station]) {
    self.demands = demands
    self.stations = stations
  }

  /// Chooses stations and the station of each client.
  ///
  /// - Parameter nodeLimit: Nodes of search.
  /// - Returns: The best answer found; its objective is +∞ when the capacities are shown not to suffice
  ///   or no answer was found within the nodes.
  /// - Throws: ``OptimisationError`` for numbers that are not sound.
  public func solve(nodeLimit: Int = 20_000) throws(OptimisationError) -> Solution {
    var program = MixedIntegerProgram(variables: stations.map { .binary(cost: $0.cost) })
    var terms = [[MixedIntegerProgram.Term]](repeating: [], count: demands.count)
    var pairs: [(client: Int, station: Int)] = []
    for (index, station) in stations.enumerated() {
      var load = [MixedIntegerProgram.Term(index, -station.capacity)]
      for client in station.clients {
        guard demands.indices.contains(client) else {
          throw .outOfRange(
            field: "client of station \(index)", value: "\(client)",
            allowed: "in 0 ..< \(demands.count)")
        }
        let share = program.variables.count
        program.variables.append(.binary(cost: 0))
        pairs.append((client, index))
        load.append(.init(share, demands[client]))
        terms[client].append(.init(share, 1))
        program.rows.append(.init([.init(index, 1), .init(share, -1)], lower: 0))
      }
      program.rows.append(.init(load, upper: 0))
    }
    for list in terms where !list.isEmpty { program.rows.append(.init(list, lower: 1, upper: 1)) }
    let location = LocationSolution(
      try program.solve(nodeLimit: nodeLimit), places: stations.count, none: nil)
    var station = [Int?](repeating: nil, count: demands.count)
    for (pair, share) in zip(pairs, location.shares) where share > 0.5 {
      station[pair.client] = pair.station
    }
    return Solution(
      location: location, station: station,
      unreachable: terms.indices.filter { terms[$0].isEmpty })
  }
}
