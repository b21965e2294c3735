import RadioCoverage
import Testing
import TwinModel

@Suite("Sites for a budget")
struct SiteBudgetTests {
  // Five cells; the first candidate reaches three for 5, the others two or one each for 2.
  private let placement = SitePlacement(
    candidates: [
      .init(pathLoss: [80, 80, 80, 120, 120], cost: 5, watts: 30),
      .init(pathLoss: [80, 80, 120, 120, 120], cost: 2, watts: 10),
      .init(pathLoss: [120, 120, 80, 120, 120], cost: 2, watts: 10),
      .init(pathLoss: [120, 120, 120, 80, 120], cost: 2, watts: 10),
      .init(pathLoss: [120, 120, 120, 120, 80], cost: 1, cable: 200, watts: 10),
    ], radiated: DecibelMilliwatts(-10), threshold: DecibelMilliwatts(-110), margin: Decibels(0),
    longestCable: 90)

  @Test("reaches most for money, with a bound, and never more than the money")
  func money() throws {
    let four = try placement.best(within: SiteBudget(cost: 4))
    #expect(four.chosen == [1, 2] || four.chosen == [1, 3])
    #expect(four.covered == 3 && abs(four.bound - 3) < 1e-6 && four.isProven && four.cost == 4)
    let seven = try placement.best(within: SiteBudget(cost: 7))
    #expect(seven.covered == 4 && seven.cost <= 7)
    #expect(try placement.best(within: SiteBudget(cost: 0)).covered == 0)
  }

  @Test("keeps to the power of the distributor")
  func power() throws {
    let found = try placement.best(within: SiteBudget(cost: 100, watts: 10))
    #expect(found.chosen == [1] && found.watts == 10)
  }

  @Test("finds the cheapest for a share, and says when there is none")
  func share() throws {
    // The fifth candidate's cable is too long, so 4 of 5 cells are the most.
    let found = try placement.cheapest(reaching: 0.8)
    #expect(found.chosen == [1, 2, 3] && found.cost == 6 && abs(found.bound - 6) < 1e-6)
    #expect(try placement.cheapest(reaching: 0.4).chosen == [1])
    let none = try placement.cheapest(reaching: 1)
    #expect(!none.isPossible && none.isProven)
    #expect(try !placement.cheapest(reaching: 0.8, within: SiteBudget(watts: 20)).isPossible)
  }
}
