import Foundation
import Testing
import TwinModel

@Suite("Assumptions of a sweep")
struct AssumptionsTests {
  private static let plain =
    #"{"birthRate":0.9,"classSize":{"primary":45,"secondary":50},"inMigration":0.01}"#

  @Test("of a database from before places by points, dwellings and changes are read")
  func older() throws {
    let found = try JSONDecoder().decode(Assumptions.self, from: Data(Self.plain.utf8))
    #expect(
      found
        == Assumptions(
          birthRate: 0.9, inMigration: 0.01, classSize: .init(primary: 45, secondary: 50)))
    #expect(found.points == nil && found.housing == nil && found.changes == nil)
  }

  @Test("are written as before where none of these is assumed, and come back where they are")
  func written() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    var assumptions = Assumptions(
      birthRate: 0.9, inMigration: 0.01, classSize: .init(primary: 45, secondary: 50))
    #expect(String(decoding: try encoder.encode(assumptions), as: UTF8.self) == Self.plain)
    assumptions.points = .init(share: 0.3, places: 1.2, junior: .init(share: 0.1, places: 2))
    (assumptions.housing, assumptions.changes) = ("flats.csv", "plan.csv")
    let again = try JSONDecoder().decode(Assumptions.self, from: encoder.encode(assumptions))
    #expect(again == assumptions)
  }
}
