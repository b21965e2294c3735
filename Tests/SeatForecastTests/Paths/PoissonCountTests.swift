import Testing

import SeatForecast

/// Reference: SciPy 1.17.1, `poisson.ppf(norm.cdf(deviation), mean)`.
@Suite struct PoissonCountTests {
  @Test(arguments: [
    (0.4, 0.0, 0.0), (0.4, 1.2816, 1), (4.6, -1.2816, 2), (4.6, 1.2816, 7), (120, -2, 99),
    (120, 2, 142), (499, 1.5, 533), (501, 1.5, 535), (900, -3, 811), (900, 3, 991),
    (2000, 0.3, 2013), (0, 2, 0),
  ])
  func countsHaveTheirPlaceInTheDistribution(_ mean: Double, _ deviation: Double, _ count: Double) {
    #expect(PoissonCount.count(mean: mean, deviation: deviation) == count)
  }

  @Test func theFarthestLuckHasACount() {
    // The largest normal number that 53 random bits can give is 8.6.
    for mean in [1e-9, 3, 499] {
      let count = PoissonCount.count(mean: mean, deviation: 8.6)
      #expect(count > mean && count <= mean + 12 * mean.squareRoot() + 41)
    }
  }
}
