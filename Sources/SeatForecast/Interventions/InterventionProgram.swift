import Optimisation

/// The mixed-integer program of a part: when each lever starts, and who goes where in every layer.
///
/// Flows need not be whole: where it is fixed what is in force, the rest is a network.
struct InterventionProgram {
  typealias Term = MixedIntegerProgram.Term

  /// How many seats may be missing.
  enum Limit {
    case none
    /// In all layers together.
    case total(Int)
    /// In each layer.
    case each([Int])
  }

  private(set) var program = MixedIntegerProgram()
  /// Start years and their variables, by lever of the problem.
  private(set) var columns: [Int: [(year: Int, variable: Int)]] = [:]
  /// Variables that close a place to others, with what makes them 1.
  private var closings: [(variable: Int, layer: InterventionLayer, place: Int)] = []
  private var slacks: [Int] = []

  /// Builds the program.
  ///
  /// - Parameters:
  ///   - part: The levers and groups.
  ///   - layers: The layers that count.
  ///   - starts: The years in which each lever may start.
  ///   - limit: How many seats may be missing.
  ///   - slackCost: The price of a missing seat.
  ///   - budget: What may be spent, and what levers cost of it; nil where nothing is bounded.
  ///   - cost: The price of a lever that starts in a year.
  init(
    part: InterventionPart, layers: [InterventionLayer], starts: [Int: [Int]],
    limit: Limit, slackCost: Double = 0,
    budget: (most: Double, cost: (_ lever: Int) -> Double)? = nil,
    cost: (_ lever: Int, _ year: Int) -> Double
  ) {
    for lever in part.levers {
      let own = (starts[lever] ?? []).map { year in
        (year: year, variable: add(.binary(cost: cost(lever, year))))
      }
      columns[lever] = own
      if own.count > 1 { program.rows.append(.init(own.map { Term($0.variable, 1) }, upper: 1)) }
    }
    for group in part.groups {
      let members = group.flatMap { columns[$0] ?? [] }.map { Term($0.variable, 1) }
      if members.count > 1 { program.rows.append(.init(members, upper: 1)) }
    }
    if let budget {
      let terms = part.levers.flatMap { lever in
        (columns[lever] ?? []).map { Term($0.variable, budget.cost(lever)) }
      }
      program.rows.append(.init(terms, upper: budget.most + 1e-9))
    }
    for (index, layer) in layers.enumerated() {
      var most: Int?
      if case .each(let limits) = limit { most = limits[index] }
      add(layer, most: most, slackCost: slackCost)
    }
    if case .total(let most) = limit {
      program.rows.append(.init(slacks.map { Term($0, 1) }, upper: Double(most)))
    }
  }

  private mutating func add(_ variable: MixedIntegerProgram.Variable) -> Int {
    program.variables.append(variable)
    return program.variables.count - 1
  }

  /// The variables of a lever that have it in force in a year, each with a weight.
  private func inForce(_ lever: Int, _ year: Int, _ weight: Int) -> [Term] {
    (columns[lever] ?? []).filter { $0.year <= year }.map { Term($0.variable, Double(weight)) }
  }

  // MARK: - A layer

  private mutating func add(_ layer: InterventionLayer, most: Int?, slackCost: Double) {
    let count = layer.places.count
    var outward = [[Term]](repeating: [], count: count)
    var inward = outward
    var taken = outward
    for way in layer.ways {
      let end = layer.places[way.to]
      let bound = min(layer.places[way.from].mostLeaving, end.open(end.most))
      let flow = add(.init(cost: 0, upper: Double(bound)))
      outward[way.from].append(Term(flow, 1))
      inward[way.to].append(Term(flow, -1))
      taken[way.to].append(Term(flow, 1))
      addLink(layer, flow, to: end, atMost: bound)
    }
    for border in layer.borders {
      let from = border.way.from
      let bound = min(layer.places[from].mostLeaving, border.pupils)
      let flow = add(.init(cost: 0, upper: Double(bound)))
      outward[from].append(Term(flow, 1))
      inward[border.way.to].append(Term(flow, -1))
      program.rows.append(
        .init([Term(flow, 1)] + inForce(border.lever, layer.year, -bound), upper: 0))
    }
    var slack = [Int?](repeating: nil, count: count)
    for (index, place) in layer.places.enumerated() {
      let short = place.wanted - place.seats - place.least
      if short > 0, most != 0 {
        let variable = add(.init(cost: slackCost, upper: Double(short)))
        slack[index] = variable
        slacks.append(variable)
      }
      let seats = place.effects.flatMap { inForce($0.lever, layer.year, $0.seats) }
      if short > 0 || !inward[index].isEmpty {
        program.rows.append(
          .init(
            seats + outward[index] + inward[index] + (slack[index].map { [Term($0, 1)] } ?? []),
            lower: Double(place.wanted - place.seats)))
      }
      if !outward[index].isEmpty, !inward[index].isEmpty || place.least < 0 {
        let taken = place.effects.filter { $0.seats < 0 }
          .flatMap { inForce($0.lever, layer.year, $0.seats) }
        program.rows.append(.init(outward[index] + taken, upper: Double(place.surplus)))
        // Seats below none are missing, but nobody can leave because of them.
        if place.least < 0 {
          program.rows.append(.init(outward[index], upper: Double(place.wanted)))
        }
      }
      if !taken[index].isEmpty { close(layer, index, seats: seats, taken: taken[index]) }
    }
    if let most, most > 0 {
      program.rows.append(.init(slack.compactMap { $0 }.map { Term($0, 1) }, upper: Double(most)))
    }
    addReliefRows(layer, slack)
  }

  /// Bounds one way by the levers at its end, each for no more than the way can carry: a large school
  /// would else look as if a part of it could be built for a few pupils.
  private mutating func addLink(
    _ layer: InterventionLayer, _ flow: Int, to end: InterventionLayer.Place, atMost bound: Int
  ) {
    guard end.free < bound else { return }
    let seats = end.effects.filter { $0.seats > 0 }.flatMap {
      inForce($0.lever, layer.year, -min($0.seats, bound))
    }
    program.rows.append(.init([Term(flow, 1)] + seats, upper: Double(end.free)))
  }

  /// Others take no more seats than are open to them: `max(0, free + added)`.
  private mutating func close(
    _ layer: InterventionLayer, _ index: Int, seats: [Term], taken: [Term]
  ) {
    let place = layer.places[index]
    var row = taken + seats.map { Term($0.variable, -$0.weight) }
    if place.free + place.least < 0 {
      let closed = add(.binary(cost: 0))
      closings.append((closed, layer, index))
      row.append(Term(closed, Double(place.free + place.least)))
      let most = Double(place.open(place.most))
      program.rows.append(.init(taken + [Term(closed, most)], upper: most))
    }
    program.rows.append(.init(row, upper: Double(place.free)))
  }

  // MARK: - Rows without flows

  /// Adds what sums of the rows imply for one place that runs short, and for all that do.
  ///
  /// It is the seats that levers add at home and wherever its pupils may go. These rows say nothing new,
  /// but whole levers can be read off them, which makes bounds better.
  private mutating func addReliefRows(_ layer: InterventionLayer, _ slack: [Int?]) {
    let short = layer.places.indices.filter {
      layer.places[$0].wanted > layer.places[$0].seats
    }
    for place in short { addReliefRow(layer, [place], slack) }
    if short.count > 1 { addReliefRow(layer, Set(short), slack) }
  }

  private mutating func addReliefRow(
    _ layer: InterventionLayer, _ inside: Set<Int>, _ slack: [Int?]
  ) {
    var weights: [Int: Int] = [:]
    var lower = 0
    var terms: [Term] = []
    for index in inside.sorted() {
      let place = layer.places[index]
      lower += place.wanted - place.seats
      for effect in place.effects { weights[effect.lever, default: 0] += effect.seats }
      if let slack = slack[index] { terms.append(Term(slack, 1)) }
    }
    let reached = Set(
      layer.ways.filter { inside.contains($0.from) && !inside.contains($0.to) }.map(\.to))
    for index in reached.sorted() {
      lower -= layer.places[index].free
      for effect in layer.places[index].effects where effect.seats > 0 {
        weights[effect.lever, default: 0] += effect.seats
      }
    }
    for border in layer.borders
    where inside.contains(border.way.from) && !inside.contains(border.way.to) {
      weights[border.lever, default: 0] += border.pupils
    }
    guard lower > 0 else { return }
    let isTight = terms.isEmpty && weights.values.allSatisfy { $0 >= 0 }
    for (lever, weight) in weights.sorted(by: { $0.key < $1.key }) where weight != 0 {
      terms += inForce(lever, layer.year, isTight ? min(weight, lower) : weight)
    }
    program.rows.append(.init(terms, lower: Double(lower)))
  }

  // MARK: - Answers

  /// Values of all variables for known start years; flows and missing seats are left to the solver.
  func values(_ chosen: [Int: Int]) -> [Double] {
    var values = [Double](repeating: 0, count: program.variables.count)
    for (lever, own) in columns {
      for column in own where chosen[lever] == column.year { values[column.variable] = 1 }
    }
    for closing in closings {
      let place = closing.layer.places[closing.place]
      let added = place.effects.reduce(0) { sum, effect in
        chosen[effect.lever].map { $0 <= closing.layer.year } ?? false ? sum + effect.seats : sum
      }
      values[closing.variable] = place.free + added < 0 ? 1 : 0
    }
    return values
  }

  /// Start years by lever.
  func chosen(_ values: [Double]) -> [Int: Int] {
    var chosen: [Int: Int] = [:]
    for (lever, own) in columns {
      for column in own where values[column.variable] > 0.5 { chosen[lever] = column.year }
    }
    return chosen
  }
}
