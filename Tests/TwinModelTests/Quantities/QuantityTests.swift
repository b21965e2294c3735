import Foundation
import Testing
import TwinModel

@Suite("A quantity")
struct QuantityTests {
  @Test("adds, compares and prints with its unit")
  func arithmetic() {
    let width: Metres = 2.4
    #expect(width + 0.6 == Metres(3))
    #expect(width - 0.4 == Metres(2))
    #expect(width < 3)
    #expect("\(width)" == "2.4 m")
    #expect("\(SquareMetres(61.2))" == "61.2 m²")
    #expect([Metres(1), 2, 3].reduce(.zero, +) == 6)
  }

  @Test("is a bare number in JSON")
  func coded() throws {
    let json = try JSONEncoder().encode([Metres(2.5)])
    #expect(String(decoding: json, as: UTF8.self) == "[2.5]")
    #expect(try JSONDecoder().decode([Metres].self, from: json) == [2.5])
  }

  @Test("of power in decibels is amplified and attenuated by a ratio")
  func decibels() {
    #expect(DecibelMilliwatts(20) - Decibels(3) == DecibelMilliwatts(17))
    #expect(DecibelMilliwatts(20) + Decibels(3) == DecibelMilliwatts(23))
    #expect(Decibels(3) + Decibels(4) == Decibels(7))
    #expect(DecibelMilliwatts(-110) < DecibelMilliwatts(-100))
  }
}
