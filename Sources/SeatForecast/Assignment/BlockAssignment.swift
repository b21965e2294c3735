import Optimisation
public import TwinModel

/// Residential blocks and the schools of one stage, for an assignment in one year.
public struct BlockProblem: Hashable, Sendable {
  /// Where pupils live.
  public struct Block: Hashable, Sendable {
    /// The block's id.
    public var id: String
    /// The attendance zone (学区) that it belongs to.
    public var zone: String
    /// Its place on the map (m).
    public var position: Point2
    /// Pupils by class of priority, the first before all others (积分入学); 0 or more.
    public var pupils: [Int]

    /// Creates a block.
    public init(id: String, zone: String, position: Point2, pupils: [Int]) {
      self.id = id
      self.zone = zone
      self.position = position
      self.pupils = pupils
    }
  }

  /// A school with its seats.
  public struct School: Hashable, Sendable {
    /// The school's id.
    public var id: String
    /// The zones that it serves; several for a shared zone (大学区).
    public var zones: [String]
    /// Its place on the map (m).
    public var position: Point2
    /// Its seats; 0 or more.
    public var seats: Int

    /// Creates a school.
    public init(id: String, zones: [String], position: Point2, seats: Int) {
      self.id = id
      self.zones = zones
      self.position = position
      self.seats = seats
    }
  }

  /// Who may go where, and at what cost.
  public struct Rules: Hashable, Sendable {
    /// Walking metres for a metre of straight line; at least 1.
    public var detour: Double
    /// Metres added for going to a school that does not serve the block's zone; nil where that is not
    /// allowed.
    public var crossing: Metres?
    /// The farthest walk; no limit when nil.
    public var farthest: Metres?
    /// What should not have to be crossed.
    public var barriers: [RoadBarrier]
    /// Whether all pupils of a block go to one school (单校划片), whatever their priority.
    public var wholeBlocks: Bool

    /// Creates rules.
    public init(
      detour: Double = 1.3, crossing: Metres? = 2000.0, farthest: Metres? = nil,
      barriers: [RoadBarrier] = [], wholeBlocks: Bool = false
    ) {
      self.detour = detour
      self.crossing = crossing
      self.farthest = farthest
      self.barriers = barriers
      self.wholeBlocks = wholeBlocks
    }
  }

  /// The blocks.
  public var blocks: [Block]
  /// The schools.
  public var schools: [School]
  /// The rules.
  public var rules: Rules

  /// Creates a problem.
  public init(blocks: [Block], schools: [School], rules: Rules = Rules()) {
    self.blocks = blocks
    self.schools = schools
    self.rules = rules
  }
}

/// Who sits where: as many pupils as possible with a seat, those of higher priority first, with the
/// fewest metres; proven over all pairs of block and school.
///
/// Where blocks stay whole, the proven optimum
/// with split ones is the start and says how far from it the answer can be at most.
public struct BlockAssignment: Hashable, Sendable {
  /// Pupils of one block at one school.
  public struct Flow: Hashable, Sendable {
    /// The block.
    public var block: String
    /// The school.
    public var school: String
    /// The class of priority, from 0.
    public var priority: Int
    /// How many.
    public var pupils: Int
    /// Their walk (m), without penalties.
    public var walk: Metres
  }

  /// Flows by block, priority and school, zeros left out.
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
  ///   detour below 1 and places that are not finite.
  public init(_ problem: BlockProblem) throws(ForecastError) {
    try Self.check(problem)
    let classes = problem.blocks.map(\.pupils.count).max() ?? 0
    let walks = problem.blocks.map { block in
      problem.schools.map { problem.walk(block, $0) }
    }
    let costs = problem.blocks.indices.map { index in
      problem.schools.enumerated().compactMap { place, school in
        problem.cost(problem.blocks[index], school, walks[index][place])
          .map { (destination: place, cost: $0) }
      }
    }
    let greatest = costs.flatMap { $0.map(\.cost) }.max() ?? 0
    // One seat more must be worth any chain of longer walks, and a class more than all below it.
    let step = (greatest + 1) * Int64(problem.schools.count + 1)
    let isWhole = problem.rules.wholeBlocks
    let units = problem.blocks.indices.flatMap { block -> [Unit] in
      let pupils = problem.blocks[block].pupils
      return isWhole
        ? [Unit(block: block, priority: 0, pupils: pupils.reduce(0, +))]
        : pupils.enumerated().map { Unit(block: block, priority: $0, pupils: $1) }
    }
    // The flow has one price for an unplaced unit; the rest of a class's price is taken off its walks.
    let answer: PricedTransportation.Answer
    do {
      answer = try PricedTransportation(
        demand: units.map { Int64($0.pupils) }, capacity: problem.schools.map { Int64($0.seats) },
        unplacedCost: step * Int64(max(classes, 1))
      ).solve { unit in
        costs[units[unit].block].map {
          ($0.destination, $0.cost + step * Int64(units[unit].priority))
        }
      }
    } catch {
      throw ForecastError(reason: "the pupils cannot be assigned: \(error)")
    }
    flows = []
    unplaced = [:]
    seated = Dictionary(problem.schools.map { ($0.id, 0) }, uniquingKeysWith: { first, _ in first })
    cost = 0
    var split = [[Int: Int64]](repeating: [:], count: units.count)
    bound = Bound(unplaced: Int(answer.optimum.unplaced.reduce(0, +)), cost: 0)
    for (arc, amount) in zip(answer.arcs, answer.optimum.flow) where amount > 0 {
      split[arc.origin][arc.destination] = amount
      bound.cost += Int(amount * (arc.cost - step * Int64(units[arc.origin].priority)))
    }
    if isWhole {
      let whole = WholeBlocks(
        demand: units.map { Int64($0.pupils) }, seats: problem.schools.map { Int64($0.seats) },
        costs: costs, unplacedCost: step, flow: split)
      split = zip(whole.school, units).map { school, unit in
        school.map { [$0: Int64(unit.pupils)] } ?? [:]
      }
    }
    for (unit, pupils) in zip(units, split) {
      for (place, amount) in pupils.sorted(by: { $0.key < $1.key }) {
        let price = costs[unit.block].first { $0.destination == place }?.cost ?? 0
        cost += Int(amount * price)
        seat(problem, unit, place, Int(amount), Metres(walks[unit.block][place]))
      }
      leave(problem, unit, unit.pupils - Int(pupils.values.reduce(0, +)))
    }
    flows.sort { ($0.block, $0.priority, $0.school) < ($1.block, $1.priority, $1.school) }
  }

  /// Pupils of a block of one class of priority, or all of them where blocks stay whole.
  private struct Unit {
    var block: Int
    var priority: Int
    var pupils: Int
  }

  /// Counts pupils at a school; a whole block's by their classes.
  private mutating func seat(
    _ problem: BlockProblem, _ unit: Unit, _ place: Int, _ pupils: Int, _ walk: Metres
  ) {
    let (block, school) = (problem.blocks[unit.block], problem.schools[place])
    seated[school.id, default: 0] += pupils
    let classes =
      problem.rules.wholeBlocks ? Array(block.pupils.enumerated()) : [(unit.priority, pupils)]
    for (priority, pupils) in classes where pupils > 0 {
      flows.append(
        Flow(block: block.id, school: school.id, priority: priority, pupils: pupils, walk: walk))
    }
  }

  /// Counts pupils without a seat; a whole block's by their classes.
  private mutating func leave(_ problem: BlockProblem, _ unit: Unit, _ pupils: Int) {
    guard pupils > 0 else { return }
    let block = problem.blocks[unit.block]
    guard !problem.rules.wholeBlocks else {
      unplaced[block.id] = block.pupils
      return
    }
    let none = [Int](repeating: 0, count: block.pupils.count)
    unplaced[block.id, default: none][unit.priority] += pupils
  }

  /// Pupils with a seat who walk farther than `limit`.
  public func walking(fartherThan limit: Metres) -> Int {
    flows.reduce(0) { $0 + ($1.walk.value > limit.value ? $1.pupils : 0) }
  }

  private static func check(_ problem: BlockProblem) throws(ForecastError) {
    guard problem.rules.detour >= 1, problem.rules.detour <= 10 else {
      throw ForecastError(
        reason: "the detour is \(problem.rules.detour), but must be 1 to 10 metres for a metre")
    }
    for (kind, ids) in [
      ("block", problem.blocks.map(\.id)), ("school", problem.schools.map(\.id)),
    ] {
      var seen = Set<String>()
      for id in ids where !seen.insert(id).inserted {
        throw ForecastError(reason: "\(kind) \(id) stands there twice")
      }
    }
    for block in problem.blocks {
      guard block.pupils.allSatisfy({ (0...1_000_000).contains($0) }),
        block.position.isOnMap
      else {
        throw ForecastError(
          reason: "block \(block.id) needs a place on the map and 0 to 1000000 pupils")
      }
    }
    for school in problem.schools {
      guard (0...1_000_000).contains(school.seats), school.position.isOnMap else {
        throw ForecastError(
          reason: "school \(school.id) needs a place on the map and 0 to 1000000 seats")
      }
    }
  }
}

extension BlockProblem {
  /// The walk between a block and a school (m).
  fileprivate func walk(_ block: Block, _ school: School) -> Double {
    let (x, y) = (block.position.x - school.position.x, block.position.y - school.position.y)
    return rules.detour * (x * x + y * y).squareRoot()
  }

  /// What a pupil's way costs (m); nil where it is not allowed.
  fileprivate func cost(_ block: Block, _ school: School, _ walk: Double) -> Int64? {
    if let farthest = rules.farthest, walk > farthest.value { return nil }
    let way = rules.barriers.reduce(walk) {
      $1.isCrossed(from: block.position, to: school.position) ? $0 + $1.penalty.value : $0
    }
    if school.zones.contains(block.zone) { return Int64(way.rounded()) }
    guard let crossing = rules.crossing, crossing.value >= 0, crossing.value < 1e7 else {
      return nil
    }
    return Int64((way + crossing.value).rounded())
  }
}

extension Point2 {
  /// Whether both coordinates are finite and on Earth.
  fileprivate var isOnMap: Bool { abs(x) < 2e7 && abs(y) < 2e7 }
}
