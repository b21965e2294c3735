import Foundation
import RadioCoverage
import SeedFiles
import Testing
import TwinModel
import TwinTestSupport

@Suite("Indoor losses by counting walls and floors")
struct MultiWallSumTests {
  let tables: PropagationTables

  init() throws { tables = try PropagationTables(seeds: SeedFolder(path: Checkout.seeds)) }

  // 3.4, 6.9 and 18.3 dB; two floors 18.3·2^(4/3 − 0.46) = 18.3·1.83196 = 33.525 dB.
  @Test("add walls one by one and floors ever less")
  func crossings() {
    let model = tables.multiWall
    let free = FreeSpace.loss(distance: 20, frequency: 1.8).value
    func more(_ crossings: MultiWallSum.Crossings) -> Double {
      model.loss(distance: 20, frequency: 1.8, through: crossings).value - free
    }
    #expect(abs(more(.init())) < 1e-12)
    #expect(abs(more(.init(lightWalls: 2, heavyWalls: 1)) - 13.7) < 1e-12)
    #expect(abs(more(.init(floors: 1)) - 18.3) < 1e-12)
    #expect(abs(more(.init(floors: 2)) - 18.3 * pow(2, 4.0 / 3 - 0.46)) < 1e-12)
    #expect(more(.init(floors: 3)) - more(.init(floors: 2)) < 18.3)
  }

  @Test("follow the older P.1238 with its own floors")
  func powerLaw() throws {
    let office = try tables.indoorPowerLaw("office")
    // 20·log 2000 + 30·log 10 − 28 = 68.0206, a floor 15 dB, two 19 dB.
    let same = try office.loss(distance: 10, frequency: 2, floors: 0).value
    #expect(abs(same - 68.0206) < 1e-4)
    #expect(abs(try office.loss(distance: 10, frequency: 2, floors: 1).value - same - 15) < 1e-9)
    #expect(abs(try office.loss(distance: 10, frequency: 2, floors: 2).value - same - 19) < 1e-9)
    #expect(throws: RadioError.self) { try tables.indoorPowerLaw("castle") }
  }

  @Test("take the latest edition of P.1238 that has the row, or the one that is asked for")
  func editions() throws {
    func row(_ environment: String, _ edition: Int?) throws -> SiteGeneral {
      try tables.siteGeneral("p1238", environment: environment, .nlos, edition: edition)
    }
    #expect(try row("office", nil).edition == 13)
    #expect(try row("office", 11).alpha == 2.46)
    #expect(try row("corridor", nil).edition == 11)
    #expect {
      try row("corridor", 13)
    } throws: { "\($0)".contains("corridor nlos edition 11") }
  }

  @Test("refuse a site-general row beyond its range")
  func ranges() throws {
    let row = try tables.siteGeneral("p1411-street", environment: "residential", .nlos)
    #expect {
      try row.loss(distance: 500, frequency: 3.5)
    } throws: {
      "\($0)" == "p1411-street residential: distance (m) is 500, but the model holds for 30 to 170"
    }
  }
}
