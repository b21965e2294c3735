import Foundation
import RadioCoverage
import SeedFiles
import Testing
import TwinModel
import TwinTestSupport

@Suite("The throughput of an NR carrier")
struct ThroughputTests {
  let values: NRThroughput

  init() throws { values = try NRThroughput(seeds: SeedFolder(path: Checkout.seeds)) }

  private func carrier(layers: Int) -> NRCapacity {
    NRCapacity(
      bound: values.downlink, layers: layers, occupiedMegahertz: 98.28,
      share: values.pattern.downlinkShare,
      peak: NRPeakRate(
        layers: layers, bitsPerSymbol: 8, resourceBlocks: 273, subcarrierKilohertz: 30,
        overhead: 0.14
      ).rate)
  }

  // 0.6·98.28 MHz·log₂(1 + 1, 11, 101, 1001) = 59.0, 204.0, 392.6, 587.7 Mbit/s.
  @Test(
    "is 59, 204, 393 and 588 Mbit/s a layer at 0, 10, 20 and 30 dB, and no more beyond",
    arguments: [(0.0, 58.968), (10, 203.996), (20, 392.621), (30, 587.747), (40, 587.747)])
  func layer(sinr: Double, rate: Double) {
    #expect(abs(98.28 * values.downlink.efficiency(at: Decibels(sinr)) - rate) < 1e-3)
    #expect(values.downlink.efficiency(at: Decibels(-10.01)) == 0)
  }

  @Test("gives a TDD carrier of DDDSU 52 of 70 symbols down and 16 up")
  func pattern() {
    #expect(values.pattern.downlinkShare == 52.0 / 70)
    #expect(values.pattern.uplinkShare == 16.0 / 70)
    #expect(TDDPattern(slots: "", special: (0, 0)) == nil)
    #expect(TDDPattern(slots: "DX", special: (0, 0)) == nil)
    #expect(TDDPattern(slots: "DS", special: (10, 5)) == nil)
  }

  // With α 1 over 1 MHz: at 0 dB two layers of half the power carry 2·log₂ 1.5; at −9 dB each of two would be
  // below −10 dB, so that one carries log₂(1 + 10^−0.9).
  @Test("splits the power over as many layers as pay")
  func split() {
    let capacity = NRCapacity(
      bound: AttenuatedShannon(alpha: 1, least: Decibels(-10), greatest: Decibels(30)), layers: 2,
      occupiedMegahertz: 1, share: 1, peak: 1000)
    #expect(abs(capacity.rate(sinr: Decibels(0)).value - 2 * log2(1.5)) < 1e-12)
    #expect(abs(capacity.rate(sinr: Decibels(-9)).value - log2(1 + pow(10, -0.9))) < 1e-12)
    #expect(capacity.rate(sinr: Decibels(-11)) == 0)
  }

  // 45 · 50 = 2250 Mbit/s. At 25 dB a layer: 2 layers 728 and 4 layers 1456 Mbit/s; four layers of
  // 256QAM end at 2337 · 52/70 = 1736 Mbit/s.
  @Test("does not carry a class of 45 in virtual reality on one carrier")
  func virtualReality() {
    let demand = RoomDemand(pupils: 45, each: values.virtualReality)
    #expect(demand.total == 2250)
    let two = carrier(layers: 2).rate(layerSINR: Decibels(25))
    let four = carrier(layers: 4).rate(layerSINR: Decibels(25))
    let best = carrier(layers: 4).rate(layerSINR: Decibels(40))
    #expect(abs(two.value - 728.0) < 0.1)
    #expect(abs(best.value - 2337.0001 * 52 / 70) < 0.01)
    #expect(demand.answer(from: two).served == 14)
    #expect(demand.answer(from: four).served == 29)
    #expect(demand.answer(from: best).served == 34)
    #expect(demand.answer(from: best).carriers == 2)
    // In time: half of 1736 is 868 Mbit/s, 17 pupils, 19.3 Mbit/s for each of 45.
    let late = demand.answer(from: best, derating: values.derating)
    #expect(late.served == 17)
    #expect(late.carriers == 3)
    #expect(abs(late.shared.value - 19.29) < 0.01)
  }

  @Test("serves nobody without a rate, and asks nothing without pupils")
  func edges() {
    let demand = RoomDemand(pupils: 45, each: 50)
    #expect(demand.answer(from: 0).carriers == nil)
    #expect(demand.answer(from: 49).served == 0)
    #expect(RoomDemand(pupils: 0, each: 50).answer(from: 0).carriers == 0)
  }
}
