import SeatForecast
import TwinModel

/// A small random choice, and its best answer by trying every option in every year.
///
/// Missing seats are what a maximum flow leaves over, found by augmenting paths and by nothing of the
/// library.
struct SmallChoice {
  let needs: [InterventionChoice.Need]
  let options: [InterventionChoice.Option]
  let reach: SeatReach?
  let years: [Int]

  init(_ seed: UInt64) {
    var random = SeededRandom(seed, stream: "choice")
    func number(_ range: ClosedRange<Int>) -> Int {
      range.lowerBound + Int(random.next() % UInt64(range.count))
    }
    let places = (0..<number(2...4)).map { Subject(.campus, "p\($0)") }
    let stages = number(0...2) == 0 ? [Stage.primary, .junior] : [.primary]
    years = Array(2026..<(2026 + number(1...3)))
    var needs: [InterventionChoice.Need] = []
    for place in places {
      for stage in stages {
        let (seats, isNew) = (number(0...10), number(0...4) == 0)
        for year in years {
          needs.append(
            .init(
              place: place, stage: stage, year: year,
              demand: Estimate(isNew ? 0 : Double(number(0...14))), seats: isNew ? 0 : seats))
        }
      }
    }
    let takes = number(0...2) == 0
    options = (0..<number(1...5)).map { index in
      var effects: [InterventionChoice.Option.Effect] = []
      var borders: [InterventionChoice.Option.Border] = []
      for _ in 0..<number(1...2) {
        func any() -> Subject { places[number(0...(places.count - 1))] }
        let (place, other) = (any(), any())
        let stage = stages[number(0...(stages.count - 1))]
        if number(0...3) == 0, place != other {
          borders.append(.init(from: place, to: other, stage, pupils: number(0...5)))
        } else {
          effects.append(.init(place, stage, seats: number((takes ? -4 : 1)...8)))
        }
      }
      return .init(
        id: "o\(index)", cost: Double(number(1...6)), firstYear: 2025 + number(0...3),
        effects: effects, borders: borders, group: number(0...2) == 0 ? "g" : "")
    }
    let positions = places.map { ($0, Point2(Double(number(0...9)), Double(number(0...3)))) }
    let limit = Metres(Double(number(2...6)))
    let farthest = Dictionary(uniqueKeysWithValues: Stage.allCases.map { ($0, limit) })
    reach =
      number(0...4) == 0
      ? nil
      : SeatReach(
        positions: Dictionary(uniqueKeysWithValues: positions), farthest: farthest, detour: 1,
        sharesFree: number(0...2) == 0)
    self.needs = needs
  }

  /// What a choice of start years is worth.
  struct Worth {
    var missing: Int
    var cost: Double
    /// Cost times years of waiting.
    var waiting: Double
  }

  /// The best of all choices.
  func best() -> Worth {
    var best = Worth(missing: .max, cost: 0, waiting: 0)
    visit(from: 0, [:], &best)
    return best
  }

  private func visit(from index: Int, _ starts: [Int: Int], _ best: inout Worth) {
    guard index < options.count else {
      guard starts.keys.filter({ options[$0].group == "g" }).count <= 1 else { return }
      let worth = worth(starts)
      if (worth.missing, worth.cost, -worth.waiting) < (best.missing, best.cost, -best.waiting) {
        best = worth
      }
      return
    }
    visit(from: index + 1, starts, &best)
    for year in years where year >= options[index].firstYear {
      var more = starts
      more[index] = year
      visit(from: index + 1, more, &best)
    }
  }

  /// What start years by option are worth.
  func worth(_ starts: [Int: Int]) -> Worth {
    var worth = Worth(missing: 0, cost: 0, waiting: 0)
    for (option, year) in starts {
      worth.cost += options[option].cost
      worth.waiting += options[option].cost * Double(year)
    }
    for year in years {
      for stage in Stage.allCases { worth.missing += missing(starts, stage, year) }
    }
    return worth
  }

  private func missing(_ starts: [Int: Int], _ stage: Stage, _ year: Int) -> Int {
    let own = needs.filter { $0.stage == stage && $0.year == year }
    let active = options.indices.filter { (starts[$0] ?? .max) <= year }.map { options[$0] }
    let count = own.count
    // Pupils, seats, seats for others, pupils who may go, source, end.
    var network = AugmentingPaths(nodes: 4 * count + 2)
    let (source, end) = (4 * count, 4 * count + 1)
    var below = 0
    for (index, need) in own.enumerated() {
      let effects = active.flatMap { option in
        // Two lines of one option for one place count together.
        [
          option.effects.filter { $0.place == need.place && $0.stage == stage }
            .reduce(0) { $0 + $1.seats }
        ]
      }
      let added = effects.reduce(0, +)
      let taken = -effects.reduce(0) { $0 + min(0, $1) }
      let demand = Int(need.demand.value)
      let free = reach?.sharesFree == true ? max(0, need.seats - demand) : 0
      below += max(0, -(need.seats + added))
      network.room[source][index] = demand
      network.room[index][count + index] = demand
      network.room[index][3 * count + index] = max(0, demand - need.seats) + taken
      network.room[count + index][end] = max(0, need.seats + added)
      network.room[2 * count + index][count + index] = max(0, free + added)
      for (other, receiver) in own.enumerated() where other != index {
        if let reach, let limit = reach.farthest[stage]?.value,
          let start = reach.positions[need.place], let stop = reach.positions[receiver.place]
        {
          let (x, y) = (start.x - stop.x, start.y - stop.y)
          if (x * x + y * y).squareRoot() <= limit {
            network.room[3 * count + index][2 * count + other] = demand
          }
        }
        let borders = active.flatMap(\.borders).filter {
          $0.stage == stage && $0.from == need.place && $0.to == receiver.place
        }
        network.room[3 * count + index][count + other] = borders.reduce(0) { $0 + $1.pupils }
      }
    }
    let demand = own.reduce(0) { $0 + Int($1.demand.value) }
    return below + demand - network.flow(from: source, to: end)
  }
}

/// The maximum flow of a small network, path by path.
struct AugmentingPaths {
  /// What may still go from node to node.
  var room: [[Int]]

  init(nodes: Int) {
    room = Array(repeating: Array(repeating: 0, count: nodes), count: nodes)
  }

  /// Sends as much as can be sent.
  mutating func flow(from source: Int, to end: Int) -> Int {
    var sum = 0
    while true {
      var seen = Set<Int>()
      let sent = send(from: source, to: end, most: .max, &seen)
      if sent == 0 { return sum }
      sum += sent
    }
  }

  private mutating func send(
    from node: Int, to end: Int, most: Int, _ seen: inout Set<Int>
  ) -> Int {
    if node == end { return most }
    seen.insert(node)
    for next in room.indices where room[node][next] > 0 && !seen.contains(next) {
      let sent = send(from: next, to: end, most: min(most, room[node][next]), &seen)
      if sent > 0 {
        room[node][next] -= sent
        room[next][node] += sent
        return sent
      }
    }
    return 0
  }
}
