import SeatForecast
import Testing

@Suite("A CSV table")
struct CSVTableTests {
  @Test("knows quotes, doubled quotes, line ends inside them, and the line of every record")
  func quotes() throws {
    let table = try CSVTable(
      "\u{FEFF}id,name\r\n1,\"a \"\"b\"\", c\"\r\n\r\n2,\"x\ny\"\n3,z", file: "t.csv")
    #expect(table.header == ["id", "name"])
    #expect(table.records.map(\.fields) == [["1", "a \"b\", c"], ["2", "x\ny"], ["3", "z"]])
    #expect(table.records.map(\.line) == [2, 4, 6])
  }

  @Test(
    "says where a file is no CSV",
    arguments: [
      ("", "t.csv: the file is empty; expected a line of headings"),
      ("a,a\n", "t.csv:1: the heading “a” stands here twice"),
      ("a,b\n1,2\n3\n", "t.csv:3: found 1 field; the header has 2"),
      ("a\n\"1\n2\n", "t.csv:2: a quoted field is never closed"),
      (
        "a;b;c\n1;2;3\n",
        "t.csv:1: the headings are separated by semicolons (;), but the separator must be a comma; save "
          + "the file as CSV with commas"
      ),
      (
        "\"a, b\"\tc\n1\t2\n",
        "t.csv:1: the headings are separated by tabs, but the separator must be a comma; save the file "
          + "as CSV with commas"
      ),
      ("a\n1\"2\n", "t.csv:2: a quotation mark stands inside an unquoted field"),
      ("a\n\"1\"2\n", "t.csv:2: expected a comma or the end of the line after a quoted field"),
    ])
  func refuses(_ text: String, _ sentence: String) {
    let error = #expect(throws: ForecastError.self) { try CSVTable(text, file: "t.csv") }
    #expect(error?.description == sentence)
  }

  @Test("lets a single heading, and text with semicolons beside commas, be")
  func semicolons() throws {
    #expect(try CSVTable("a;b,c\n1;2,3\n", file: "t.csv").header == ["a;b", "c"])
    #expect(try CSVTable("\"a;b\"\n1\n", file: "t.csv").header == ["a;b"])
  }

  @Test("refuses bytes that are not UTF-8, and says where")
  func encoding() {
    let error = #expect(throws: ForecastError.self) {
      try CSVTable(bytes: Array("a,b\n1,".utf8) + [0xFF, 0x0A], file: "t.csv")
    }
    #expect(error?.line == 2 && error?.column == "b")
  }
}
