import Foundation
import SeedFiles
import SensorPlacement
import Testing
import TwinModel
import TwinTestSupport

@Suite("Fires noticed by the ceiling jet")
struct CeilingJetTests {
  private let jet: CeilingJet

  init() throws { jet = try CeilingJet(seeds: SeedFolder(path: Checkout.seeds)) }

  @Test("the correlations give back the rise", arguments: [0.0, 0.3, 0.5, 0.6, 2, 8])
  func inverse(distance: Double) {
    let height = 3.0
    let release = jet.heatRelease(height: 3, distance: .init(distance))
    let rise =
      distance / height <= 0.18
      ? 16.9 * pow(release, 2.0 / 3) / pow(height, 5.0 / 3)
      : 5.38 * pow(release / distance, 2.0 / 3) / height
    #expect(abs(rise - 13) < 1e-9)
  }

  @Test("5 m from a fire 3 m below the ceiling, 97.6 kW are noticed")
  func byHand() {
    // (13 · 3 / 5.38)^1.5 = 7.2491^1.5 = 19.518; times 5 m.
    #expect(abs(jet.heatRelease(height: 3, distance: 5) - 97.59) < 0.01)
    // t = √(97.59 / α): 183.4, 91.3 and 45.6 s, weighted ¼, ½ and ¼.
    #expect(abs(jet.meanTime(height: 3, distance: 5).value - 102.93) < 0.05)
  }

  @Test("both correlations meet at r / H = 0.18 within their rounding, and farther is never sooner")
  func monotone() {
    // (16.9 / 5.38)^1.5 · 0.18 = 1.002.
    let (inner, outer) = (
      jet.heatRelease(height: 3, distance: 0.54), jet.heatRelease(height: 3, distance: 0.5401)
    )
    #expect(outer >= inner)
    #expect(outer / inner < 1.003)
    let times = stride(from: 0.0, through: 30, by: 0.1).map {
      jet.meanTime(height: 3, distance: .init($0))
    }
    #expect(zip(times, times.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(times.allSatisfy { $0 <= jet.horizon })
  }

  @Test("seeds with shares that do not sum to 1, or a wrong number, stop with the line")
  func seeds() throws {
    let text = try String(
      contentsOfFile: Checkout.seeds + "/detection/ceiling-jet.yaml", encoding: .utf8)
    for (old, new, words) in [
      ("share: 0.5", "share: 0.6", "the shares sum to 1.1, not to 1"),
      ("rise: 13", "rise: 0", "above 0"), ("near_ratio", "nearness", "nearness"),
      ("detection/1", "detection/2", "expected detection/1"),
    ] {
      let error = #expect(throws: SeedError.self) {
        try CeilingJet(YAMLNode.parse(text.replacing(old, with: new), file: "ceiling-jet.yaml"))
      }
      #expect("\(try #require(error))".contains(words))
      #expect("\(try #require(error))".contains("ceiling-jet.yaml:"))
    }
  }
}
