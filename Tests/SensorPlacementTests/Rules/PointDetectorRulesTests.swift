import SeedFiles
import SensorPlacement
import Testing
import TwinModel
import TwinTestSupport

@Suite("The rules for smoke detectors")
struct PointDetectorRulesTests {
  private func seeds() throws -> PointDetectorRules {
    try PointDetectorRules(seeds: SeedFolder(path: Checkout.seeds))
  }

  @Test(
    "give area and radius by floor area and height (table 6.2.2, flat ceiling)",
    arguments: [
      (80.0, 12.0, 80.0, 6.7), (80.1, 6.0, 60.0, 5.8), (80.1, 6.1, 80.0, 6.7), (12, 3, 80, 6.7),
    ])
  func table(_ floor: Double, _ height: Double, _ area: Double, _ radius: Double) throws {
    let row = try #require(
      seeds().protection(floorArea: SquareMetres(floor), height: Metres(height), slope: 0))
    #expect(row.area == SquareMetres(area))
    #expect(row.radius == Metres(radius))
    #expect(row.isVerified == (area == 60))
  }

  @Test("end at a height of 12 m")
  func height() throws {
    #expect(try seeds().protection(floorArea: 50, height: 12.01, slope: 0) == nil)
  }

  @Test("ask for S / (K · A) detectors, rounded up, one at least")
  func count() throws {
    let rules = try seeds()
    let row = try #require(rules.protection(floorArea: 300, height: 4, slope: 0))
    #expect(rules.leastCount(floorArea: 300, protection: row, people: 40) == 5)
    // K = 0.9 above 500 people: 300 / 54 = 5.6.
    #expect(rules.leastCount(floorArea: 300, protection: row, people: 600) == 6)
    #expect(rules.leastCount(floorArea: 1, protection: row, people: 0) == 1)
  }

  @Test("refuse a key they do not know, with its line")
  func unknownKey() throws {
    let node = try YAMLNode.parse("kind: smoke_detector\nradius: 5\n", file: "rules.yaml")
    let choice = try seeds().choice
    #expect {
      try PointDetectorRules(node, choice: choice)
    } throws: {
      "\($0)".hasPrefix("rules.yaml:2: unknown key “radius”")
    }
  }
}
