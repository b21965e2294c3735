import SeedFiles
import TwinModel

/// Reads the clauses of one rule set, with the defaults and groups that the file states once.
struct ClauseReader {
  private let roomUses: [String]
  private let groups: [String: [String]]
  private let kinds: [ProjectKind]
  private let stages: [Stage]
  private let bindingKinds: [ProjectKind]

  init(ruleSet node: YAMLNode, roomUses: [String]) throws(SeedError) {
    self.roomUses = roomUses
    var groups: [String: [String]] = [:]
    for (name, list) in try node.optional("use_groups")?.entries() ?? [] {
      var uses: [String] = []
      for use in try list.list() { uses.append(try Self.roomUse(use, among: roomUses)) }
      groups["@\(name)"] = uses
    }
    self.groups = groups
    let defaults = try node.optional("applies_to")
    try defaults?.allowKeys(["kinds", "stages"])
    kinds = try defaults?.optional("kinds")?.choices(ProjectKind.self) ?? ProjectKind.allCases
    stages = try defaults?.optional("stages")?.choices(Stage.self) ?? Stage.allCases
    bindingKinds = try Self.bindingKinds(node.optional("binding")) ?? ProjectKind.allCases
  }

  func clause(_ item: YAMLNode) throws(SeedError) -> Clause {
    try item.allowKeys([
      "id", "clause", "zh", "en", "per", "applies_to", "quantity", "comparison", "value", "unit",
      "binding", "points", "status", "source", "note", "supplied_by", "switchable",
    ])
    let per = try item.value("per").choice(Subject.Kind.self)
    guard [.campus, .building, .storey, .space].contains(per) else {
      throw try item.value("per").error("expected one of campus, building, storey, space")
    }
    let quantity = try Self.quantity(item.value("quantity"))
    return Clause(
      id: try item.value("id").string(), number: try item.value("clause").string(),
      chinese: try item.value("zh").string(), english: try item.value("en").string(), per: per,
      applicability: try applicability(item.optional("applies_to"), per: per), quantity: quantity,
      requirement: try Self.requirement(item, of: quantity),
      bindingKinds: try Self.bindingKinds(item.optional("binding")) ?? bindingKinds,
      points: try item.optional("points")?.number(),
      status: try item.value("status").choice(Clause.Status.self),
      source: try item.value("source").string(), note: try item.optional("note")?.string() ?? "",
      supplier: try item.optional("supplied_by")?.string() ?? "",
      isSwitchable: try item.optional("switchable")?.flag() ?? false)
  }

  // MARK: - What a clause applies to

  private func applicability(
    _ node: YAMLNode?, per: Subject.Kind
  ) throws(SeedError) -> Applicability {
    try node?.allowKeys(["kinds", "stages", "school_types", "uses", "expected", "when"])
    var uses: [String] = []
    if let list = try node?.optional("uses") {
      guard per == .space else { throw list.error("only a clause per space has room uses") }
      for item in try list.list() { uses += try roomUses(item) }
    }
    var conditions: [Applicability.Condition] = []
    for item in try node?.optional("when")?.list() ?? [] {
      try item.allowKeys(["quantity", "comparison", "value", "unit", "otherwise_unknown"])
      let quantity = try Self.quantity(item.value("quantity"))
      conditions.append(
        Applicability.Condition(
          quantity: quantity, requirement: try Self.requirement(item, of: quantity),
          otherwiseUnknown: try item.optional("otherwise_unknown")?.string() ?? ""))
    }
    return Applicability(
      kinds: try node?.optional("kinds")?.choices(ProjectKind.self) ?? kinds,
      stages: try node?.optional("stages")?.choices(Stage.self) ?? stages,
      schoolTypes: try node?.optional("school_types")?.choices(SchoolType.self) ?? [],
      uses: uses, expectsSubject: try node?.optional("expected")?.flag() ?? false,
      conditions: conditions)
  }

  private func roomUses(_ item: YAMLNode) throws(SeedError) -> [String] {
    let name = try item.string()
    guard name.hasPrefix("@") else { return [try Self.roomUse(item, among: roomUses)] }
    guard let group = groups[name] else {
      let known = groups.keys.sorted().joined(separator: ", ")
      throw item.error("the group “\(name)” is not in use_groups; expected one of \(known)")
    }
    return group
  }

  private static func roomUse(_ item: YAMLNode, among uses: [String]) throws(SeedError) -> String {
    let name = try item.string()
    guard uses.contains(name) else {
      throw item.error(
        "“\(name)” is not a room use; expected one of \(uses.joined(separator: ", "))")
    }
    return name
  }

  // MARK: - What a clause asks

  private static func quantity(_ node: YAMLNode) throws(SeedError) -> QuantityName {
    let name = QuantityName(try node.string())
    guard QuantityCatalogue.entry(name) != nil else {
      let family = name.value.prefix { $0 != "." }
      let near = QuantityCatalogue.all.map(\.name.value).filter { $0.hasPrefix("\(family).") }
      let known = near.isEmpty ? QuantityCatalogue.all.map(\.name.value) : near
      throw node.error(
        "“\(name)” is not a quantity; expected one of \(known.joined(separator: ", "))")
    }
    return name
  }

  private static func requirement(
    _ item: YAMLNode, of quantity: QuantityName
  ) throws(SeedError) -> Requirement {
    let comparison = try item.value("comparison").choice(Requirement.Comparison.self)
    let unit = QuantityCatalogue.entry(quantity)?.unit ?? ""
    let stated = try item.optional("unit")
    guard try stated?.string() ?? "" == unit else {
      let expected = unit.isEmpty ? "no unit" : "the unit \(unit)"
      throw (stated ?? item).error("\(quantity) is measured in \(expected)")
    }
    if comparison == .required {
      if let value = try item.optional("value") {
        throw value.error("“required” takes no value: the quantity must be true")
      }
      return Requirement(.required, .flag(true))
    }
    return Requirement(
      comparison, try limit(item.value("value"), comparison, unit: unit), unit: unit)
  }

  private static func limit(
    _ node: YAMLNode, _ comparison: Requirement.Comparison, unit: String
  ) throws(SeedError) -> Requirement.Limit {
    if comparison == .within {
      let ends = try node.list()
      guard ends.count == 2 else { throw node.error("expected a list of two numbers") }
      let (low, high) = (try ends[0].number(), try ends[1].number())
      guard low <= high else { throw node.error("the first number must not be above the second") }
      return .range(low, high)
    }
    if let entries = try? node.entries(), !entries.isEmpty {
      try node.allowKeys(["quantity"])
      let name = try quantity(node.value("quantity"))
      guard QuantityCatalogue.entry(name)?.unit == unit else {
        throw node.error("\(name) is measured in another unit than what it is compared with")
      }
      return .quantity(name)
    }
    if comparison == .equal {
      if let flag = try? node.flag() { return .flag(flag) }
      if (try? node.number()) == nil { return .word(try node.string()) }
    }
    return .number(try node.number())
  }

  private static func bindingKinds(_ node: YAMLNode?) throws(SeedError) -> [ProjectKind]? {
    guard let node else { return nil }
    if let flag = try? node.flag() { return flag ? ProjectKind.allCases : [] }
    return try node.choices(ProjectKind.self)
  }
}
