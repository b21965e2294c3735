import Optimisation
import Testing

@Suite("An OR-Library file")
struct SetCoverFileTests {
  @Test("gives rows, costs and columns counted from 1")
  func reads() throws {
    let problem = try SetCover(
      orLibrary: " 2 3\n 4 5 6 \n 2\n 1 3\n 1\n 2\n", name: "scp")
    #expect(problem.required == [1, 1])
    #expect(problem.columns.map(\.cost) == [4, 5, 6])
    #expect(problem.columns.map(\.rows) == [[0], [1], [0]])
    #expect(try problem.solve().objective == 9)
    #expect(try problem.unicost.solve().objective == 2)
  }

  @Test("stops at the word that is wrong", arguments: ["2 3 4 5", "1 1 1 1 2", "1 1 1 1 1 9", "x"])
  func refuses(_ text: String) {
    #expect(throws: OptimisationError.self) { try SetCover(orLibrary: text, name: "scp") }
  }

  @Test("says what it expected")
  func message() {
    #expect {
      try SetCover(orLibrary: "1 1 1 1 2", name: "scp")
    } throws: {
      "\($0)" == "scp: word 5: a column of row 1 is “2”, expected 1 to 1"
    }
  }
}
