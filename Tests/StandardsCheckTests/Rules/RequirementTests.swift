import StandardsCheck
import Testing
import TwinModel

@Suite("A requirement")
struct RequirementTests {
  @Test("holds at its limit, with no loss to the last digit")
  func limit() {
    let area = Requirement(.atLeast, .number(1.36), unit: "m²/seat")
    #expect(area.isMet(by: .number(61.2 / 45)) == true)
    #expect(area.isMet(by: .number(1.3599)) == false)
    #expect(Requirement(.atMost, .number(4)).isMet(by: .number(4)) == true)
    #expect(Requirement(.within, .range(1, 2)).isMet(by: .number(3)) == false)
    #expect(Requirement(.required, .flag(true)).isMet(by: .flag(false)) == false)
    #expect(Requirement(.equal, .word("red")).isMet(by: .text("red")) == true)
  }

  @Test("has no answer for a value of another sort")
  func otherSort() {
    #expect(Requirement(.atLeast, .number(1)).isMet(by: .text("much")) == nil)
    #expect(Requirement(.atLeast, .number(1)).isMet(by: .number(.nan)) == nil)
    #expect(Requirement(.required, .flag(true)).isMet(by: .number(1)) == nil)
  }

  @Test("is said in words and figures, and never rounds a value to the other side")
  func words() {
    let area = Requirement(.atLeast, .number(1.36), unit: "m²/seat")
    #expect(area.text == "≥ 1.36 m²/seat")
    #expect(area.text(of: .number(1.6)) == "1.6 m²/seat")
    #expect(area.text(of: .number(1.2345678)) == "1.235 m²/seat")
    #expect(area.text(of: .number(1.35996)) == "1.35996 m²/seat")
    #expect(Requirement(.within, .range(3, 18)).text == "3 … 18")
    #expect(Requirement(.required, .flag(true)).text == "required")
    #expect(Requirement(.atMost, .number(4)).text(of: .number(5)) == "5")
  }
}
