/// A p-median problem over events: choose at most p places so that the events, each counted by the place
/// that answers it best, cost least in sum.
///
///     minimise   Σ_a α_a Σ_i d_ai y_ai
///     subject to Σ_i y_ai = 1,   y_ai ≤ x_i,   Σ c_i x_i ≤ p,   x_i ∈ {0, 1},   y_ai ≥ 0
///
/// For detection, d_ai is the time until a device at i notices event a, and the penalty stands for an
/// event that nobody notices.
///
/// Source: Hakimi: Optimum locations of switching centers and the absolute centers and medians of a
/// graph, Operations Research 12 (1964); Klise, Nicholson, Laird: Sensor placement optimization using
/// Chama, SAND2017-11472 (2017), for events.
public struct MedianProblem: Hashable, Sendable {
  /// What each place costs.
  public var costs: [Double]
  /// The events.
  public var events: [Event]

  /// Something that happens and is answered by one place.
  public struct Event: Hashable, Sendable {
    /// How much it counts; not negative.
    public var weight: Double
    /// What it costs when no chosen place answers it.
    public var penalty: Double
    /// Places that can answer it, with what it then costs.
    public var answers: [Answer]

    /// Creates an event.
    public init(weight: Double = 1, penalty: Double, answers: [Answer]) {
      self.weight = weight
      self.penalty = penalty
      self.answers = answers
    }
  }

  /// What an event costs when a place answers it.
  public struct Answer: Hashable, Sendable {
    /// Index of the place.
    public var place: Int
    /// The cost, such as a time.
    public var cost: Double

    /// Creates an answer.
    public init(place: Int, cost: Double) {
      self.place = place
      self.cost = cost
    }
  }

  /// Creates a problem.
  public init(costs: [Double], events: [Event]) {
    self.costs = costs
    self.events = events
  }

  /// Chooses places within `budget`.
  ///
  /// Answers no better than the penalty are left out. The shares y stay whole by themselves once the
  /// places are, so only the places are whole variables.
  ///
  /// - Parameters:
  ///   - budget: What the places may cost together.
  ///   - nodeLimit: Nodes of search.
  /// - Returns: The best choice found, with its bound.
  /// - Throws: ``OptimisationError`` for numbers that are not sound.
  public func solve(
    budget: Double, nodeLimit: Int = 20_000
  ) throws(OptimisationError) -> LocationSolution {
    var program = MixedIntegerProgram(variables: costs.map { _ in .binary(cost: 0) })
    program.rows.append(
      .init(costs.enumerated().map { .init($0.offset, $0.element) }, upper: budget))
    for event in events {
      let missed = program.variables.count
      program.variables.append(.init(cost: event.weight * event.penalty))
      var terms = [MixedIntegerProgram.Term(missed, 1)]
      for answer in event.answers where answer.cost < event.penalty {
        let share = program.variables.count
        program.variables.append(.init(cost: event.weight * answer.cost))
        terms.append(.init(share, 1))
        program.rows.append(.init([.init(answer.place, 1), .init(share, -1)], lower: 0))
      }
      program.rows.append(.init(terms, lower: 1, upper: 1))
    }
    let none = events.reduce(0) { $0 + $1.weight * $1.penalty }
    return LocationSolution(
      try program.solve(nodeLimit: nodeLimit), places: costs.count, none: none)
  }
}

/// Chosen places and what is proven about them.
public struct LocationSolution: Hashable, Sendable {
  /// The chosen places, ascending.
  public let chosen: [Int]
  /// The cost of the choice; +∞ when none was found.
  public let objective: Double
  /// No choice costs less.
  public let bound: Double
  /// Whether the answer is final.
  public let isProven: Bool
  /// Nodes of search.
  public let nodes: Int
  /// The solver's values of all variables after those of the places.
  let shares: [Double]

  init(_ solution: MixedIntegerSolution, places: Int, none: Double?) {
    let values = solution.values
    chosen = (0..<min(places, values.count)).filter { values[$0] > 0.5 }
    // Without any variable found, choosing nothing is an answer where the problem has one.
    objective = values.isEmpty ? none ?? .infinity : solution.objective
    bound = max(solution.bound, 0)
    isProven = solution.isProven
    nodes = solution.nodes
    shares = Array(values.dropFirst(places))
  }
}
