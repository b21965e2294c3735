import Foundation
import RadioCoverage
import Testing
import TwinModel

@Suite("The link of an indoor small cell")
struct BestServerTests {
  let link = NRLink(
    power: DecibelMilliwatts(24), antennaGain: Decibels(2), cableLoss: Decibels(0),
    resourceBlocks: 273, subcarrierHertz: 30000, noiseFigure: Decibels(9))

  // 24 + 2 − 10·log(12·273) = −9.15 dBm; −174 + 10·log(30 000) + 9 = −120.23 dBm.
  @Test("radiates −9.15 dBm a resource element against −120.23 dBm of noise")
  func levels() {
    #expect(abs(link.radiatedPerElement.value + 9.153) < 1e-3)
    #expect(abs(link.noisePerElement.value + 120.229) < 1e-3)
  }

  @Test("serves from the strongest site and counts the others by their load")
  func servers() {
    let server = BestServer(
      pathLoss: [[90, 100, 80], [100, 90, 80]], link: link, load: 0.5)
    #expect(server.site == [0, 1, 0])
    #expect(abs(server.rsrp[0] + 99.153) < 1e-3)
    // S = −99.153, I = −109.153 − 3.010 dBm, N = −120.229 dBm: I + N = −111.533 dBm.
    #expect(abs(server.sinr[0] - 12.38) < 0.01)
    #expect(server.sinr[0] == server.sinr[1])
  }

  @Test("has the signal-to-noise ratio when it is alone")
  func alone() {
    let server = BestServer(pathLoss: [[90]], link: link, load: 1)
    #expect(abs(server.sinr[0] - (120.229 - 99.153)) < 1e-3)
  }
}
