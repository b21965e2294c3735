public import TwinModel

/// The cheapest set of interventions that keeps the probability of a shortage of seats under a bound.
///
/// Every place (a school or district), stage and year needs as many seats as demand stays below with the
/// wanted certainty. An option adds or takes seats at places from its first year on (an expansion, a new
/// school), or moves a border, so that pupils of one place belong to another. With a reach, pupils of
/// places around take the seats that options add. Which options are taken, and when, is a mixed-integer
/// program; fewest missing seats come first, then money, then metres.
public struct InterventionChoice: Hashable, Sendable {
  /// Demand and seats of a place without any option.
  public struct Need: Hashable, Sendable {
    /// The school or district.
    public var place: Subject
    /// The stage.
    public var stage: Stage
    /// The school year.
    public var year: Int
    /// The demand, with its interval.
    public var demand: Estimate
    /// Seats that there are anyway.
    public var seats: Int

    /// Creates a need.
    public init(place: Subject, stage: Stage, year: Int, demand: Estimate, seats: Int) {
      self.place = place
      self.stage = stage
      self.year = year
      self.demand = demand
      self.seats = seats
    }
  }

  /// What to do, by year, then option.
  public private(set) var steps: [Step] = []
  /// What it costs.
  public private(set) var cost = 0.0
  /// No set costs less than this and leaves no more missing.
  public private(set) var costBound = 0.0
  /// Whether it is proven that no set is better, in missing seats and in cost.
  public private(set) var isProven = true
  /// Where the options do not suffice.
  public private(set) var missing: [Missing] = []
  /// No set leaves fewer seats missing than this, in all places, stages and years together.
  public private(set) var missingBound = 0
  /// Who takes seats elsewhere, by year, stage and place.
  public private(set) var moves: [Move] = []
  /// The probability of a shortage before and after, where it is above the bound before or stays so.
  public private(set) var risks: [Risk] = []

  /// Finds the cheapest set.
  ///
  /// As few seats as possible stay missing before any money counts. Options then start as late as can be,
  /// and in small programs the one of equal sets is taken that builds latest. Who goes where is last of
  /// all the flow with the fewest metres. Only pupils over the seats that a place has anyway, or whose
  /// seats an option takes, go elsewhere, and nobody moves twice.
  /// - Parameters:
  ///   - needs: Demand and seats by place, stage and year.
  ///   - options: What can be done.
  ///   - probability: The bound of the shortage probability (%), over 0 to 50.
  ///   - reach: Who may take seats elsewhere; nil for nobody but those whose border moves.
  ///   - nodeLimit: Nodes of each search, of which there are up to three for each group of places and
  ///     options that depend on one another; fewer for larger programs when nil. The same limit gives the same
  ///     answer everywhere.
  /// - Throws: ``ForecastError`` for numbers out of range, an option or need that stands there twice, a
  ///   stage of unknown reach, and a program that the solver refuses.
  public init(
    needs: [Need], options: [Option], shortageProbabilityBelow probability: Double,
    reach: SeatReach? = nil, nodeLimit: Int? = nil
  ) throws(ForecastError) {
    try Self.check(needs, options, probability)
    if let fault = reach?.fault { throw fault }
    let problem = try InterventionProblem(
      needs, options, certainty: 1 - probability / 100, reach: reach)
    var found: [Shortage] = []
    for part in InterventionPart.parts(of: problem) {
      let answer = try InterventionSearch(
        problem: problem, part: part, nodeLimit: nodeLimit
      ).run()
      isProven = isProven && answer.isProven
      costBound += answer.costBound
      missingBound += answer.missingBound
      for (lever, year) in answer.chosen.sorted(by: { $0.key < $1.key }) {
        let option = options[problem.levers[lever].option]
        steps.append(Step(option: option.id, year: problem.years[year]))
        cost += option.cost
      }
      for layer in part.layers {
        found += try shortages(
          layer, answer.chosen, problem: problem, needs: needs, options: options)
      }
    }
    steps.sort { ($0.year, $0.option) < ($1.year, $1.option) }
    missing = found.sorted { $0.need < $1.need }.compactMap(\.missing)
    risks = found.sorted { $0.need < $1.need }.map(\.risk)
    moves.sort {
      ($0.year, $0.stage, $0.from, $0.to, $0.border ?? "")
        < ($1.year, $1.stage, $1.from, $1.to, $1.border ?? "")
    }
    costBound = isProven ? cost : min(cost, costBound)
  }

  /// The share of the cost that is not proven, from 0 to 1.
  public var costGap: Double { cost > costBound ? (cost - costBound) / cost : 0 }

  private struct Shortage {
    var need: Int
    var missing: Missing?
    var risk: Risk
  }

  /// Adds the moves of one stage and year, and says what is short before and after.
  private mutating func shortages(
    _ layer: InterventionLayer, _ chosen: [Int: Int], problem: InterventionProblem,
    needs: [Need], options: [Option]
  ) throws(ForecastError) -> [Shortage] {
    let flow = try InterventionSearch.flow(layer, chosen, byMetres: true)
    let force = layer.force { chosen[$0].map { $0 <= layer.year } ?? false }
    var seats = zip(layer.places, force.added).map { max(0, $0.seats + $1) }
    let ways = zip(layer.ways, flow.ways).map { ($0, $1, String?.none) }
    let borders = zip(layer.borders, flow.borders).map { border, pupils in
      (border.way, pupils, String?.some(options[problem.levers[border.lever].option].id))
    }
    for (way, pupils, border) in ways + borders where pupils > 0 {
      moves.append(
        Move(
          from: problem.spots[layer.places[way.from].spot].place,
          to: problem.spots[layer.places[way.to].spot].place, stage: layer.stage,
          year: problem.years[layer.year], pupils: pupils, way: way.metres.map { Metres($0) },
          border: border))
      seats[way.from] += pupils
      seats[way.to] -= pupils
    }
    return layer.places.enumerated().compactMap { index, place in
      let short = flow.missing[index]
      guard let cell = problem.spots[place.spot].cells[layer.year],
        short > 0 || place.wanted > place.seats
      else { return nil }
      let need = needs[cell.need]
      return Shortage(
        need: cell.need,
        missing: short > 0
          ? Missing(place: need.place, stage: need.stage, year: need.year, seats: short) : nil,
        risk: Risk(
          place: need.place, stage: need.stage, year: need.year,
          before: need.demand.shortageProbability(supply: need.seats),
          after: need.demand.shortageProbability(supply: seats[index])))
    }
  }

  private static func check(
    _ needs: [Need], _ options: [Option], _ probability: Double
  ) throws(ForecastError) {
    guard probability > 0, probability <= 50 else {
      throw ForecastError(
        reason: "the bound of the shortage probability is \(probability) %, but must be over 0 "
          + "and at most 50 %")
    }
    var seen = Set<String>()
    for option in options {
      guard seen.insert(option.id).inserted else {
        throw ForecastError(reason: "the option \(option.id) stands there twice")
      }
      guard option.cost >= 0, option.cost < 1e12,
        option.effects.allSatisfy({ abs($0.seats) <= 1_000_000 }),
        option.borders.allSatisfy({ (0...1_000_000).contains($0.pupils) })
      else {
        throw ForecastError(
          reason: "the option \(option.id) needs a cost from 0 to 1e12 and at most 1000000 seats")
      }
      for border in option.borders where border.from == border.to {
        throw ForecastError(
          reason: "the option \(option.id) moves a border from \(border.from.id) to itself")
      }
    }
    for need in needs {
      guard need.demand.value >= 0, need.demand.value < 1e9,
        (0...1_000_000_000).contains(need.seats)
      else {
        throw ForecastError(
          reason:
            "\(need.place.id) has a demand of \(need.demand.value) and \(need.seats) seats in "
            + "\(need.year); expected numbers from 0 to a billion")
      }
    }
  }
}
