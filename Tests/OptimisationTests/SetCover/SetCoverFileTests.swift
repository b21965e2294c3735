import Optimisation
import Testing

@Suite("An OR-Library file")
struct SetCoverFileTests {
  @Test("gives rows, costs and columns counted from 1")
  func reads() throws {
    let problem = try SetCover(
      orLibrary: Array(" 2 3\n 4 5 6 \n 2\n 1 3\n 1\n 2\n".utf8), name: "scp")
    #expect(problem.required == [1, 1])
    #expect(problem.columns.map(\.cost) == [4, 5, 6])
    #expect(problem.columns.map(\.rows) == [[0], [1], [0]])
    #expect(try problem.solve().objective == 9)
    #expect(try problem.unicost.solve().objective == 2)
  }

  @Test("may list the rows of each column instead, with CRLF and a byte order mark")
  func readsByColumns() throws {
    let problem = try SetCover(
      orLibrary: Array("\u{FEFF}2 3\r\n1 1 1\r\n2 2 1 2\r\n1 1 2\r\n".utf8), name: "rail")
    #expect(problem.columns.map(\.cost) == [1, 2, 1])
    #expect(problem.columns.map(\.rows) == [[0], [0, 1], [1]])
  }

  @Test("names the line")
  func line() {
    #expect {
      try SetCover(orLibrary: Array("1 2\n1 1\n2\n1 x\n".utf8), name: "scp")
    } throws: {
      "\($0)" == "scp:4: a column of row 1 is “x”, expected 1 to 2"
    }
  }

  @Test("stops at the word that is wrong", arguments: ["2 3 4 5", "1 1 1 1 2", "1 1 1 1 1 9", "x"])
  func refuses(_ text: String) {
    #expect(throws: OptimisationError.self) {
      try SetCover(orLibrary: Array(text.utf8), name: "scp")
    }
  }

  @Test("says what it expected")
  func message() {
    #expect {
      try SetCover(orLibrary: Array("1 1 1 1 2".utf8), name: "scp")
    } throws: {
      "\($0)" == "scp:1: a column of row 1 is “2”, expected 1 to 1"
    }
  }
}
