import SeedFiles
import SensorPlacement
import Testing
import TwinModel
import TwinTestSupport

@Suite("The choice of detectors")
struct DetectorChoiceTests {
  private func seeds() throws -> DetectorChoice {
    try PointDetectorRules(seeds: SeedFolder(path: Checkout.seeds)).choice
  }

  @Test(
    "gives heat detectors to the rooms of 5.2.5",
    arguments: [
      ("kitchen", ""), ("technical", "B101 锅炉房"), ("technical", "Boiler Room 3"), (nil, "BOILER"),
      ("technical", "Heizung"), ("technical", "柴油发电机房"), (nil, "Generator"),
      (nil, "2F 吸烟室"), ("office", "吸烟室"),
    ] as [(String?, String)])
  func heat(_ use: String?, _ name: String) throws {
    #expect(try seeds().heatRule(use: use, name: name) != nil)
  }

  @Test(
    "gives smoke detectors to all others",
    arguments: [
      (nil, ""), ("technical", "配电房"), ("technical", "Boilermaker"), ("office", "boiler"),
      ("canteen", "学生餐厅"), ("technical", "regenerators"),
    ] as [(String?, String)])
  func smoke(_ use: String?, _ name: String) throws {
    #expect(try seeds().heatRule(use: use, name: name) == nil)
  }

  @Test("refuses a rule for every room, with its line")
  func every() throws {
    let node = try YAMLNode.parse(
      "format: detector-choice/1\nheat:\n  - reason: none\n    status: seen\n    source: none\n",
      file: "choice.yaml")
    #expect {
      try DetectorChoice(node)
    } throws: {
      "\($0)".hasPrefix("choice.yaml:3: heat[0]: expected “use” or “names”")
    }
  }
}
