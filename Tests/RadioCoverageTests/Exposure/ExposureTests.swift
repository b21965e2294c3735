import Foundation
import RadioCoverage
import SeedFiles
import Testing
import TwinModel
import TwinTestSupport

@Suite("Exposure to radio waves")
struct ExposureTests {
  let limits: ExposureLimits

  init() throws { limits = try ExposureLimits(seeds: SeedFolder(path: Checkout.seeds)) }

  // f/7500 between 3 and 15 GHz: 3500/7500 = 0.4667 W/m².
  @Test(
    "has the limits of GB 8702-2014",
    arguments: [(0.9, 0.4), (3.0, 0.4), (3.5, 3500.0 / 7500), (15.0, 2.0), (28.0, 2.0)])
  func limit(gigahertz: Double, density: Double) throws {
    let found = try #require(limits.powerDensity(at: Gigahertz(gigahertz)))
    #expect(abs(found - density) < 1e-9)
  }

  @Test("has none where the table says nothing")
  func outside() {
    #expect(limits.powerDensity(at: 0.01) == nil)
    #expect(limits.powerDensity(at: 400) == nil)
  }

  // 1 W in all directions, 2 m away: 1/(4π·4) W/m².
  @Test("is EIRP over the sphere in free space")
  func sphere() {
    let loss = FreeSpace.loss(distance: 2, frequency: 3.5)
    let density = Exposure.powerDensity(
      radiated: DecibelMilliwatts(30), pathLoss: loss, frequency: 3.5)
    #expect(abs(density - 1 / (16 * .pi)) < 1e-12)
    let shares = Exposure.shares(
      pathLoss: [[Float(loss.value)], [Float(loss.value)]], radiated: DecibelMilliwatts(30),
      frequency: 3.5, limit: 0.01)
    #expect(abs(shares[0] - 2 / (16 * .pi * 0.01)) < 1e-4)
  }
}
