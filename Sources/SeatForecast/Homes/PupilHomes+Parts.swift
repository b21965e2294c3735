import Optimisation
import TwinModel

extension PupilHomes {
  /// A school whose pupils are spread over blocks.
  struct School: Hashable {
    var id: String
    /// Its place (m); nobody knows where pupils of a school without one live.
    var position: Point2?
    /// Its pupils in whole units, such as thousandths of a pupil.
    var units: Int64
  }

  /// A block's part of a school's pupils.
  struct Part: Hashable {
    var position: Point2
    /// In whole units, such as thousandths of a pupil.
    var units: Int64
  }

  /// Where the pupils of a district's schools live.
  ///
  /// Each school keeps its number of pupils and each block its share of the district's. Lines that name
  /// the school come first: their share goes to it, as far as it has so many. Within what is left of
  /// schools and blocks pupils live as near to their schools as can be, which is one transportation
  /// problem over straight lines.
  ///
  /// - Parameters:
  ///   - schools: All schools of the district, also those without pupils: who names a school that is not
  ///     among them, or that has no place, counts nowhere.
  ///   - district: The district.
  ///   - stage: The stage.
  /// - Returns: The parts of each school's pupils, none of a school without a place; nil when the district
  ///   has no pupils at home.
  /// - Throws: ``ForecastError`` when numbers are too large.
  func parts(
    of schools: [School], district: String, stage: Stage
  ) throws(ForecastError) -> [[Part]]? {
    let number = Dictionary(
      schools.enumerated().compactMap { $1.position == nil ? nil : ($1.id, $0) },
      uniquingKeysWith: { first, _ in first })
    let lines = homes.filter {
      $0.district == district && $0.pupils > 0 && ($0.stage == nil || $0.stage == stage)
        && ($0.school.map { number[$0] != nil } ?? true)
    }.sorted { ($0.block, $0.school ?? "") < ($1.block, $1.school ?? "") }
    guard !lines.isEmpty else { return nil }
    let placed = schools.map { $0.position == nil ? 0 : $0.units }
    var parts = [[Part]](repeating: [], count: schools.count)
    guard placed.contains(where: { $0 > 0 }) else { return parts }
    var demand = LargestRemainder.shares(of: placed.reduce(0, +), lines.map(\.pupils))
    var room = placed
    for (place, members) in Self.attending(lines, number) {
      let wanted = members.map { demand[$0] }
      let sum = wanted.reduce(0, +)
      guard sum > 0 else { continue }
      // A school that shrank keeps all of its blocks in proportion; the others go elsewhere.
      let kept =
        sum <= room[place]
        ? wanted : LargestRemainder.shares(of: room[place], wanted.map(Double.init))
      for (line, units) in zip(members, kept) where units > 0 {
        parts[place].append(Part(position: lines[line].position, units: units))
        demand[line] -= units
        room[place] -= units
      }
    }
    let open = schools.indices.filter { room[$0] > 0 }
    let rows = lines.indices.filter { lines[$0].school == nil || demand[$0] > 0 }
    let costs = rows.map { line in
      open.enumerated().compactMap { column, place in
        schools[place].position.map {
          (destination: column, cost: Int64(lines[line].position.distance(to: $0).rounded()))
        }
      }
    }
    let answer = try PricedFlow.solve(
      demand: rows.map { demand[$0] }, capacity: open.map { room[$0] }, costs: costs)
    for (arc, amount) in zip(answer.arcs, answer.optimum.flow) where amount > 0 {
      parts[open[arc.destination]].append(
        Part(position: lines[rows[arc.origin]].position, units: amount))
    }
    return parts
  }

  /// The lines that name each school, by the school's place.
  private static func attending(
    _ lines: [PupilHome], _ number: [String: Int]
  ) -> [(place: Int, lines: [Int])] {
    var members: [Int: [Int]] = [:]
    for (index, line) in lines.enumerated() {
      if let place = line.school.flatMap({ number[$0] }) {
        members[place, default: []].append(index)
      }
    }
    return members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
