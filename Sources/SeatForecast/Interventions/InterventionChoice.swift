import Foundation
import Optimisation
public import TwinModel

/// The cheapest set of interventions that keeps the probability of a shortage of seats under a bound.
///
/// Every place (a school or district), stage and year needs as many seats as demand stays below with the
/// wanted certainty. An option adds or takes seats at places from its first year on: an expansion, a new
/// school (with the relief that it brings its neighbours), a boundary moved (seats taken from one
/// demand's view and given to another's). Which options are taken, and when, is a mixed-integer program.
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

  /// Something that can be done, once at most.
  public struct Option: Hashable, Sendable {
    /// Seats that come to a place (or go, below 0) in a stage.
    public struct Effect: Hashable, Sendable {
      /// The school or district.
      public var place: Subject
      /// The stage.
      public var stage: Stage
      /// Seats more; below 0 for fewer.
      public var seats: Int

      /// Creates an effect.
      public init(_ place: Subject, _ stage: Stage, seats: Int) {
        self.place = place
        self.stage = stage
        self.seats = seats
      }
    }

    /// The option's id.
    public var id: String
    /// What it costs, in whatever money the list uses; 0 or more.
    public var cost: Double
    /// The first year in which it can take effect.
    public var firstYear: Int
    /// What it does.
    public var effects: [Effect]
    /// At most one option of a group is taken; empty for none.
    public var group: String

    /// Creates an option.
    public init(
      id: String, cost: Double, firstYear: Int, effects: [Effect], group: String = ""
    ) {
      self.id = id
      self.cost = cost
      self.firstYear = firstYear
      self.effects = effects
      self.group = group
    }
  }

  /// An option that is taken, with the year that it takes effect in.
  public struct Step: Hashable, Sendable {
    /// The option.
    public var option: String
    /// The year.
    public var year: Int

    /// Creates a step.
    public init(option: String, year: Int) {
      self.option = option
      self.year = year
    }
  }

  /// Seats that are missing whatever is done.
  public struct Missing: Hashable, Sendable {
    /// The school or district.
    public var place: Subject
    /// The stage.
    public var stage: Stage
    /// The year.
    public var year: Int
    /// Seats.
    public var seats: Int

    /// Creates a shortage.
    public init(place: Subject, stage: Stage, year: Int, seats: Int) {
      self.place = place
      self.stage = stage
      self.year = year
      self.seats = seats
    }
  }

  /// What to do, by year, then option.
  public var steps: [Step]
  /// What it costs.
  public var cost: Double
  /// No set costs less than this and leaves no more missing.
  public var costBound: Double
  /// Whether it is proven that no set is better.
  public var isProven: Bool
  /// Where the options do not suffice.
  public var missing: [Missing]

  /// Finds the cheapest set.
  ///
  /// Waiting is worth a little: of equal sets the one that builds later is taken. Where the options do
  /// not suffice, as few seats as possible stay missing before any money counts.
  /// - Parameters:
  ///   - needs: Demand and seats by place, stage and year.
  ///   - options: What can be done.
  ///   - probability: The bound of the shortage probability (%), over 0 to 50.
  ///   - nodeLimit: Nodes of search; the same limit gives the same answer everywhere.
  /// - Throws: ``ForecastError`` for numbers out of range, an option that stands there twice, and a
  ///   program that the solver refuses.
  public init(
    needs: [Need], options: [Option], shortageProbabilityBelow probability: Double,
    nodeLimit: Int = 100_000
  ) throws(ForecastError) {
    try Self.check(needs, options, probability)
    let years = Set(needs.map(\.year)).sorted()
    let most = options.reduce(0) { $0 + $1.cost }
    // Money never outweighs a seat; a year of waiting is worth a millionth of what is built.
    let shortage = most + 1
    var program = MixedIntegerProgram()
    var columns: [[(year: Int, variable: Int)]] = []
    for option in options {
      columns.append(
        years.filter { $0 >= option.firstYear }.map { year in
          let wait = Double(years.firstIndex(of: year) ?? 0) / Double(max(years.count, 1))
          program.variables.append(.binary(cost: option.cost * (1 - 1e-6 * wait)))
          return (year, program.variables.count - 1)
        })
      program.rows.append(
        .init((columns.last ?? []).map { .init($0.variable, 1) }, upper: 1))
    }
    for group in Set(options.map(\.group)).sorted() where !group.isEmpty {
      let members = options.indices.filter { options[$0].group == group }
      program.rows.append(
        .init(members.flatMap { columns[$0].map { .init($0.variable, 1) } }, upper: 1))
    }
    var slacks: [Int] = []
    for need in needs {
      var terms: [MixedIntegerProgram.Term] = []
      for (index, option) in options.enumerated() {
        let seats = option.effects.filter { $0.place == need.place && $0.stage == need.stage }
          .reduce(0) { $0 + $1.seats }
        guard seats != 0 else { continue }
        for column in columns[index] where column.year <= need.year {
          terms.append(.init(column.variable, Double(seats)))
        }
      }
      program.variables.append(
        .init(cost: shortage, lower: 0, upper: .infinity, isInteger: false))
      slacks.append(program.variables.count - 1)
      terms.append(.init(program.variables.count - 1, 1))
      let wanted = need.demand.quantile(below: 1 - probability / 100).rounded(.up)
      program.rows.append(.init(terms, lower: wanted - Double(need.seats)))
    }
    let solution: MixedIntegerSolution
    do { solution = try program.solve(nodeLimit: nodeLimit) } catch {
      throw ForecastError(reason: "the interventions cannot be chosen: \(error)")
    }
    guard solution.values.count == program.variables.count else {
      throw ForecastError(
        reason: "no set of interventions was found within \(nodeLimit) nodes; allow more")
    }
    var steps: [Step] = []
    var cost = 0.0
    for (index, option) in options.enumerated() {
      for column in columns[index] where solution.values[column.variable] > 0.5 {
        steps.append(Step(option: option.id, year: column.year))
        cost += option.cost
      }
    }
    self.steps = steps.sorted { ($0.year, $0.option) < ($1.year, $1.option) }
    self.cost = cost
    let short = slacks.map { solution.values[$0] }
    missing = zip(needs, short).compactMap { need, seats in
      seats > 1e-6
        ? Missing(
          place: need.place, stage: need.stage, year: need.year,
          seats: Int((seats - 1e-6).rounded(.up))) : nil
    }
    isProven = solution.status == .optimal
    costBound =
      isProven ? cost : max(0, min(cost, solution.bound - shortage * short.reduce(0, +)))
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
        option.effects.allSatisfy({ abs($0.seats) <= 1_000_000 })
      else {
        throw ForecastError(
          reason: "the option \(option.id) needs a cost from 0 to 1e12 and at most 1000000 seats")
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

extension Estimate {
  /// What demand stays below with a certainty from a half on; the estimate itself without interval.
  ///
  /// The upper half of the distribution of ``shortageProbability(supply:)``.
  package func quantile(below certainty: Double) -> Double {
    guard let interval, certainty > 0.5 else { return value }
    let deviation = (interval.high - value) / StudentFactor.normal
    return value + deviation * Self.normalQuantile(certainty)
  }

  /// The normal quantile by bisection of its distribution, to a billionth.
  private static func normalQuantile(_ share: Double) -> Double {
    var (low, high) = (0.0, 10.0)
    for _ in 0..<40 {
      let middle = (low + high) / 2
      if 0.5 * erfc(-middle / 2.0.squareRoot()) < share { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
