import SeatForecast
import Testing
import TwinModel

@Suite("A weighted quantile")
struct WeightedQuantileTests {
  private func quantile(_ items: [(Double, Double)], _ share: Double) -> Double {
    var sample = WeightedQuantile()
    for (value, weight) in items { sample.add(value, weight: weight) }
    return sample.value(selecting: share)
  }

  @Test(
    "lies between half weights, worked out by hand",
    arguments: [
      // Places of 1, 2 and 4 are 1/6, 3/6 and 5/6.
      ([(2, 1), (4, 1), (1, 1)], 0.5, 2), ([(2, 1), (4, 1), (1, 1)], 2.0 / 3, 3),
      ([(2, 1), (4, 1), (1, 1)], 0.01, 1), ([(2, 1), (4, 1), (1, 1)], 0.99, 4),
      // Places of 10 and 20 are 0.375 and 0.875.
      ([(10, 3), (20, 1)], 0.375, 10), ([(10, 3), (20, 1)], 0.625, 15), ([(7, 2)], 0.8, 7),
      ([], 0.5, 0),
    ] as [([(Double, Double)], Double, Double)])
  func byHand(_ items: [(Double, Double)], _ share: Double, _ expected: Double) {
    #expect(abs(quantile(items, share) - expected) < 1e-12)
  }

  /// The definition itself, on the sorted sample.
  private func defined(_ items: [(Double, Double)], _ share: Double) -> Double {
    let sorted = items.sorted { $0 < $1 }
    let total = items.reduce(0) { $0 + $1.1 }
    var places: [Double] = []
    var before = 0.0
    for (_, weight) in sorted {
      places.append((before + weight / 2) / total)
      before += weight
    }
    guard let above = places.firstIndex(where: { $0 > share }) else {
      return sorted[sorted.count - 1].0
    }
    guard above > 0 else { return sorted[0].0 }
    let part = (share - places[above - 1]) / (places[above] - places[above - 1])
    return sorted[above - 1].0 + part * (sorted[above].0 - sorted[above - 1].0)
  }

  @Test("is that of the sorted sample, whatever its size, order and ties", arguments: 0..<60)
  func large(_ seed: Int) {
    var random = SeededRandom(UInt64(seed), stream: "quantile")
    let count = 1 + Int(random.unit() * 900)
    let hasTies = seed.isMultiple(of: 3)
    let items = (0..<count).map { _ in
      let value = random.unit() * 10
      return (hasTies ? value.rounded(.down) : value, [1, 0.8, 0.64][Int(random.unit() * 3)])
    }
    for share in [0, 0.1, 0.5, 0.8, 0.95, 1] {
      let found = quantile(items, share)
      #expect(abs(found - defined(items, share)) < 1e-9, "\(share) of \(count)")
      #expect(abs(found - quantile(items.reversed(), share)) < 1e-12)
    }
  }
}
