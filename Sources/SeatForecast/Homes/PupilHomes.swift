import TwinModel

/// Where pupils live, how far and how long they may walk, and where they go to school as far as that is
/// known.
public struct PupilHomes: Hashable, Sendable {
  /// The blocks, a line for each school that rolls say of some of their pupils, and one for the others.
  public let homes: [PupilHome]
  /// From where on a walk is too far or too long.
  public var limits: WalkLimits
  /// Walking metres for a metre of straight line.
  public let detour: Double
  /// The file that the homes come from; empty without one.
  private let file: String
  /// The line of each home in it.
  private let lines: [Int]

  /// Creates homes.
  ///
  /// - Throws: ``ForecastError`` for a block of a district, stage and school that stands there twice or at
  ///   two places, negative pupils, places that are not finite, and a detour that is not 1 to 10.
  public init(
    homes: [PupilHome], limits: WalkLimits, detour: Double = 1.3
  ) throws(ForecastError) {
    try self.init(homes, limits, detour, file: "", lines: [])
  }

  /// Reads homes from CSV, as ``PupilHome/homes(csv:file:)``, and says the line of what is wrong with them.
  ///
  /// - Throws: ``ForecastError``, as the two others.
  public init(
    csv: [UInt8], file: String, limits: WalkLimits, detour: Double = 1.3
  ) throws(ForecastError) {
    let read = try PupilHome.read(csv: csv, file: file)
    try self.init(read.map(\.home), limits, detour, file: file, lines: read.map(\.line))
  }

  private init(
    _ homes: [PupilHome], _ limits: WalkLimits, _ detour: Double, file: String, lines: [Int]
  ) throws(ForecastError) {
    (self.homes, self.limits, self.detour) = (homes, limits, detour)
    (self.file, self.lines) = (file, lines)
    guard detour >= 1, detour <= 10 else {
      throw ForecastError(
        reason: "the detour is \(detour), but must be 1 to 10 metres for a metre")
    }
    var known = Set<[String?]>()
    var places: [[String?]: Point2] = [:]
    for (index, home) in homes.enumerated() {
      guard
        known.insert([home.district, home.block, home.stage?.rawValue, home.school]).inserted
      else {
        throw error(
          index,
          "block \(home.block) of district \(home.district) stands there twice"
            + (home.school.map { " with school \($0)" } ?? ""))
      }
      guard home.position.isOnMap, home.pupils >= 0, home.pupils <= 1e7 else {
        throw error(
          index, "block \(home.block) needs a place on the map and 0 to 10000000 pupils")
      }
      let place = places.updateValue(
        home.position, forKey: [home.district, home.block, home.stage?.rawValue])
      guard place == nil || place == home.position else {
        throw error(
          index,
          "block \(home.block) of district \(home.district) stands at another place in a line before; "
            + "expected one place for a block")
      }
    }
  }

  /// An error about one home.
  func error(_ index: Int, column: String = "", _ reason: String) -> ForecastError {
    guard lines.indices.contains(index) else { return ForecastError(reason: reason) }
    return ForecastError(file: file, line: lines[index], column: column, reason: reason)
  }

  /// Pupils in thousandths.
  static func units(_ pupils: Double) -> Int64 { Int64((1000 * pupils).rounded()) }

  /// The way on foot from home to school (m).
  func walk(from home: Point2, to school: Point2) -> Metres {
    Metres(detour * home.distance(to: school))
  }

  /// Walks along straight lines; nil of nobody.
  func walk(_ stage: Stage, _ ways: [(metres: Double, pupils: Double)]) -> SchoolMove.Walk? {
    var tally = WalkTally(limits, stage)
    for way in ways { tally.add(way.pupils, walking: Metres(detour * way.metres)) }
    return SchoolMove.Walk(tally)
  }
}

extension Point2 {
  /// The straight line to another place (m).
  func distance(to other: Point2) -> Double {
    let (x, y) = (x - other.x, y - other.y)
    return (x * x + y * y).squareRoot()
  }
}
