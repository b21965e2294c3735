import Optimisation

/// The search for the levers of a part: fewest missing seats, then money, then the latest years.
struct InterventionSearch {
  let problem: InterventionProblem
  let part: InterventionPart
  /// Nodes of each search; by the size of the program when nil.
  let nodeLimit: Int?

  /// What was found.
  struct Answer {
    /// Start years by lever, as indices.
    var chosen: [Int: Int] = [:]
    var missing = 0
    /// No choice leaves fewer missing.
    var missingBound = 0
    /// No choice that leaves no more missing costs less.
    var costBound = 0.0
    var isProven = true
  }

  /// Missing seats by layer.
  private func missing(_ chosen: [Int: Int]) throws(ForecastError) -> [Int] {
    var found: [Int] = []
    for layer in part.layers {
      found.append(try Self.flow(layer, chosen).total)
    }
    return found
  }

  /// The flow of a layer.
  static func flow(
    _ layer: InterventionLayer, _ chosen: [Int: Int], byMetres: Bool = false
  ) throws(ForecastError) -> InterventionLayer.Flow {
    func isInForce(_ lever: Int) -> Bool { chosen[lever].map { $0 <= layer.year } ?? false }
    return try layer.flow(layer.force(isInForce), byMetres: byMetres)
  }

  private func cost(_ chosen: [Int: Int]) -> Double {
    chosen.keys.sorted().reduce(0) { $0 + problem.levers[$1].cost }
  }

  /// Searches.
  func run() throws(ForecastError) -> Answer {
    guard !part.layers.isEmpty else { return Answer() }
    guard !part.levers.isEmpty else {
      let missing = try missing([:]).reduce(0, +)
      return Answer(missing: missing, missingBound: missing)
    }
    var answer = Answer()
    var least: [Int] = []
    for layer in part.layers { least.append(try layer.leastMissing()) }
    try fewestMissing(&answer, least)
    try leastCost(&answer, least)
    // What costs something and is not needed is in no proven answer.
    if !answer.isProven || answer.chosen.keys.contains(where: { problem.levers[$0].cost == 0 }) {
      answer.chosen = try withoutIdle(answer.chosen, missing: answer.missing)
    }
    answer.costBound =
      answer.isProven ? cost(answer.chosen) : min(answer.costBound, cost(answer.chosen))
    try latest(&answer, least)
    return answer
  }

  /// The years that a lever may start in when waiting is worth nothing: the first, unless it takes seats.
  private func earliest() -> [Int: [Int]] {
    Dictionary(
      uniqueKeysWithValues: part.levers.map { lever in
        let item = problem.levers[lever]
        return (lever, item.onlyHelps ? [item.first] : Array(item.first..<problem.years.count))
      })
  }

  // MARK: - Seats

  private func fewestMissing(_ answer: inout Answer, _ least: [Int]) throws(ForecastError) {
    let bound = least.reduce(0, +)
    answer.chosen = allThatHelp()
    answer.missing = try missing(answer.chosen).reduce(0, +)
    answer.missingBound = bound
    guard answer.missing > bound else { return }
    let program = InterventionProgram(
      part: part, layers: part.layers, starts: earliest(), limit: .none, slackCost: 1
    ) { _, _ in 0 }
    let solution = try solve(program, start: answer.chosen)
    if !solution.values.isEmpty {
      let chosen = program.chosen(solution.values)
      let found = try missing(chosen).reduce(0, +)
      if found < answer.missing { (answer.chosen, answer.missing) = (chosen, found) }
    }
    // Seats are whole, whatever the solver leaves off; without a solution its bound says nothing.
    if !solution.values.isEmpty {
      let proven = (max(0, solution.bound) - 1e-6 * max(1, solution.bound)).rounded(.up)
      answer.missingBound = min(answer.missing, max(bound, Int(proven)))
    }
    answer.isProven = answer.missingBound == answer.missing
  }

  /// Every lever that only helps, from its first year on; of a group the one with the most seats.
  private func allThatHelp() -> [Int: Int] {
    func size(_ lever: Int) -> Int {
      problem.levers[lever].effects.reduce(0) { $0 + $1.seats }
        + problem.levers[lever].borders.reduce(0) { $0 + $1.pupils }
    }
    var taken = Set(part.levers.filter { problem.levers[$0].onlyHelps })
    for group in part.groups {
      let best = group.filter(taken.contains).max { (size($0), $1) < (size($1), $0) }
      taken.subtract(group)
      if let best { taken.insert(best) }
    }
    return Dictionary(uniqueKeysWithValues: taken.map { ($0, problem.levers[$0].first) })
  }

  // MARK: - Money

  /// The levers without those that are not needed, the dearest left out first.
  private func withoutIdle(
    _ chosen: [Int: Int], missing most: Int
  ) throws(ForecastError) -> [Int: Int] {
    var chosen = chosen
    let order = chosen.keys.sorted {
      (-problem.levers[$0].cost, $0) < (-problem.levers[$1].cost, $1)
    }
    var known = try missing(chosen)
    for lever in order {
      var fewer = chosen
      fewer[lever] = nil
      let stages = Set(problem.levers[lever].spots.map { problem.spots[$0].stage })
      var next = known
      for (index, layer) in part.layers.enumerated() where stages.contains(layer.stage) {
        next[index] = try Self.flow(layer, fewer).total
        if next.reduce(0, +) > most { break }
      }
      if next.reduce(0, +) <= most { (chosen, known) = (fewer, next) }
    }
    return chosen
  }

  private func leastCost(_ answer: inout Answer, _ least: [Int]) throws(ForecastError) {
    let known = cost(answer.chosen)
    guard known > 0 else { return }
    let each = try missing(answer.chosen)
    let unit = Self.unit(part.levers.map { problem.levers[$0].cost })
    let (layers, limit): ([InterventionLayer], InterventionProgram.Limit)
    // Where every layer is as good as it can be, no other layer can make up for it.
    if each == least {
      let kept = part.layers.indices.filter { !isImplied($0, each) }
      (layers, limit) = (kept.map { part.layers[$0] }, .each(kept.map { each[$0] }))
    } else {
      (layers, limit) = (part.layers, .total(answer.missing))
    }
    let program = InterventionProgram(
      part: part, layers: layers, starts: earliest(), limit: limit
    ) { lever, _ in problem.levers[lever].cost / unit }
    let solution = try solve(program, start: answer.chosen)
    if !solution.values.isEmpty {
      let chosen = program.chosen(solution.values)
      // The solver's tolerance is no proof that seats suffice.
      let found = try missing(chosen).reduce(0, +)
      if (found, cost(chosen)) < (answer.missing, known) {
        (answer.chosen, answer.missing) = (chosen, found)
      }
    }
    let best = cost(answer.chosen)
    answer.costBound = solution.values.isEmpty ? 0 : max(0, min(best, solution.bound * unit))
    if !(solution.status == .optimal && best <= answer.costBound * (1 + 1e-9)) {
      answer.isProven = false
    }
  }

  /// What costs are multiples of, so that a program in whole numbers is proven sooner.
  static func unit(_ costs: [Double]) -> Double {
    var common = 0
    for cost in costs where cost > 0 {
      guard cost == cost.rounded(), cost < 1e15 else { return max(1e-6, (costs.max() ?? 1) / 1000) }
      var (large, small) = (Int(cost), common)
      while small != 0 { (large, small) = (small, large % small) }
      common = large
    }
    return Double(max(common, 1))
  }

  /// Whether another layer that nothing is missing in asks for at least as much with at most the same.
  private func isImplied(_ index: Int, _ missing: [Int]) -> Bool {
    let layer = part.layers[index]
    guard missing[index] == 0 else { return false }
    return part.layers.indices.contains { other in
      let harder = part.layers[other]
      guard other != index, missing[other] == 0, harder.stage == layer.stage,
        harder.places.map(\.spot) == layer.places.map(\.spot),
        part.levers.allSatisfy({ lever in
          let item = problem.levers[lever]
          return item.onlyHelps && (item.first <= layer.year || item.first > harder.year)
        })
      else { return false }
      let pairs = zip(layer.places, harder.places)
      guard pairs.allSatisfy({ $0.wanted <= $1.wanted && $0.seats >= $1.seats }) else {
        return false
      }
      // Of two alike the later one is kept.
      let isAlike = pairs.allSatisfy { $0.wanted == $1.wanted && $0.seats == $1.seats }
      return !isAlike || harder.year > layer.year
    }
  }

  // MARK: - Years

  /// Variables up to which other sets of the same cost are looked at for later years, too.
  private static let smallProgram = 400

  /// Starts the levers as late as can be, the dearest before all.
  private func latest(_ answer: inout Answer, _ least: [Int]) throws(ForecastError) {
    guard !answer.chosen.isEmpty, problem.years.count > 1 else { return }
    let last = problem.years.count
    let variables = part.levers.reduce(0) { $0 + last - problem.levers[$1].first }
    let isSmall = answer.isProven && variables <= Self.smallProgram
    var starts: [Int: [Int]] = [:]
    for lever in part.levers where isSmall || answer.chosen[lever] != nil {
      starts[lever] = Array(problem.levers[lever].first..<last)
    }
    let each = try missing(answer.chosen)
    let unit = max(1e-9, part.levers.map { problem.levers[$0].cost }.max() ?? 1)
    let program = InterventionProgram(
      part: part, layers: part.layers, starts: starts,
      limit: each == least ? .each(each) : .total(answer.missing),
      budget: (cost(answer.chosen) / unit, { problem.levers[$0].cost / unit })
    ) { lever, year in
      // A little for levers without cost.
      (problem.levers[lever].cost / unit + 1e-4) * Double(last - year)
    }
    let solution = try solve(program, start: answer.chosen)
    guard !solution.values.isEmpty else { return }
    let chosen = program.chosen(solution.values)
    let known = cost(answer.chosen)
    guard cost(chosen) <= known * (1 + 1e-12), try missing(chosen).reduce(0, +) <= answer.missing
    else { return }
    answer.chosen = chosen
  }

  private func solve(
    _ program: InterventionProgram, start: [Int: Int]
  ) throws(ForecastError) -> MixedIntegerSolution {
    let size = program.program.variables.count + program.program.rows.count
    do {
      return try program.program.solve(
        nodeLimit: nodeLimit ?? max(500, 15_000_000 / max(1, size)), start: program.values(start))
    } catch { throw ForecastError(reason: "the interventions cannot be chosen: \(error)") }
  }
}
