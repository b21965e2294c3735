import Optimisation
public import TwinModel

/// Who sits where in one stage and year: the way to seat as many pupils as possible with the fewest
/// pupil-metres away from their own school.
///
/// Every school's demand stands at the school, with distance 0 to its own seats and the straight line
/// to others. Seating more always comes before walking less.
public struct SeatAssignment: Hashable, Sendable {
  /// The stage.
  public var stage: Stage
  /// The school year.
  public var year: Int
  /// Pupils seated at each campus that has seats or demand, by campus.
  public var seated: [String: Int]
  /// Pupils of each campus' catchment without a seat, by campus; zeros left out.
  public var unplaced: [String: Int]
  /// Pupils sent to another school, by the campuses' ids.
  public var moves: [Move]

  /// Pupils sent from their own school to another.
  public struct Move: Hashable, Sendable {
    /// The campus in whose catchment they live.
    public var from: String
    /// The campus that they are sent to.
    public var to: String
    /// How many.
    public var pupils: Int
    /// The straight line between the two.
    public var distance: Metres

    /// Creates a move.
    public init(from: String, to: String, pupils: Int, distance: Metres) {
      self.from = from
      self.to = to
      self.pupils = pupils
      self.distance = distance
    }
  }

  /// A campus with pupils or seats.
  struct Place: Hashable, Sendable {
    var campus: String
    var district: String
    var position: Point2?
    var demand: Int
    var seats: Int
  }

  /// Solves the flow over places that are ordered by campus.
  ///
  /// - Throws: ``FlowError`` when the numbers are too large.
  init(
    stage: Stage, year: Int, places: [Place], rules: AssignmentRules
  ) throws(FlowError) {
    let origins = places.indices.filter { places[$0].demand > 0 }
    let destinations = places.indices.filter { places[$0].seats > 0 }
    var arcs: [Transportation.Arc] = []
    for (row, from) in origins.enumerated() {
      for (column, to) in destinations.enumerated() {
        guard let metres = Self.metres(places[from], places[to], stage, rules) else { continue }
        arcs.append(
          Transportation.Arc(origin: row, destination: column, cost: Int64(metres.rounded())))
      }
    }
    let greatest = arcs.map(\.cost).max() ?? 0
    let optimum = try Transportation(
      demand: origins.map { Int64(places[$0].demand) },
      capacity: destinations.map { Int64(places[$0].seats) }, arcs: arcs,
      unplacedCost: (greatest + 1) * Int64(destinations.count + 1)
    ).solve()

    self.stage = stage
    self.year = year
    seated = Dictionary(places.map { ($0.campus, 0) }, uniquingKeysWith: { first, _ in first })
    unplaced = [:]
    moves = []
    for (arc, flow) in zip(arcs, optimum.flow) where flow > 0 {
      let (from, to) = (places[origins[arc.origin]], places[destinations[arc.destination]])
      seated[to.campus, default: 0] += Int(flow)
      if from.campus != to.campus {
        moves.append(
          Move(
            from: from.campus, to: to.campus, pupils: Int(flow),
            distance: Metres(Double(arc.cost))))
      }
    }
    for (row, count) in optimum.unplaced.enumerated() where count > 0 {
      unplaced[places[origins[row]].campus] = Int(count)
    }
  }

  /// The distance between two places; nil where pupils are not sent.
  private static func metres(
    _ from: Place, _ to: Place, _ stage: Stage, _ rules: AssignmentRules
  ) -> Double? {
    if from.campus == to.campus { return 0 }
    guard rules.crossesDistricts || from.district == to.district, let start = from.position,
      let end = to.position
    else { return nil }
    let (x, y) = (start.x - end.x, start.y - end.y)
    let metres = (x * x + y * y).squareRoot()
    // Half the Earth's girth: beyond it a coordinate is wrong, not far.
    guard metres.isFinite, metres < 2e7 else { return nil }
    if let farthest = rules.farthest[stage], metres > farthest.value { return nil }
    return metres
  }
}
