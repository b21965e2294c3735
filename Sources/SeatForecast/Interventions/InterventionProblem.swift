import TwinModel

/// Needs and options by index: spots (a place and stage) with a cell for each year, levers (options that
/// can do something in time), and the ways between spots.
struct InterventionProblem {
  /// A spot's need in one year.
  struct Cell {
    /// Index into the needs.
    var need: Int
    /// Seats that demand stays below with the wanted certainty.
    var wanted: Int
    /// Seats that there are anyway.
    var seats: Int
    /// Seats that others may take without any option.
    var free: Int
  }

  /// A place and stage.
  struct Spot {
    var place: Subject
    var stage: Stage
    var position: Point2?
    /// By year; nil where the place has no need, as when it is closed.
    var cells: [Cell?]
  }

  /// From one spot to another of its stage.
  struct Way {
    var from: Int
    var to: Int
    /// Walking metres; nil where a position is not known.
    var metres: Double?
  }

  /// An option with at least one year and one spot.
  struct Lever {
    /// Index into the options.
    var option: Int
    /// The first year in which it can take effect, as an index into the years.
    var first: Int
    var cost: Double
    /// Seats by spot, each spot once, none of them 0.
    var effects: [(spot: Int, seats: Int)]
    /// Pupils who may go.
    var borders: [(way: Way, pupils: Int)]

    /// Whether it takes no seats, so that nothing speaks for waiting but money.
    var onlyHelps: Bool { effects.allSatisfy { $0.seats > 0 } }
    /// Spots that it concerns.
    var spots: [Int] { effects.map(\.spot) + borders.flatMap { [$0.way.from, $0.way.to] } }
  }

  var years: [Int] = []
  var spots: [Spot] = []
  var levers: [Lever] = []
  /// Ways to where seats may become free.
  var ways: [Way] = []
  /// Levers of which one at most is taken.
  var groups: [[Int]] = []

  private struct Key: Hashable {
    var place: Subject
    var stage: Stage
  }

  init(
    _ needs: [InterventionChoice.Need], _ options: [InterventionChoice.Option],
    certainty: Double, reach: SeatReach?
  ) throws(ForecastError) {
    years = Set(needs.map(\.year)).sorted()
    let yearPlace = Dictionary(uniqueKeysWithValues: years.enumerated().map { ($1, $0) })
    var number: [Key: Int] = [:]
    for (index, need) in needs.enumerated() {
      guard let year = yearPlace[need.year] else { continue }
      let key = Key(place: need.place, stage: need.stage)
      let spot = number[key] ?? spots.count
      if number[key] == nil {
        number[key] = spot
        spots.append(
          Spot(
            place: need.place, stage: need.stage, position: reach?.positions[need.place],
            cells: Array(repeating: nil, count: years.count)))
      }
      guard spots[spot].cells[year] == nil else {
        throw ForecastError(
          reason: "\(need.place.id) has two needs of \(need.stage.rawValue) seats in \(need.year)")
      }
      let quantile = need.demand.quantile(below: certainty).rounded(.up)
      guard quantile >= 0, quantile < 1e12 else {
        throw ForecastError(
          reason: "the demand of \(need.place.id) in \(need.year) may be \(quantile); expected a "
            + "number from 0 to 1e12")
      }
      let wanted = Int(quantile)
      spots[spot].cells[year] = Cell(
        need: index, wanted: wanted, seats: need.seats,
        free: reach?.sharesFree == true ? max(0, need.seats - wanted) : 0)
    }
    try place(options, number, reach)
    try addLevers(options, number, yearPlace, reach)
    if let reach { try addWays(reach) }
  }

  /// Takes the positions that options say.
  private mutating func place(
    _ options: [InterventionChoice.Option], _ number: [Key: Int], _ reach: SeatReach?
  ) throws(ForecastError) {
    guard let reach else { return }
    var known = reach.positions
    for option in options {
      for effect in option.effects {
        guard let position = effect.position else { continue }
        guard known[effect.place] ?? position == position else {
          throw ForecastError(
            reason: "option \(option.id) puts \(effect.place.id) at \(position.x), \(position.y), "
              + "but it stands elsewhere already")
        }
        known[effect.place] = position
      }
    }
    for index in spots.indices { spots[index].position = known[spots[index].place] }
  }

  private mutating func addLevers(
    _ options: [InterventionChoice.Option], _ number: [Key: Int], _ yearPlace: [Int: Int],
    _ reach: SeatReach?
  ) throws(ForecastError) {
    var members: [String: [Int]] = [:]
    for (index, option) in options.enumerated() {
      guard let first = years.firstIndex(where: { $0 >= option.firstYear }) else { continue }
      var seats: [Int: Int] = [:]
      for effect in option.effects {
        guard let spot = number[Key(place: effect.place, stage: effect.stage)] else { continue }
        seats[spot, default: 0] += effect.seats
      }
      var borders: [(way: Way, pupils: Int)] = []
      for border in option.borders where border.pupils > 0 {
        guard let from = number[Key(place: border.from, stage: border.stage)],
          let to = number[Key(place: border.to, stage: border.stage)]
        else { continue }
        var way = Way(from: from, to: to)
        if let reach, let start = spots[from].position, let end = spots[to].position {
          way.metres = reach.way(start, end)
        }
        borders.append((way, border.pupils))
      }
      let effects = seats.filter { $0.value != 0 }.sorted { $0.key < $1.key }
        .map { (spot: $0.key, seats: $0.value) }
      // Nobody pays for fewer seats.
      guard effects.contains(where: { $0.seats > 0 }) || !borders.isEmpty else { continue }
      if !option.group.isEmpty { members[option.group, default: []].append(levers.count) }
      levers.append(
        Lever(
          option: index, first: first, cost: option.cost, effects: effects, borders: borders))
    }
    groups = members.sorted { $0.key < $1.key }.map(\.value).filter { $0.count > 1 }
  }

  private mutating func addWays(_ reach: SeatReach) throws(ForecastError) {
    var takes = spots.map { spot in spot.cells.contains { $0?.free ?? 0 > 0 } }
    for lever in levers {
      for effect in lever.effects where effect.seats > 0 { takes[effect.spot] = true }
    }
    for to in spots.indices where takes[to] {
      let stage = spots[to].stage
      guard let limit = reach.farthest[stage]?.value else {
        throw ForecastError(
          reason: "no limit is known of how far \(stage.rawValue) pupils may go; give a reach")
      }
      guard let end = spots[to].position else { continue }
      for from in spots.indices where from != to && spots[from].stage == stage {
        guard let start = spots[from].position else { continue }
        let metres = reach.way(start, end)
        if metres <= limit { ways.append(Way(from: from, to: to, metres: metres)) }
      }
    }
  }
}
