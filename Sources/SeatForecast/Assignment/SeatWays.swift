import Optimisation
import TwinModel

/// The ways from blocks to seats that rules and rights allow, and their prices.
///
/// A nine-year school's own pupils have the first right to its seats, then come feeder links by priority.
/// A link with a share has a destination of its own, behind those of the schools, whose passage to the
/// school carries no more than the share.
///
/// The prices keep an order: seats taken by a higher right, then by lower ones, then seats taken at all
/// by class of priority, then metres. One seat more by a right can cost at most two by lower rights, one
/// seat, and a chain of longer walks: the difference of two assignments falls into paths that change the
/// places of pupils with this or a higher right, and lower rights are touched at the two ends only. So
/// each right is worth three times the next.
struct SeatWays {
  struct Way {
    /// A school's index, or that of a link behind them.
    var destination: Int
    /// Metres, penalties included.
    var metres: Int64
    /// 0 for the school's own pupils, then links by priority; −1 without a right.
    var rank: Int
  }

  /// Each block's ways.
  private(set) var byBlock: [[Way]] = []
  private(set) var passages: [Transportation.Passage] = []
  private let schools: Int
  /// What a class of priority is worth.
  private var step: Int64 = 0
  private var classes: Int64 = 1
  /// What a seat by right of each rank is worth.
  private var gains: [Int64] = []

  init(_ problem: BlockProblem) throws(ForecastError) {
    schools = problem.schools.count
    let links = try Self.links(problem)
    passages = links.passages
    byBlock = problem.blocks.map { block in
      var rights = block.from.flatMap { links.of[$0] } ?? []
      if let from = block.from, let own = links.places[from] {
        rights.append((school: own, destination: own, rank: 0))
      }
      // A right that needs no share replaces the way that everybody has.
      let replaced = rights.filter { $0.school == $0.destination }.map(\.school)
      var ways = problem.schools.enumerated().compactMap { place, school in
        replaced.contains(place)
          ? nil
          : problem.cost(block, school, problem.walk(block, school))
            .map { Way(destination: place, metres: $0, rank: -1) }
      }
      for right in rights {
        let school = problem.schools[right.school]
        let way = problem.way(block, school, problem.walk(block, school))
        ways.append(
          Way(destination: right.destination, metres: Int64(way.rounded()), rank: right.rank))
      }
      return ways
    }
    try setPrices(
      classes: problem.blocks.map(\.pupils.count).max() ?? 1,
      ranks: links.of.isEmpty && !byBlock.joined().contains { $0.rank == 0 } ? 0 : links.ranks)
  }

  private mutating func setPrices(classes: Int, ranks: Int) throws(ForecastError) {
    let greatest = byBlock.joined().reduce(0) { max($0, $1.metres) }
    self.classes = Int64(max(classes, 1))
    var most = Double(greatest + 1) * Double(schools + 1) * Double(self.classes + 1)
    for _ in 0..<ranks { most *= 3 }
    guard most < 1e17 else {
      throw ForecastError(
        reason:
          "the pupils cannot be assigned exactly: walks up to \(greatest) m, \(schools) schools, "
          + "\(classes) classes of priority and \(ranks) rights together are too much; are the places "
          + "metres?")
    }
    // One seat more must be worth any chain of longer walks, and a class more than all below it.
    step = (greatest + 1) * Int64(schools + 1)
    var gain = step * (self.classes + 1)
    for _ in 0..<ranks {
      gains.insert(gain, at: 0)
      gain *= 3
    }
  }

  /// Price of a pupil without a seat.
  var unplacedCost: Int64 { step * classes + (gains.first ?? 0) }

  /// Price of one class's pupils without a seat where blocks stay whole.
  var wholeUnplacedCost: Int64 { step }

  /// Price of a pupil's way; the flow has one price for a pupil without a seat, so that the rest of a
  /// class's price is taken off its walks.
  func price(_ way: Way, priority: Int) -> Int64 {
    let gain = way.rank < 0 ? 0 : gains[way.rank]
    return way.metres + step * Int64(priority) + (gains.first ?? 0) - gain
  }

  /// The school at the end of a way.
  func school(_ destination: Int) -> Int {
    destination < schools ? destination : passages[destination - schools].to
  }

  // MARK: - Rights

  private struct Links {
    var places: [String: Int]
    var of: [String: [(school: Int, destination: Int, rank: Int)]] = [:]
    var passages: [Transportation.Passage] = []
    var ranks = 1
  }

  private static func links(_ problem: BlockProblem) throws(ForecastError) -> Links {
    var links = Links(
      places: Dictionary(
        problem.schools.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first }))
    var leavers: [String: Int] = [:]
    for block in problem.blocks {
      if let from = block.from { leavers[from, default: 0] += block.pupils.reduce(0, +) }
    }
    let priorities = Set(problem.feeders.map(\.priority)).sorted()
    links.ranks = 1 + priorities.count
    for link in problem.feeders {
      guard let school = links.places[link.to] else {
        throw ForecastError(
          reason: "a feeder link leads from \(link.from) to \(link.to), which is no school here")
      }
      guard let all = leavers[link.from], let rank = priorities.firstIndex(of: link.priority) else {
        continue
      }
      var destination = school
      if link.share != nil {
        destination = problem.schools.count + links.passages.count
        links.passages.append(
          .init(from: destination, to: school, capacity: Int64(link.most(of: all))))
      }
      links.of[link.from, default: []].append((school, destination, rank + 1))
    }
    return links
  }
}
