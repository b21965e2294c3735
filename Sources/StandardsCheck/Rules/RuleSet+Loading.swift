public import SeedFiles
import TwinModel

extension RuleSet {
  /// Format of a rule set file.
  static let format = "rule-set/1"

  /// Reads a rule set.
  ///
  /// - Parameters:
  ///   - node: The file.
  ///   - roomUses: Names of `seeds/rooms/uses.yaml` that clauses may speak of.
  /// - Returns: The rule set, with its clauses in order of the file.
  /// - Throws: `SeedError` with file and line for an unknown key, quantity, unit, comparison or
  ///   room use, a clause id that stands twice, or a value of the wrong sort.
  public static func load(from node: YAMLNode, roomUses: [String]) throws(SeedError) -> RuleSet {
    try node.allowKeys([
      "format", "id", "document", "zh", "en", "version", "jurisdiction", "note", "use_groups",
      "applies_to", "binding", "clauses",
    ])
    try node.expectFormat(format)
    let reader = try ClauseReader(ruleSet: node, roomUses: roomUses)
    var clauses: [Clause] = []
    for item in try node.value("clauses").list() {
      let clause = try reader.clause(item)
      guard !clauses.contains(where: { $0.id == clause.id }) else {
        throw try item.value("id").error("the clause “\(clause.id)” stands here twice")
      }
      clauses.append(clause)
    }
    guard !clauses.isEmpty else {
      throw try node.value("clauses").error("expected at least one clause")
    }
    return RuleSet(
      id: try node.value("id").string(), document: try node.value("document").string(),
      chinese: try node.value("zh").string(), english: try node.value("en").string(),
      version: try node.value("version").string(),
      jurisdiction: try node.value("jurisdiction").string(),
      note: try node.optional("note")?.string() ?? "", clauses: clauses)
  }

  /// Reads all rule sets of `standards/`, in order of their file names; room uses come from
  /// `rooms/uses.yaml`.
  ///
  /// Other files of the folder name another format and are left alone.
  ///
  /// - Throws: `SeedError` as ``load(from:roomUses:)``, and for two rule sets of one id.
  public static func loadAll(from seeds: SeedFolder) throws(SeedError) -> [RuleSet] {
    var uses: [String] = []
    for use in try seeds.read("rooms/uses.yaml").value("uses").list() {
      uses.append(try use.value("id").string())
    }
    var ruleSets: [RuleSet] = []
    for file in seeds.files(in: "standards") {
      let node = try seeds.read(file)
      guard try node.value("format").string() != BIMLevels.format else { continue }
      let ruleSet = try load(from: node, roomUses: uses)
      guard !ruleSets.contains(where: { $0.id == ruleSet.id }) else {
        throw try node.value("id").error("another file has the rule set “\(ruleSet.id)” already")
      }
      ruleSets.append(ruleSet)
    }
    return ruleSets
  }
}

extension YAMLNode {
  /// Stops unless the file says that it is what is read here.
  func expectFormat(_ format: String) throws(SeedError) {
    let value = try value("format")
    guard try value.string() == format else {
      throw value.error("expected the format \(format), found “\(try value.string())”")
    }
  }

  /// The items of a list as raw values of an enumeration, in order of its cases.
  func choices<Choice: RawRepresentable & CaseIterable & Equatable>(
    _ type: Choice.Type
  ) throws(SeedError) -> [Choice] where Choice.RawValue == String {
    var found: [Choice] = []
    for item in try list() {
      let choice = try item.choice(type)
      guard !found.contains(choice) else { throw item.error("“\(choice.rawValue)” twice") }
      found.append(choice)
    }
    return type.allCases.filter(found.contains)
  }
}
