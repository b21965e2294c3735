import CityImport
import Testing

@Suite("A JSON text")
struct JSONCursorTests {
  private func with<Value>(
    _ text: String, _ body: (inout JSONCursor) throws -> Value
  ) throws -> Value {
    try Array(text.utf8).withUnsafeBufferPointer { bytes in
      var cursor = JSONCursor(bytes)
      return try body(&cursor)
    }
  }

  @Test(
    "has numbers read to the last bit",
    arguments: [
      "0", "-0.0", "90409.32", "435440.44", "1e3", "-1.5E-7", "0.1", "123456789012345678901234",
      "2.2250738585072014e-308", "9007199254740993", "0.000000000000000000000001",
    ])
  func numbers(_ text: String) throws {
    #expect(try with(text) { try $0.number() }.bitPattern == Double(text)?.bitPattern)
  }

  @Test("has strings with escapes and characters beyond the basic plane")
  func strings() throws {
    #expect(try with(#""a\n\"\\\/\u6821\ud83c\udfeb""#) { try $0.string() } == "a\n\"\\/校🏫")
    #expect(try with(#""\ud83c""#) { try $0.string() } == "\u{FFFD}")
  }

  @Test(
    "that breaks the grammar is refused at the offending byte",
    arguments: [
      ("{\"a\":1,}", 7), ("[1 2]", 3), ("{\"a\" 1}", 5), ("[01]", 1), ("\"a", 2), ("tru", 0),
      ("", 0),
      ("[1,", 3), ("{\"a\":", 5),
    ])
  func refuses(_ text: String, _ position: Int) throws {
    #expect(throws: JSONSyntaxError.self) { try with(text) { _ = try $0.skip() } }
    do {
      try with(text) { _ = try $0.skip() }
    } catch let error as JSONSyntaxError {
      #expect(error.position == position)
    }
  }

  @Test("nested too deep is refused, not recursed into")
  func depth() throws {
    let deep = String(repeating: "[", count: 200_000)
    #expect(throws: JSONSyntaxError.self) { try with(deep) { _ = try $0.skip() } }
    #expect(throws: JSONSyntaxError.self) { try with(deep) { _ = try NestedIndices(&$0) } }
  }

  @Test("keeps its pieces as they were written, without blanks between them")
  func compact() throws {
    let text = "{ \"a b\" : [ 1.50 ,\n \"x \\\" y\" ] }"
    let compact = try with(text) { cursor in
      JSONExtract.compact(cursor.bytes, try cursor.skip())
    }
    #expect(compact == "{\"a b\":[1.50,\"x \\\" y\"]}")
  }
}
