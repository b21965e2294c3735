import Optimisation
public import TwinModel

/// Who sits where: as many pupils as possible by right, then as many as possible with a seat, those of
/// higher priority first, with the fewest metres; proven over all pairs of block and school.
///
/// Where blocks stay whole, the proven optimum
/// with split ones is the start and says how far from it the answer can be at most.
public struct BlockAssignment: Hashable, Sendable {
  /// Pupils of one block at one school.
  public struct Flow: Hashable, Sendable {
    /// The block.
    public var block: String
    /// The school that they leave; nil when none is known.
    public var from: String?
    /// The school.
    public var school: String
    /// The class of priority, from 0.
    public var priority: Int
    /// How many.
    public var pupils: Int
    /// Their walk (m), without penalties.
    public var walk: Metres
    /// Why they had the seat before others; nil where they had no right.
    public var right: Right?
  }

  /// A right to a seat.
  public enum Right: String, Hashable, Sendable {
    /// The school has their stage, too (九年一贯制).
    case own
    /// A feeder link (对口直升).
    case feeder
  }

  /// Flows by block, school that is left, priority and school, zeros left out.
  public var flows: [Flow]
  /// Pupils without a seat (学位缺口) by block and priority; zeros left out.
  public var unplaced: [String: [Int]]
  /// Pupils at each school.
  public var seated: [String: Int]
  /// Pupil-metres, penalties included, unplaced pupils left out.
  public var cost: Int
  /// The fewest pupils that can be without a seat, and the pupil-metres then, with blocks split as
  /// needed; what was found itself unless blocks stay whole.
  public var bound: Bound

  /// What no assignment can better.
  public struct Bound: Hashable, Sendable {
    /// Pupils without a seat.
    public var unplaced: Int
    /// Pupil-metres of the others, penalties included.
    public var cost: Int

    /// Creates a bound.
    public init(unplaced: Int, cost: Int) {
      self.unplaced = unplaced
      self.cost = cost
    }
  }

  /// Solves the problem.
  ///
  /// - Throws: ``ForecastError`` for negative or too large numbers, an id that stands there twice, a
  ///   detour below 1, places that are not finite, links to unknown schools, and rights where blocks stay
  ///   whole.
  public init(_ problem: BlockProblem) throws(ForecastError) {
    try problem.check()
    let ways = try SeatWays(problem)
    let isWhole = problem.rules.wholeBlocks
    if isWhole, ways.byBlock.joined().contains(where: { $0.rank >= 0 }) {
      throw ForecastError(
        reason:
          "blocks that stay whole go to one school, wherever their pupils have a right to go; "
          + "take either whole blocks, or feeder links and nine-year schools")
    }
    let units = problem.blocks.indices.flatMap { block -> [Unit] in
      let pupils = problem.blocks[block].pupils
      return isWhole
        ? [Unit(block: block, priority: 0, pupils: pupils.reduce(0, +))]
        : pupils.enumerated().map { Unit(block: block, priority: $0, pupils: $1) }
    }
    let answer: PricedTransportation.Answer
    do {
      answer = try PricedTransportation(
        demand: units.map { Int64($0.pupils) },
        capacity: problem.schools.map { Int64($0.seats) } + ways.passages.map { _ in 0 },
        unplacedCost: ways.unplacedCost, passages: ways.passages
      ).solve { unit in
        ways.byBlock[units[unit].block].map {
          ($0.destination, ways.price($0, priority: units[unit].priority))
        }
      }
    } catch {
      throw ForecastError(reason: "the pupils cannot be assigned: \(error)")
    }
    flows = []
    unplaced = [:]
    seated = Dictionary(problem.schools.map { ($0.id, 0) }, uniquingKeysWith: { first, _ in first })
    cost = 0
    bound = Bound(unplaced: Int(answer.optimum.unplaced.reduce(0, +)), cost: 0)
    var split = [[Int: Int64]](repeating: [:], count: units.count)
    for (arc, amount) in zip(answer.arcs, answer.optimum.flow) where amount > 0 {
      split[arc.origin][arc.destination] = amount
    }
    bound.cost = Self.metres(units, split, ways)
    if isWhole {
      let whole = WholeBlocks(
        demand: units.map { Int64($0.pupils) }, seats: problem.schools.map { Int64($0.seats) },
        costs: ways.byBlock.map { $0.map { ($0.destination, $0.metres) } },
        unplacedCost: ways.wholeUnplacedCost, flow: split)
      split = zip(whole.school, units).map { school, unit in
        school.map { [$0: Int64(unit.pupils)] } ?? [:]
      }
    }
    cost = Self.metres(units, split, ways)
    for (unit, pupils) in zip(units, split) {
      for (destination, amount) in pupils.sorted(by: { $0.key < $1.key }) {
        let rank = ways.byBlock[unit.block].first { $0.destination == destination }?.rank ?? -1
        seat(
          problem, unit, ways.school(destination), Int(amount),
          right: rank < 0 ? nil : rank == 0 ? .own : .feeder)
      }
      leave(problem, unit, unit.pupils - Int(pupils.values.reduce(0, +)))
    }
    flows.sort {
      ($0.block, $0.from ?? "", $0.priority, $0.school, $0.right?.rawValue ?? "")
        < ($1.block, $1.from ?? "", $1.priority, $1.school, $1.right?.rawValue ?? "")
    }
  }

  /// Pupils of a block of one class of priority, or all of them where blocks stay whole.
  private struct Unit {
    var block: Int
    var priority: Int
    var pupils: Int
  }

  /// Pupil-metres, penalties included.
  private static func metres(_ units: [Unit], _ split: [[Int: Int64]], _ ways: SeatWays) -> Int {
    zip(units, split).reduce(0) { sum, pair in
      ways.byBlock[pair.0.block].reduce(sum) { sum, way in
        sum + Int((pair.1[way.destination] ?? 0) * way.metres)
      }
    }
  }

  /// Counts pupils at a school; a whole block's by their classes.
  private mutating func seat(
    _ problem: BlockProblem, _ unit: Unit, _ place: Int, _ pupils: Int, right: Right?
  ) {
    let (block, school) = (problem.blocks[unit.block], problem.schools[place])
    seated[school.id, default: 0] += pupils
    let classes =
      problem.rules.wholeBlocks ? Array(block.pupils.enumerated()) : [(unit.priority, pupils)]
    for (priority, pupils) in classes where pupils > 0 {
      flows.append(
        Flow(
          block: block.id, from: block.from, school: school.id, priority: priority,
          pupils: pupils, walk: Metres(problem.walk(block, school)), right: right))
    }
  }

  /// Counts pupils without a seat; a whole block's by their classes.
  private mutating func leave(_ problem: BlockProblem, _ unit: Unit, _ pupils: Int) {
    guard pupils > 0 else { return }
    let block = problem.blocks[unit.block]
    var left = [Int](repeating: 0, count: block.pupils.count)
    if problem.rules.wholeBlocks { left = block.pupils } else { left[unit.priority] = pupils }
    // A block of several lines has its pupils together.
    let before = unplaced[block.id] ?? []
    unplaced[block.id] = (0..<max(left.count, before.count)).map { place in
      (place < left.count ? left[place] : 0) + (place < before.count ? before[place] : 0)
    }
  }

  /// Pupils with a seat who walk farther than `limit`.
  public func walking(fartherThan limit: Metres) -> Int {
    flows.reduce(0) { $0 + ($1.walk.value > limit.value ? $1.pupils : 0) }
  }

  /// The walks of pupils with a seat, judged as those of a stage.
  public func walks(_ limits: WalkLimits, _ stage: Stage) -> WalkTally {
    var tally = WalkTally(limits, stage)
    for flow in flows { tally.add(Double(flow.pupils), walking: flow.walk) }
    return tally
  }

  /// Pupils who sit where they have a right to.
  public func seated(by right: Right) -> Int {
    flows.reduce(0) { $0 + ($1.right == right ? $1.pupils : 0) }
  }
}
