import SeedFiles
import StandardsCheck
import Testing

@Suite("A seat warning")
struct SeatWarningLevelsTests {
  @Test("takes the worse of probability and of demand against supply")
  func colours() throws {
    let levels = try SeatWarningLevels.load(
      from: StandardsSeeds.folder().read("seats/warning-levels.yaml"))
    func colour(_ probability: Double?, _ ratio: Double?) -> SeatWarningLevels.Colour? {
      levels.colour(shortageProbability: probability, demandToSupply: ratio)
    }
    #expect(colour(10, 0.9) == .green)
    #expect(colour(20, 0.9) == .yellow)
    #expect(colour(10, 0.95) == .yellow)
    #expect(colour(10, 1) == .red)
    #expect(colour(50, nil) == .red)
    #expect(colour(nil, .infinity) == .red)
    #expect(colour(nil, nil) == nil)
  }

  @Test("refuses a red that starts below yellow")
  func order() throws {
    let text = """
      format: seat-warning-levels/1
      status: unverified
      source: here
      yellow: {shortage_probability: 20, demand_to_supply: 0.95}
      red: {shortage_probability: 10, demand_to_supply: 1}
      """
    #expect(
      throws: SeedError(file: "w.yaml", line: 5, reason: "red: red must not start below yellow")
    ) {
      try SeatWarningLevels.load(from: YAMLNode.parse(text, file: "w.yaml"))
    }
  }
}
