import SeedFiles
import StandardsCheck
import Testing

@Suite("Seat warning levels")
struct SeatWarningLevelsTests {
  @Test("of the package start yellow before red and are shown as unverified")
  func packaged() throws {
    let levels = try SeatWarningLevels.load(
      from: StandardsSeeds.folder().read("seats/warning-levels.yaml"))
    #expect(levels.yellow.utilisationPercent < levels.red.utilisationPercent)
    #expect(levels.red.utilisationPercent == 100)
    #expect(!levels.red.isVerified)
  }

  @Test("refuse a red that starts below yellow, and a level that is missing")
  func order() throws {
    func load(_ red: String) throws -> SeatWarningLevels {
      let text = """
        format: warning-levels/1
        levels:
          - {level: yellow, shortage_probability_percent: 20, utilisation_percent: 85, status: seen}
        \(red)
        """
      return try SeatWarningLevels.load(from: YAMLNode.parse(text, file: "w.yaml"))
    }
    #expect(
      throws: SeedError(file: "w.yaml", line: 3, reason: "levels: red must not start below yellow")
    ) {
      try load(
        "  - {level: red, shortage_probability_percent: 10, utilisation_percent: 100, status: seen}"
      )
    }
    #expect(
      throws: SeedError(
        file: "w.yaml", line: 3, reason: "levels: expected the levels yellow and red")
    ) { try load("") }
  }
}
