import Foundation
import RadioCoverage
import Testing
import TwinModel

@Suite("The load of sites that disturb one another")
struct CellLoadTests {
  // log₂(1 + SINR) Mbit/s.
  private let capacity = NRCapacity(
    bound: AttenuatedShannon(alpha: 1, least: Decibels(-100), greatest: Decibels(100)), layers: 1,
    occupiedMegahertz: 1, share: 1, peak: 1_000_000)

  /// Two sites, a place in front of each: 2 mW from its own, 1 mW from the other; 1 mW of noise.
  private func loads(_ demand: Double) -> CellLoad {
    let (own, other) = (DecibelMilliwatts(10 * log10(2)), DecibelMilliwatts(0))
    return CellLoad(
      places: [
        .init(levels: [own, other], demand: MegabitsPerSecond(demand)),
        .init(levels: [other, own], demand: MegabitsPerSecond(demand)),
      ], noise: DecibelMilliwatts(0), capacity: capacity)
  }

  // At load 1/3 the SINR is 2/(4/3) = 1.5, the rate log₂ 2.5, and a third of it asks for load 1/3.
  @Test("settles where load and interference agree")
  func settles() {
    let found = loads(log2(2.5) / 3)
    #expect(found.isSettled)
    #expect(found.load.allSatisfy { abs($0 - 1.0 / 3) < 1e-5 })
    #expect(found.sinr.allSatisfy { abs($0 - 10 * log10(1.5)) < 1e-4 })
  }

  // At load 1 the rate is log₂(1 + 2/2) = 1.
  @Test("says how far a full site falls short")
  func overload() {
    let found = loads(2)
    #expect(found.load.allSatisfy { abs($0 - 1) < 1e-5 })
    #expect(found.demand.allSatisfy { abs($0 - 2) < 1e-5 })
  }

  @Test("is idle without demand, and carries nothing without a rate")
  func edges() {
    #expect(loads(0).load == [0, 0])
    let deaf = CellLoad(
      places: [.init(levels: [DecibelMilliwatts(-200)], demand: 1)], noise: DecibelMilliwatts(0),
      capacity: capacity)
    #expect(deaf.demand == [.infinity])
    #expect(abs(deaf.load[0] - 1) < 1e-5)
    #expect(CellLoad(places: [], noise: DecibelMilliwatts(0), capacity: capacity).load.isEmpty)
  }
}
