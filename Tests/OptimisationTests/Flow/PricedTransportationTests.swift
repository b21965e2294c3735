import Optimisation
import Testing
import TwinModel

@Suite("A transportation problem that looks at few pairs")
struct PricedTransportationTests {
  @Test("costs what all pairs cost", arguments: [0.7, 1.0, 1.3])
  func sameAsAll(_ tightness: Double) throws {
    var random = SeededRandom(4, stream: "priced")
    let demand = (0..<60).map { _ in Int64(1 + 20 * random.unit()) }
    let total = Double(demand.reduce(0, +))
    let capacity = (0..<12).map { _ in Int64(total / 12 / tightness) }
    let points = (0..<72).map { _ in (random.unit(), random.unit()) }
    func cost(_ origin: Int, _ destination: Int) -> Int64 {
      let (x, y) = (
        points[origin].0 - points[60 + destination].0,
        points[origin].1 - points[60 + destination].1
      )
      return Int64(1000 * (x * x + y * y).squareRoot())
    }
    let all = try Transportation(
      demand: demand, capacity: capacity,
      arcs: (0..<60).flatMap { origin in
        (0..<12).map { .init(origin: origin, destination: $0, cost: cost(origin, $0)) }
      }, unplacedCost: 100_000
    ).solve()
    let priced = try PricedTransportation(
      demand: demand, capacity: capacity, unplacedCost: 100_000, start: 2
    ).solve { origin in (0..<12).map { ($0, cost(origin, $0)) } }
    #expect(priced.optimum.cost == all.cost)
    #expect(priced.optimum.unplaced.reduce(0, +) == all.unplaced.reduce(0, +))
    #expect(priced.arcs.count < 60 * 12)
  }
}
