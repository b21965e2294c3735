import SeedFiles
import Testing

@Suite("A seed file")
struct YAMLNodeTests {
  private enum Colour: String, CaseIterable { case red, green }

  private static func parse(_ text: String) throws -> YAMLNode {
    try YAMLNode.parse(text, file: "seed.yaml")
  }

  private static let good = """
    name: gb50099   # a comment
    limit: 1.36
    storeys: 4
    binding: true
    colour: red
    empty:
    "2011": year
    uses:
      - office
      - lab
    """

  @Test("gives texts, numbers, flags, words and lists")
  func values() throws {
    let node = try Self.parse(Self.good)
    #expect(try node.value("name").string() == "gb50099")
    #expect(try node.value("limit").number() == 1.36)
    #expect(try node.value("storeys").integer() == 4)
    #expect(try node.value("binding").flag())
    #expect(try node.value("colour").choice(Colour.self) == .red)
    #expect(try node.value("uses").list().map { try $0.string() } == ["office", "lab"])
    #expect(try node.optional("empty") == nil)
    #expect(try node.optional("absent") == nil)
    #expect(
      try node.entries().map(\.key) == [
        "name", "limit", "storeys", "binding", "colour", "empty", "2011", "uses",
      ])
  }

  @Test("knows the line and the path of each value")
  func places() throws {
    let lab = try Self.parse(Self.good).value("uses").list()[1]
    #expect(lab.line == 10)
    #expect(lab.path == "uses[1]")
    #expect(lab.error("not here").description == "seed.yaml:10: uses[1]: not here")
  }

  @Test(
    "stops at a value of the wrong sort and says what was expected",
    arguments: [
      ("limit: much", "limit: expected a number, found “much”"),
      ("limit: \"1.36\"", "limit: expected a number, found “1.36”"),
      ("limit: .inf", "limit: expected a number, found “.inf”"),
      ("limit: [1]", "limit: expected a number, found a list"),
    ])
  func wrongNumber(_ text: String, _ reason: String) throws {
    let node = try Self.parse(text).value("limit")
    #expect(throws: SeedError(file: "seed.yaml", line: 1, reason: reason)) { try node.number() }
  }

  @Test("stops at a word, flag or whole number it does not know")
  func wrongOthers() throws {
    let node = try Self.parse("colour: blue\nbinding: yes\nstoreys: 4.5")
    #expect(
      throws: SeedError(
        file: "seed.yaml", line: 1, reason: "colour: expected one of red, green, found “blue”")
    ) { try node.value("colour").choice(Colour.self) }
    #expect(
      throws: SeedError(
        file: "seed.yaml", line: 2, reason: "binding: expected true or false, found “yes”")
    ) { try node.value("binding").flag() }
    #expect(throws: SeedError.self) { try node.value("storeys").integer() }
  }

  @Test("stops at a key that is unknown, missing or there twice, at its own line")
  func keys() throws {
    let node = try Self.parse("a: 1\nb: 2\n")
    #expect(
      throws: SeedError(
        file: "seed.yaml", line: 2, reason: "unknown key “b”; expected one of a, c")
    ) { try node.allowKeys(["a", "c"]) }
    #expect(
      throws: SeedError(file: "seed.yaml", line: 1, reason: "the key “c” is missing")
    ) { try node.value("c") }
    let twice = try #require(throws: SeedError.self) { try Self.parse("a: 1\nb: 2\na: 3\n") }
    #expect(twice.file == "seed.yaml")
  }

  @Test(
    "stops at what is not YAML, is empty or cannot be read", arguments: ["a: [1", "", "a: b: c"])
  func notYAML(_ text: String) throws {
    let error = try #require(throws: SeedError.self) { try Self.parse(text) }
    #expect(error.description.hasPrefix("seed.yaml:"))
  }

  @Test("that is not there is named")
  func absent() {
    #expect(
      throws: SeedError(file: "/no/such.yaml", line: 0, reason: "the file cannot be read")
    ) { try YAMLNode.read(file: "/no/such.yaml") }
  }
}
