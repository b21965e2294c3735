import RadioCoverage
import SeedFiles
import Testing
import TwinModel
import TwinTestSupport

@Suite("Entry into a building")
struct EntryLossTests {
  let tables: PropagationTables

  init() throws { tables = try PropagationTables(seeds: SeedFolder(path: Checkout.seeds)) }

  @Test("costs more of more cases, and the same from above and below")
  func building() throws {
    for building in BuildingEntry.Building.allCases {
      let model = try tables.buildingEntry(building)
      var before = -Double.infinity
      for percent in stride(from: 1.0, to: 100, by: 1) {
        let loss = try model.loss(frequency: 3.5, probability: percent, elevation: 0).value
        #expect(loss > before)
        before = loss
      }
      #expect(
        try model.loss(frequency: 3.5, probability: 50, elevation: -20)
          == model.loss(frequency: 3.5, probability: 50, elevation: 20))
      #expect(throws: RadioError.self) {
        try model.loss(frequency: 3.5, probability: 50, elevation: 91)
      }
    }
  }

  // At 3.75 GHz by the closed form, two decimals.
  @Test(
    "through a facade depends on the release",
    arguments: [
      (OutdoorToIndoor.Facade.low, 16, 12.79), (.low, 19, 12.79), (.high, 18, 27.44),
      (.high, 19, 28.16), (.lowA, 19, 6.96),
    ])
  func facade(facade: OutdoorToIndoor.Facade, release: Int, expected: Double) throws {
    let model = try tables.outdoorToIndoor(facade, release: release)
    #expect(abs(try model.loss(frequency: 3.75, depth: 0).value - expected) < 0.005)
    #expect(abs(try model.loss(frequency: 3.75, depth: 10).value - expected - 5) < 0.005)
  }

  @Test("has no low-A before release 19, and none of release 15")
  func releases() {
    #expect(throws: RadioError.self) { try tables.outdoorToIndoor(.lowA, release: 18) }
    #expect {
      try tables.outdoorToIndoor(.low, release: 15)
    } throws: { "\($0)".contains("low of release 16") }
  }
}
