import Optimisation
import TwinModel

/// Pupils of closed and overfull schools on their way to free seats: one transportation problem, in
/// thousandths of a pupil, with straight metres as the cost.
struct RelocationFlow {
  /// A school in one year and stage.
  struct Place {
    var district: String
    var pupils: Double
    /// Pupils of schools that merged into it; they stay.
    var arrivals: Double
    /// Seats; nil when unknown.
    var seats: Int?
    var position: Point2?
    /// Whether it is new or grew, and takes the surplus of others.
    var isRelief: Bool
    var isClosed: Bool
    /// Its name, for messages.
    var id: String

    /// Pupils without a seat of their own.
    fileprivate var leaving: Double {
      if isClosed { return pupils }
      guard let seats else { return 0 }
      return min(pupils, max(0, pupils + arrivals - Double(seats)))
    }
  }

  /// Pupils from one place to another.
  struct Move {
    var from: Int
    var to: Int
    var pupils: Double
    var reason: SchoolMove.Reason
  }

  let places: [Place]
  private static let unit = 1000.0

  /// The moves, by place of origin, then destination.
  ///
  /// - Throws: ``ForecastError`` for a closed school of unknown place, and one without another in reach.
  func solve() throws(ForecastError) -> [Move] {
    let origins = places.indices.filter { places[$0].leaving > 0 }
    let open = places.indices.filter { !places[$0].isClosed && places[$0].position != nil }
    let demand = origins.map { Int64((Self.unit * places[$0].leaving).rounded()) }
    let everybody = demand.reduce(0, +)
    let capacity = open.map { place in
      guard let seats = places[place].seats else { return everybody }
      return Int64(
        (Self.unit * max(0, Double(seats) - places[place].pupils - places[place].arrivals))
          .rounded())
    }
    var arcs: [Transportation.Arc] = []
    for (row, from) in origins.enumerated() {
      if places[from].isClosed, places[from].position == nil {
        throw ForecastError(
          reason: "school \(places[from].id) closes, but its place is unknown; give it among the "
            + "sites, or merge the school into a named one")
      }
      for (column, to) in open.enumerated() where from != to {
        guard places[from].isClosed || places[to].isRelief, let metres = metres(from, to) else {
          continue
        }
        arcs.append(.init(origin: row, destination: column, cost: Int64(metres.rounded())))
      }
    }
    let greatest = arcs.map(\.cost).max() ?? 0
    let optimum: Transportation.Optimum
    do {
      optimum = try Transportation(
        demand: demand, capacity: capacity, arcs: arcs,
        unplacedCost: (greatest + 1) * Int64(open.count + 1)
      ).solve()
    } catch { throw ForecastError(reason: "pupils cannot be moved: \(error)") }
    var moves = zip(arcs, optimum.flow).compactMap { arc, flow -> Move? in
      guard flow > 0 else { return nil }
      let from = origins[arc.origin]
      let share = Double(flow) / Double(demand[arc.origin])
      return Move(
        from: from, to: open[arc.destination], pupils: share * places[from].leaving,
        reason: places[from].isClosed ? .closed : .relieved)
    }
    for (row, rest) in optimum.unplaced.enumerated() where rest > 0 {
      let from = origins[row]
      guard places[from].isClosed else { continue }
      let near = open.compactMap { to in metres(from, to).map { (to: to, metres: $0) } }
      guard let nearest = near.min(by: { ($0.metres, $0.to) < ($1.metres, $1.to) }) else {
        throw ForecastError(
          reason:
            "school \(places[from].id) closes, but no other school of its district has a place "
            + "among the sites; give one, or merge the school into a named one")
      }
      moves.append(
        Move(
          from: from, to: nearest.to,
          pupils: places[from].leaving * Double(rest) / Double(demand[row]), reason: .crowded))
    }
    return moves.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
  }

  /// The straight line between two places of one district (m).
  private func metres(_ from: Int, _ to: Int) -> Double? {
    guard places[from].district == places[to].district, let start = places[from].position,
      let end = places[to].position
    else { return nil }
    let (x, y) = (start.x - end.x, start.y - end.y)
    return (x * x + y * y).squareRoot()
  }
}
