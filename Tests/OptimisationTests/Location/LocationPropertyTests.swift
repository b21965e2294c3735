import Optimisation
import Testing
import TwinModel

@Suite("Random small location problems, against every choice tried")
struct LocationPropertyTests {
  /// Every subset of `count` things with at most `most` of them.
  private func subsets(of count: Int, most: Int) -> [[Int]] {
    (0..<(1 << count)).map { bits in (0..<count).filter { bits >> $0 & 1 == 1 } }
      .filter { $0.count <= most }
  }

  @Test("the median curve is best for every number of places", arguments: 0..<25)
  func medianCurve(seed: Int) throws {
    var random = SeededRandom(UInt64(seed), stream: "median")
    let places = Int.random(in: 1...7, using: &random)
    let events = (0..<Int.random(in: 1...9, using: &random)).map { _ in
      MedianProblem.Event(
        weight: Double(Int.random(in: 0...5, using: &random)),
        penalty: Double(Int.random(in: 20...60, using: &random)),
        answers: (0..<places).filter { _ in Int.random(in: 0..<3, using: &random) == 0 }.map {
          MedianProblem.Answer(place: $0, cost: Double(Int.random(in: 1...70, using: &random)))
        })
    }
    let problem = MedianProblem(costs: [Double](repeating: 1, count: places), events: events)
    let curve = try problem.curve(upTo: places)
    let none = problem.cost(of: [])
    for count in 0...places {
      let best = subsets(of: places, most: count).map(problem.cost).min() ?? none
      let point = curve.points[min(count, curve.points.count - 1)]
      #expect(abs(none - point.covered - best) < 1e-6)
      #expect(abs(problem.cost(of: point.chosen) - best) < 1e-6)
      #expect(point.chosen.count <= count)
      #expect(point.isProven)
    }
  }

  @Test("parts that share no place are put together, and those alike have one answer")
  func parts() throws {
    // Three pairs of places, each pair near two events of its own at 10 and 40; the last pair counts twice.
    // A first place saves 90 + 60 of a pair, a second 30 more: the pair that counts twice comes first, then
    // the other firsts, then the seconds in the same order.
    let problem = MedianProblem(
      costs: [Double](repeating: 1, count: 6),
      events: (0..<6).map { event in
        let first = event / 2 * 2
        return .init(
          weight: event > 3 ? 2 : 1, penalty: 100,
          answers: [first, first + 1].map { .init(place: $0, cost: $0 == event ? 10 : 40) })
      })
    let curve = try problem.curve(upTo: 9)
    #expect(curve.points.map(\.covered) == [0, 300, 450, 600, 660, 690, 720])
    #expect(curve.points.allSatisfy { $0.isProven })
    #expect(curve.points[6].chosen == Array(0..<6))
    // Asked for less, less is solved, and what is solved is the same.
    #expect(try problem.curve(upTo: 2).points.map(\.covered) == [0, 300, 450])
  }

  @Test("an event at a place that is none is refused")
  func unsound() {
    let problem = MedianProblem(
      costs: [1], events: [.init(penalty: 1, answers: [.init(place: 1, cost: 0)])])
    #expect(throws: OptimisationError.self) { try problem.curve(upTo: 1) }
  }

  @Test("the capacitated cover is cheapest", arguments: 0..<40)
  func capacitated(seed: Int) throws {
    var random = SeededRandom(UInt64(seed), stream: "capacitated")
    let clients = Int.random(in: 1...6, using: &random)
    let stations = (0..<Int.random(in: 1...6, using: &random)).map { _ in
      CapacitatedCover.Station(
        cost: Double(Int.random(in: 1...9, using: &random)),
        capacity: Double(Int.random(in: 1...3, using: &random)),
        clients: (0..<clients).filter { _ in Int.random(in: 0..<2, using: &random) == 0 })
    }
    let problem = CapacitatedCover(
      demands: [Double](repeating: 1, count: clients), stations: stations)
    let found = try problem.solve()
    let reached = (0..<clients).filter { client in
      stations.contains { $0.clients.contains(client) }
    }
    #expect(found.unreachable == (0..<clients).filter { !reached.contains($0) })
    let best = subsets(of: stations.count, most: stations.count).filter {
      fits(reached, stations, $0)
    }.map { $0.reduce(0) { $0 + stations[$1].cost } }.min()
    #expect(found.location.isProven)
    #expect(found.location.objective == best ?? .infinity)
    guard best != nil else { return }
    for (client, station) in found.station.enumerated() where reached.contains(client) {
      let station = try #require(station)
      #expect(stations[station].clients.contains(client))
      #expect(found.location.chosen.contains(station))
    }
    for (index, station) in stations.enumerated() {
      #expect(Double(found.station.count { $0 == index }) <= station.capacity)
    }
  }

  /// Whether the chosen stations can carry all clients: every way of giving them away is tried.
  private func fits(
    _ clients: [Int], _ stations: [CapacitatedCover.Station], _ chosen: [Int]
  ) -> Bool {
    var left = stations.map(\.capacity)
    func give(_ next: Int) -> Bool {
      guard next < clients.count else { return true }
      for station in chosen where left[station] >= 1 {
        guard stations[station].clients.contains(clients[next]) else { continue }
        left[station] -= 1
        if give(next + 1) { return true }
        left[station] += 1
      }
      return false
    }
    return give(0)
  }
}
