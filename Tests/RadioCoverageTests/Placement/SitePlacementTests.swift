import Optimisation
import RadioCoverage
import Testing
import TwinModel

@Suite("The placement of sites")
struct SitePlacementTests {
  // Four cells; 80 dB is reached, 120 dB is not: −10 dBm less 100 dB against −110 dBm.
  private let maps: [[Float]] = [
    [80, 80, 120, 120], [120, 80, 80, 120], [120, 120, 80, 80], [80, 120, 120, 120],
  ]

  private func placement(
    costs: [Double] = [1, 1, 1, 1], cables: [Metres?] = [nil, nil, nil, nil], margin: Double = 0
  ) -> SitePlacement {
    SitePlacement(
      candidates: maps.indices.map {
        .init(pathLoss: maps[$0], cost: costs[$0], cable: cables[$0])
      }, radiated: DecibelMilliwatts(-10), threshold: DecibelMilliwatts(-110),
      margin: Decibels(margin), longestCable: 90)
  }

  @Test("finds the two of four that reach all, and proves it")
  func cheapest() throws {
    let found = try placement().cheapest()
    #expect(found.chosen == [0, 2])
    #expect(found.isProven && found.bound == 2 && found.uncoverable.isEmpty)
    // Dear as it is, the first is worth less than the second and the fourth together.
    #expect(try placement(costs: [5, 1, 1, 1]).cheapest().chosen == [1, 2, 3])
  }

  @Test("takes the one that reaches most pupils for a budget of one")
  func budget() throws {
    let found = try placement().best(1, weights: [1, 10, 11, 1])
    #expect(found.chosen == [1])
    #expect(found.objective == 21 && found.bound == 21)
    #expect(try placement().best(2).objective == 4)
  }

  @Test("leaves out what the cable does not reach, and says what nothing reaches")
  func limits() throws {
    let found = try placement(cables: [nil, nil, 91, nil]).cheapest()
    #expect(found.chosen == [0, 1])
    #expect(found.uncoverable == [3])
    // With 20.1 dB of margin 80 dB are too much: 100 − 20.1 < 80.
    #expect(try placement(margin: 20.1).cheapest().uncoverable == [0, 1, 2, 3])
    #expect(try placement(margin: 19.9).cheapest().uncoverable.isEmpty)
  }
}

@Suite("The margin for shadowing")
struct ShadowMarginTests {
  // Φ(1.2816) = 0.9, Φ(1.6449) = 0.95.
  @Test("is 6.41 dB for 90 % and 8.22 dB for 95 % at 5 dB")
  func known() {
    let sigma = Decibels(5)
    #expect(abs(ShadowMargin.margin(probability: 0.9, sigma: sigma).value - 6.4078) < 1e-4)
    #expect(abs(ShadowMargin.margin(probability: 0.95, sigma: sigma).value - 8.2243) < 1e-4)
    let probability = ShadowMargin.probability(
      median: DecibelMilliwatts(-103.5922), threshold: DecibelMilliwatts(-110), sigma: sigma)
    #expect(abs(probability - 0.9) < 1e-5)
  }
}
