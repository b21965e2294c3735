import RadioCoverage
import Testing
import TwinModel

@Suite("The peak rate of an NR carrier")
struct NRPeakRateTests {
  // TS 38.306 with 273 blocks at 30 kHz, 256QAM, 14 % overhead: 2337.0 Mbit/s by hand.
  @Test("is 2337 Mbit/s of 100 MHz with four layers, and half with two")
  func known() {
    var carrier = NRPeakRate(
      layers: 4, bitsPerSymbol: 8, resourceBlocks: 273, subcarrierKilohertz: 30, overhead: 0.14)
    let whole = carrier.rate.value
    #expect(abs(whole - 2337.0001) < 1e-3)
    carrier.layers = 2
    #expect(abs(carrier.rate.value - whole / 2) < 1e-9)
    carrier.scaling = 0.8
    #expect(abs(carrier.rate.value - 0.4 * whole) < 1e-9)
  }
}
