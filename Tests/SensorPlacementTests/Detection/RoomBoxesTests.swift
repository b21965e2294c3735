import Foundation
import SeedFiles
import SensorPlacement
import Testing
import TwinModel
import TwinTestSupport

@Suite("Rooms as well-mixed boxes")
struct RoomBoxesTests {
  /// First of the times at which `rise` is at least `threshold`; `rise` grows.
  private func crossing(_ threshold: Double, of rise: (Double) -> Double) -> Double {
    var (low, high) = (0.0, 100_000.0)
    for _ in 0..<200 {
      let middle = (low + high) / 2
      if rise(middle) >= threshold { high = middle } else { low = middle }
    }
    return high
  }

  @Test("one box rises as G/Q (1 − exp(−Qt/V))", arguments: [1.0, 10, 60])
  func oneBox(step: Double) throws {
    let boxes = RoomBoxes(volumes: [180], losses: [0.05], exchanges: [])
    let emission = 0.2e-3
    let times = boxes.times(
      emissions: [emission], threshold: 600e-6, step: step, steps: 7200, sources: [0])
    let exact = -180 / 0.05 * log(1 - 600e-6 * 0.05 / emission)
    // (1 + hQ/V)^(−n) is exp(−Q t'/V) with t' = nh (1 − hQ/2V + …): late by hQ/2V of itself (0.8 % of
    // 585 s for a step of 60 s), and then to the end of the step.
    #expect(try #require(times[0][0]) - exact >= 0)
    #expect(try #require(times[0][0]) - exact <= step + exact * step * 0.05 / 360)
  }

  /// Two boxes without loss, by their two eigenvectors: the sum and the difference.
  ///
  /// V₁C₁ + V₂C₂ = G t. With λ = q (1/V₁ + 1/V₂) the difference D = C₁ − C₂ follows dD/dt = G/V₁ − λD, so
  /// that D = G/(V₁λ) (1 − exp(−λt)), C₁ = (G t + V₂ D)/ΣV, C₂ = (G t − V₁ D)/ΣV.
  ///
  /// V = 100, 300 m³, q = 0.1 m³/s, G = 4·10⁻⁴: 1/λ = 750 s, D → 3·10⁻³. 5·10⁻³ is reached in the first
  /// at t = 2750 + 2250 exp(−t/750) = 2803.5 s, in the second at t = 5750 − 750 exp(−t/750) = 5749.6 s.
  /// Leaving exp(−λt) out, which gives 2750 s, is wrong by 53 s for the first.
  @Test("two boxes follow their exact solution to the order of the step", arguments: [1.0, 10, 30])
  func twoBoxes(step: Double) throws {
    let boxes = RoomBoxes(volumes: [100, 300], losses: [0, 0], exchanges: [(0, 1, 0.1)])
    let times = boxes.times(
      emissions: [4e-4, 4e-4], threshold: 5e-3, step: step, steps: 20_000, sources: [0, 1])
    func difference(_ time: Double) -> Double { 3e-3 * (1 - exp(-time / 750)) }
    let near = crossing(5e-3) { (4e-4 * $0 + 300 * difference($0)) / 400 }
    let far = crossing(5e-3) { (4e-4 * $0 - 100 * difference($0)) / 400 }
    #expect(abs(near - 2803.5) < 0.1)
    #expect(abs(far - 5749.6) < 0.1)
    #expect(abs(try #require(times[0][0]) - near) <= step)
    #expect(abs(try #require(times[0][1]) - far) <= step)
    // With the source in the larger box D has V₂ for V₁: D → −10⁻³ in C₁ − C₂.
    func reverse(_ time: Double) -> Double { 1e-3 * (1 - exp(-time / 750)) }
    let larger = crossing(5e-3) { (4e-4 * $0 + 100 * reverse($0)) / 400 }
    #expect(abs(try #require(times[1][1]) - larger) <= step)
  }

  @Test("the rise in the end is that of the flows in balance, whatever the order of rooms")
  func balance() throws {
    // A corridor (2) between three rooms, each with losses 0.02: G = 0.02 ΣC, and room 0 gives it off.
    // With q = 0.06: room j ≠ 0 has 0.06 (C₂ − C_j) = 0.02 C_j, C_j = ¾ C₂; the corridor has
    // 0.06 (C₀ − C₂) = 2 · 0.06 · ¼ C₂ + 0.02 C₂ = 0.05 C₂, C₀ = 11/6 C₂. ΣC = (11/6 + 1 + 1.5) C₂ =
    // 13/3 C₂, so that G = 0.026 gives C₂ = 0.3, C₁ = C₃ = 0.225, C₀ = 0.55.
    let boxes = RoomBoxes(
      volumes: [50, 60, 90, 70], losses: [0.02, 0.02, 0.02, 0.02],
      exchanges: [(0, 2, 0.06), (2, 1, 0.06), (3, 2, 0.06)])
    func reached(_ threshold: Double) -> [Bool] {
      boxes.times(
        emissions: [0.026, 0, 0, 0], threshold: threshold, step: 100, steps: 2000, sources: [0])[0]
        .map { $0 != nil }
    }
    #expect(reached(0.2249) == [true, true, true, true])
    #expect(reached(0.2251) == [true, false, true, false])
    #expect(reached(0.2999) == [true, false, true, false])
    #expect(reached(0.3001) == [true, false, false, false])
    #expect(reached(0.5499) == [true, false, false, false])
    #expect(reached(0.5501) == [false, false, false, false])
  }

  @Test("a box without source or neighbours is never above")
  func silent() {
    let boxes = RoomBoxes(volumes: [100, 100], losses: [0, 0], exchanges: [])
    let times = boxes.times(
      emissions: [1e-3, 0], threshold: 1e-3, step: 30, steps: 100, sources: [0, 1])
    #expect(times[0][1] == nil)
    #expect(times[1] == [nil, nil])
  }

  @Test("flow through an open door of 0.9 by 2 m at 1 K is 0.09 m³/s")
  func door() throws {
    let rules = try AirEventRules(seeds: SeedFolder(path: Checkout.seeds))
    // 0.6/3 · 0.9 · √(9.81 · 8 / 293) = 0.18 · 0.5175 = 0.0932.
    #expect(abs(rules.openDoor(width: 0.9, height: 2) - 0.0932) < 0.0001)
  }
}
