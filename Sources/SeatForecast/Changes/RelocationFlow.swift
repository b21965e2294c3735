import Optimisation
import TwinModel

/// Pupils of closed and overfull schools on their way to free seats: one transportation problem, in
/// thousandths of a pupil, with straight metres from home, else from their school, as the cost.
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
    /// Whether nobody may come, not even over its seats.
    var isShut: Bool
    /// Its name, for messages.
    var id: String
    /// Where its pupils live, all of them, in thousandths; nil when unknown.
    var homes: [PupilHomes.Part]?

    /// Pupils without a seat of their own.
    var leaving: Double {
      if isClosed { return pupils }
      guard let seats else { return 0 }
      return min(pupils, max(0, pupils + arrivals - Double(seats)))
    }

    /// Those who leave, in thousandths.
    fileprivate var leavingUnits: Int64 { PupilHomes.units(leaving) }

    /// Seats for pupils of other schools, in thousandths; nil when there is room for all.
    fileprivate var freeUnits: Int64? {
      seats.map { PupilHomes.units(max(0, Double($0) - pupils - arrivals)) }
    }
  }

  /// Pupils from one place to another.
  struct Move {
    var from: Int
    var to: Int
    var pupils: Double
    var reason: SchoolMove.Reason
    /// Straight metres from home to the new school by pupils; empty when homes are unknown.
    var ways: [(metres: Double, pupils: Double)]
  }

  let places: [Place]

  /// Where pupils who may have to leave start from.
  private struct Origin {
    var place: Int
    var position: Point2?
    var units: Int64
    var isHome: Bool
  }

  /// The moves, by place of origin, then destination.
  ///
  /// A school's pupils may stay up to its seats at no cost, so that of an overfull one those go who live
  /// nearest to where they are sent.
  /// - Throws: ``ForecastError`` for a closed school of unknown place, and one without another in reach.
  func solve() throws(ForecastError) -> [Move] {
    let origins = try self.origins()
    let open = places.indices.filter {
      !places[$0].isClosed && !places[$0].isShut && places[$0].position != nil
    }
    let everybody = origins.reduce(0) { $0 + $1.units }
    var capacity = open.map { places[$0].freeUnits ?? everybody }
    var stays: [Int: Int] = [:]
    for origin in origins where origin.isHome && !places[origin.place].isClosed {
      guard stays[origin.place] == nil else { continue }
      stays[origin.place] = capacity.count
      let all = places[origin.place].homes?.reduce(0) { $0 + $1.units } ?? 0
      capacity.append(max(0, all - places[origin.place].leavingUnits))
    }
    let costs = origins.map { origin in
      let isForced = places[origin.place].isClosed
      var ways = open.enumerated().compactMap { column, to -> (destination: Int, cost: Int64)? in
        guard to != origin.place, isForced || places[to].isRelief,
          let metres = metres(origin, to)
        else { return nil }
        return (column, Int64(metres.rounded()))
      }
      if let stay = stays[origin.place] { ways.append((stay, 0)) }
      return ways
    }
    let answer = try PricedFlow.solve(
      demand: origins.map(\.units), capacity: capacity, costs: costs)
    var moves = Moves(places: places)
    for (arc, flow) in zip(answer.arcs, answer.optimum.flow) where flow > 0 {
      guard arc.destination < open.count else { continue }
      let (origin, to) = (origins[arc.origin], open[arc.destination])
      moves.add(
        flow, from: origin.place, to: to,
        reason: places[origin.place].isClosed ? .closed : .relieved,
        metres: origin.isHome ? metres(origin, to) : nil)
    }
    for (row, rest) in answer.optimum.unplaced.enumerated() where rest > 0 {
      let origin = origins[row]
      guard places[origin.place].isClosed else { continue }
      let near = open.compactMap { to in metres(origin, to).map { (to: to, metres: $0) } }
      guard let nearest = near.min(by: { ($0.metres, $0.to) < ($1.metres, $1.to) }) else {
        throw ForecastError(
          reason:
            "school \(places[origin.place].id) closes, but no other school of its district has a "
            + "place among the sites; give one, or merge the school into a named one")
      }
      moves.add(
        rest, from: origin.place, to: nearest.to, reason: .crowded,
        metres: origin.isHome ? nearest.metres : nil)
    }
    return moves.sorted
  }

  private func origins() throws(ForecastError) -> [Origin] {
    var origins: [Origin] = []
    for (index, place) in places.enumerated() where place.leaving > 0 {
      if place.isClosed, place.position == nil {
        throw ForecastError(
          reason: "school \(place.id) closes, but its place is unknown; give it among the "
            + "sites, or merge the school into a named one")
      }
      if let homes = place.homes {
        origins += homes.map {
          Origin(place: index, position: $0.position, units: $0.units, isHome: true)
        }
      } else {
        origins.append(
          Origin(
            place: index, position: place.position, units: place.leavingUnits, isHome: false))
      }
    }
    return origins
  }

  /// The straight line to a place of the same district (m).
  private func metres(_ origin: Origin, _ to: Int) -> Double? {
    guard places[origin.place].district == places[to].district, let start = origin.position,
      let end = places[to].position
    else { return nil }
    return start.distance(to: end)
  }

  /// Moves that are put together from the parts of the flow.
  private struct Moves {
    let places: [Place]
    private var all: [Move] = []

    init(places: [Place]) { self.places = places }

    mutating func add(
      _ units: Int64, from: Int, to: Int, reason: SchoolMove.Reason, metres: Double?
    ) {
      let share = Double(units) / Double(places[from].leavingUnits)
      let pupils = share * places[from].leaving
      let way = metres.map { [(metres: $0, pupils: pupils)] } ?? []
      let same = all.firstIndex { $0.from == from && $0.to == to && $0.reason == reason }
      guard let same else {
        all.append(Move(from: from, to: to, pupils: pupils, reason: reason, ways: way))
        return
      }
      all[same].pupils += pupils
      all[same].ways += way
    }

    /// By place of origin, then destination; who finds a seat before who does not.
    var sorted: [Move] {
      all.sorted {
        ($0.from, $0.to, $0.reason == .crowded ? 1 : 0)
          < ($1.from, $1.to, $1.reason == .crowded ? 1 : 0)
      }
    }
  }
}
