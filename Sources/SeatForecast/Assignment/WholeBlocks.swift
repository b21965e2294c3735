/// Blocks that stay whole (单校划片): one school for all pupils of a block.
///
/// The generalised assignment problem, which is NP-hard. It starts from the flow, which splits few blocks:
/// those that it leaves whole keep their school, the others take the cheapest with room, the largest
/// first. Then a block moves to a cheaper school that has room, or that gets room when another block
/// moves on, as long as the cost falls.
///
/// Source: Ross, Soland: A branch and bound algorithm for the generalized assignment problem,
/// Mathematical Programming 8 (1975), for the problem; the search is plain descent.
struct WholeBlocks {
  /// Schools that a block looks at, the cheapest first.
  private static let looked = 30
  /// Rounds of descent; every one lowers the cost, and few are needed.
  private static let rounds = 50

  private let demand: [Int64]
  private let costs: [[(destination: Int, cost: Int64)]]
  private let unplacedCost: Int64
  private var room: [Int64]
  private var members: [[Int]]
  /// The school of each block; nil without one.
  private(set) var school: [Int?]

  /// Makes blocks whole.
  ///
  /// `flow` has the pupils of each block by school, `costs` the allowed schools of each block with the
  /// cost of a pupil, `unplacedCost` what a pupil without a seat costs.
  init(
    demand: [Int64], seats: [Int64], costs: [[(destination: Int, cost: Int64)]],
    unplacedCost: Int64, flow: [[Int: Int64]]
  ) {
    self.demand = demand
    self.unplacedCost = unplacedCost
    self.costs = costs.map { pairs in
      Array(
        pairs.sorted { ($0.cost, $0.destination) < ($1.cost, $1.destination) }
          .prefix(Self.looked))
    }
    room = seats
    members = [[Int]](repeating: [], count: seats.count)
    school = [Int?](repeating: nil, count: demand.count)
    for block in demand.indices where demand[block] > 0 {
      for (place, pupils) in flow[block] where pupils == demand[block] { put(block, place) }
    }
    let open = demand.indices.filter { demand[$0] > 0 && school[$0] == nil }
    for block in open.sorted(by: { (-demand[$0], $0) < (-demand[$1], $1) }) {
      if let place = self.costs[block].first(where: { room[$0.destination] >= demand[block] }) {
        put(block, place.destination)
      }
    }
    descend()
  }

  private mutating func descend() {
    for _ in 0..<Self.rounds {
      var isBetter = false
      for block in demand.indices where demand[block] > 0 {
        if improve(block) { isBetter = true }
      }
      if !isBetter { return }
    }
  }

  /// Moves a block to the first school that lowers the cost; false when none does.
  private mutating func improve(_ block: Int) -> Bool {
    let now = price(block, school[block])
    for pair in costs[block] where pair.destination != school[block] {
      let gain = now - pair.cost * demand[block]
      guard gain > 0 else { return false }
      let place = pair.destination
      if room[place] >= demand[block] {
        take(block)
        put(block, place)
        return true
      }
      if makeRoom(for: block, at: place, gain: gain) { return true }
    }
    return false
  }

  /// Lets another block move on so that `block` fits, where both together gain.
  private mutating func makeRoom(for block: Int, at place: Int, gain: Int64) -> Bool {
    let old = school[block]
    for other in members[place] where room[place] + demand[other] >= demand[block] {
      let now = price(other, place)
      for pair in costs[other] where pair.destination != place {
        let loss = pair.cost * demand[other] - now
        guard loss < gain else { break }
        let freed = pair.destination == old ? demand[block] : 0
        guard room[pair.destination] + freed >= demand[other] else { continue }
        take(block)
        take(other)
        put(other, pair.destination)
        put(block, place)
        return true
      }
      // Better that a small block has no seat than a large one.
      if unplacedCost * demand[other] - now < gain {
        take(block)
        take(other)
        put(block, place)
        return true
      }
    }
    return false
  }

  private func price(_ block: Int, _ place: Int?) -> Int64 {
    guard let place else { return unplacedCost * demand[block] }
    // A school beyond those looked at came from the flow; it costs at least as much as the last one.
    let pair = costs[block].first { $0.destination == place } ?? costs[block].last
    return (pair?.cost ?? unplacedCost) * demand[block]
  }

  private mutating func put(_ block: Int, _ place: Int) {
    school[block] = place
    room[place] -= demand[block]
    members[place].append(block)
  }

  private mutating func take(_ block: Int) {
    guard let place = school[block] else { return }
    school[block] = nil
    room[place] += demand[block]
    members[place].removeAll { $0 == block }
  }
}
