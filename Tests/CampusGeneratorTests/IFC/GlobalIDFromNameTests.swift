import CampusGenerator
import Testing
import TwinModel

@Suite("A GlobalId made from a name")
struct GlobalIDFromNameTests {
  @Test("has 22 characters of IFC's base 64, the first no higher than 3")
  func form() {
    let alphabet = Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_$")
    for number in 0..<1000 {
      let id = GlobalID(fromName: "name \(number)").value
      #expect(id.count == 22)
      #expect(id.allSatisfy(alphabet.contains))
      #expect("0123".contains(id.first ?? " "))
    }
  }

  @Test("holds the bits of a name-based UUID")
  func marks() throws {
    let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_$")
    let id = GlobalID(fromName: "青云小学/A/1").value
    // 22 characters of six bits, the first of two: bit k of the UUID from the top.
    let bits = try id.enumerated().flatMap { index, character in
      let value = try #require(alphabet.firstIndex(of: character))
      return (0..<(index == 0 ? 2 : 6)).reversed().map { value >> $0 & 1 }
    }
    #expect(bits.count == 128)
    #expect(Array(bits[48..<52]) == [0, 1, 0, 1])
    #expect(Array(bits[64..<66]) == [1, 0])
  }

  @Test("is the same for the same name and another for another")
  func identity() {
    let ids = (0..<20_000).map { GlobalID(fromName: "A/\($0)") }
    #expect(Set(ids).count == ids.count)
    #expect(ids[7] == GlobalID(fromName: "A/7"))
  }
}
