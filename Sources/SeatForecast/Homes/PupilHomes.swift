import Optimisation
public import TwinModel

/// A residential block with pupils, wherever they go to school.
public struct PupilHome: Hashable, Sendable {
  /// The block.
  public var block: String
  /// The district whose schools its pupils go to.
  public var district: String
  /// Its place (m).
  public var position: Point2
  /// Its pupils; only their proportion to those of other blocks of the district counts.
  public var pupils: Double
  /// The stage that they are in; nil for all.
  public var stage: Stage?

  /// Creates a block with pupils.
  public init(
    block: String, district: String, position: Point2, pupils: Double, stage: Stage? = nil
  ) {
    self.block = block
    self.district = district
    self.position = position
    self.pupils = pupils
    self.stage = stage
  }
}

/// Where pupils live, and how far they may walk.
public struct PupilHomes: Hashable, Sendable {
  /// The blocks.
  public var homes: [PupilHome]
  /// From where on a walk is too far.
  public var limits: WalkLimits
  /// Walking metres for a metre of straight line.
  public var detour: Double

  /// Creates homes.
  ///
  /// - Throws: ``ForecastError`` for a block of a district and stage that stands there twice, negative
  ///   pupils, places that are not finite, and a detour that is not 1 to 10.
  public init(
    homes: [PupilHome], limits: WalkLimits, detour: Double = 1.3
  ) throws(ForecastError) {
    guard detour >= 1, detour <= 10 else {
      throw ForecastError(
        reason: "the detour is \(detour), but must be 1 to 10 metres for a metre")
    }
    var known = Set<[String]>()
    for home in homes {
      guard known.insert([home.district, home.block, home.stage?.rawValue ?? ""]).inserted else {
        throw ForecastError(
          reason: "block \(home.block) of district \(home.district) stands there twice")
      }
      guard home.position.isOnMap, home.pupils >= 0, home.pupils <= 1e7 else {
        throw ForecastError(
          reason: "block \(home.block) needs a place on the map and 0 to 10000000 pupils")
      }
    }
    self.homes = homes
    self.limits = limits
    self.detour = detour
  }

  /// A block's part of a school's pupils.
  struct Part: Hashable {
    var position: Point2
    /// In whole units, such as thousandths of a pupil.
    var units: Int64
  }

  /// Pupils in thousandths.
  static func units(_ pupils: Double) -> Int64 { Int64((1000 * pupils).rounded()) }

  /// Walks along straight lines; nil of nobody.
  func walk(_ stage: Stage, _ ways: [(metres: Double, pupils: Double)]) -> SchoolMove.Walk? {
    let pupils = ways.reduce(0) { $0 + $1.pupils }
    guard pupils > 0 else { return nil }
    let mean = detour * ways.reduce(0) { $0 + $1.metres * $1.pupils } / pupils
    return SchoolMove.Walk(
      mean: Metres(mean),
      far: limits.byStage[stage].map { limit in
        ways.reduce(0) { $0 + (detour * $1.metres > limit.value ? $1.pupils : 0) }
      })
  }

  /// Whether the walk of a stage's pupils from home is too far; nil where no limit is known.
  func isFar(_ stage: Stage, from home: Point2?, to school: Point2) -> Bool? {
    guard let limit = limits.byStage[stage], let home else { return nil }
    return detour * home.distance(to: school) > limit.value
  }

  /// Where the pupils of a district's schools live.
  ///
  /// Each school keeps its number of pupils and each block its share of the district's; within both they
  /// live as near to their schools as can be, which is one transportation problem over straight lines.
  /// - Parameters:
  ///   - schools: Places of the district's schools, with their pupils in whole units.
  ///   - district: The district.
  ///   - stage: The stage.
  /// - Returns: The parts of each school's pupils; nil when the district has no pupils at home.
  /// - Throws: ``ForecastError`` when numbers are too large.
  func parts(
    of schools: [Part], district: String, stage: Stage
  ) throws(ForecastError) -> [[Part]]? {
    let blocks = homes.filter {
      $0.district == district && $0.pupils > 0 && ($0.stage == nil || $0.stage == stage)
    }.sorted { $0.block < $1.block }
    guard !blocks.isEmpty else { return nil }
    let all = schools.reduce(0) { $0 + $1.units }
    let demand = LargestRemainder.shares(of: all, blocks.map(\.pupils))
    let costs = blocks.map { block in
      schools.enumerated().map { place, school in
        (
          destination: place,
          cost: Int64(block.position.distance(to: school.position).rounded())
        )
      }
    }
    var parts = [[Part]](repeating: [], count: schools.count)
    let answer = try PricedFlow.solve(
      demand: demand, capacity: schools.map(\.units), costs: costs)
    for (arc, amount) in zip(answer.arcs, answer.optimum.flow) where amount > 0 {
      parts[arc.destination].append(
        Part(position: blocks[arc.origin].position, units: amount))
    }
    return parts
  }
}

extension Point2 {
  /// The straight line to another place (m).
  func distance(to other: Point2) -> Double {
    let (x, y) = (x - other.x, y - other.y)
    return (x * x + y * y).squareRoot()
  }
}
