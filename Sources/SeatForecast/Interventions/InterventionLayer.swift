import Optimisation
import TwinModel

/// One stage and year of the levers and spots that depend on one another.
struct InterventionLayer {
  typealias Way = InterventionProblem.Way

  /// A place in this year.
  struct Place {
    var spot: Int
    var wanted: Int
    var seats: Int
    var free: Int
    /// Seats by lever, of levers that can be in force.
    var effects: [(lever: Int, seats: Int)] = []
    /// The fewest and the most seats that levers can add.
    var least = 0
    var most = 0

    /// Pupils over the seats that there are anyway; nobody else goes elsewhere, unless options take seats.
    var surplus: Int { max(0, wanted - seats) }
    /// The most pupils who may go elsewhere.
    var mostLeaving: Int { min(wanted, surplus - least) }

    /// Seats that others may take when levers add so many.
    func open(_ added: Int) -> Int { max(0, free + added) }
  }

  /// Pupils who may cross a border that moves.
  struct Border {
    var lever: Int
    /// Between places of the layer.
    var way: Way
    var pupils: Int
  }

  var stage: Stage
  /// Index into the years.
  var year: Int
  var places: [Place] = []
  /// Between places of the layer.
  var ways: [Way] = []
  var borders: [Border] = []

  /// The layer of levers and spots of a part; levers of later years do not count.
  init(
    _ problem: InterventionProblem, stage: Stage, year: Int, levers: [Int], spots: [Int],
    ways: [Way]
  ) {
    self.stage = stage
    self.year = year
    var number: [Int: Int] = [:]
    for spot in spots {
      guard let cell = problem.spots[spot].cells[year] else { continue }
      number[spot] = places.count
      places.append(
        Place(spot: spot, wanted: cell.wanted, seats: cell.seats, free: cell.free))
    }
    for lever in levers where problem.levers[lever].first <= year {
      for effect in problem.levers[lever].effects {
        guard let place = number[effect.spot] else { continue }
        places[place].effects.append((lever, effect.seats))
        if effect.seats < 0 {
          places[place].least += effect.seats
        } else {
          places[place].most += effect.seats
        }
      }
      for border in problem.levers[lever].borders {
        guard let from = number[border.way.from], let to = number[border.way.to] else { continue }
        let way = Way(from: from, to: to, metres: border.way.metres)
        borders.append(Border(lever: lever, way: way, pupils: border.pupils))
      }
    }
    for way in ways {
      guard let from = number[way.from], let to = number[way.to] else { continue }
      let (start, end) = (places[from], places[to])
      // Only who may run short of seats at home goes, and only to where seats may come free.
      guard end.open(end.most) > 0, start.mostLeaving > 0 else { continue }
      self.ways.append(Way(from: from, to: to, metres: way.metres))
    }
  }

  /// Whether nothing can run short, whatever is taken.
  var isQuiet: Bool { places.allSatisfy { $0.wanted <= $0.seats + $0.least } }

  /// What is in force.
  struct Force {
    /// Seats that levers add, less those that they take, by place.
    var added: [Int]
    /// Seats that levers take, by place.
    var taken: [Int]
    /// Whether each border has moved.
    var borders: [Bool]
  }

  /// What the levers in force do.
  func force(_ isInForce: (Int) -> Bool) -> Force {
    let own = places.map { place in
      place.effects.filter { isInForce($0.lever) }.map(\.seats)
    }
    return Force(
      added: own.map { $0.reduce(0, +) }, taken: own.map { -$0.reduce(0) { $0 + min(0, $1) } },
      borders: borders.map { isInForce($0.lever) })
  }

  /// Where pupils go when it is known what is in force.
  struct Flow {
    /// Pupils without a seat, and seats below none, by place.
    var missing: [Int]
    /// Pupils by way, in the order of the layer.
    var ways: [Int]
    /// Pupils by border.
    var borders: [Int]

    var total: Int { missing.reduce(0, +) }
  }

  /// The flow with the fewest missing seats and, where it is asked for, the fewest metres.
  func flow(
    _ force: Force, byMetres: Bool = false
  ) throws(ForecastError) -> Flow {
    let count = places.count
    let total = places.reduce(0) { $0 + $1.wanted }
    let added = force.added
    // Pupils, then the seats of each place, then those of them that others may take, then pupils who
    // may go elsewhere, then the end.
    var network = MinimumCostFlow(
      supply: places.map { Int64($0.wanted) } + Array(repeating: 0, count: 3 * count)
        + [-Int64(total)])
    let (leaving, end) = (3 * count, 4 * count)
    let all = ways + borders.map(\.way)
    let open = zip(places, added).map { $0.open($1) }
    // A way costs its metres and one more, so that nobody goes for nothing.
    let costs = all.map { byMetres ? Int64(($0.metres ?? 0).rounded()) + 1 : 0 }
    let unplaced = ((costs.max() ?? 0) + 1) * Int64(count + 1)
    for (from, cost) in zip(ways, costs) {
      network.addArc(
        from: leaving + from.from, to: 2 * count + from.to,
        capacity: open[from.to] > 0 ? Int64(places[from.from].wanted) : 0, cost: cost)
    }
    for (index, border) in borders.enumerated() {
      network.addArc(
        from: leaving + border.way.from, to: count + border.way.to,
        capacity: force.borders[index] ? Int64(border.pupils) : 0, cost: costs[ways.count + index])
    }
    for (index, place) in places.enumerated() {
      let seats = place.seats + added[index]
      network.addArc(from: index, to: count + index, capacity: Int64(place.wanted), cost: 0)
      network.addArc(
        from: count + index, to: end, capacity: Int64(max(0, seats)), cost: 0)
      network.addArc(
        from: 2 * count + index, to: count + index, capacity: Int64(open[index]), cost: 0)
      network.addArc(from: index, to: end, capacity: Int64(place.wanted), cost: unplaced)
      network.addArc(
        from: index, to: leaving + index, capacity: Int64(place.surplus + force.taken[index]),
        cost: 0)
    }
    let answer: MinimumCostFlow.Answer
    do { answer = try network.solve() } catch {
      throw ForecastError(reason: "the moves to new seats cannot be found: \(error)")
    }
    guard case .optimal(let optimum) = answer else {
      throw ForecastError(reason: "the moves to new seats cannot be found")
    }
    let flow = optimum.flow.map(Int.init)
    return Flow(
      missing: places.indices.map { index in
        flow[all.count + 5 * index + 3] + max(0, -(places[index].seats + added[index]))
      },
      ways: Array(flow[..<ways.count]), borders: Array(flow[ways.count..<all.count]))
  }

  /// The fewest seats that can be missing at all: with every lever that helps, and none that takes.
  func leastMissing() throws(ForecastError) -> Int {
    let force = Force(
      added: places.map(\.most), taken: places.map { -$0.least },
      borders: borders.map { _ in true })
    return try flow(force).total
  }
}
