public import SeedFiles
import TwinModel

extension Programme {
  /// Reads a programme.
  ///
  /// - Throws: `SeedError` for an unknown key or measure, or an indicator that stands twice.
  public static func load(from node: YAMLNode) throws(SeedError) -> Programme {
    try node.allowKeys([
      "format", "id", "document", "zh", "en", "year", "status", "source", "note", "indicators",
    ])
    try node.expectFormat("programme/1")
    _ = try node.value("status").choice(Clause.Status.self)
    var indicators: [Indicator] = []
    for item in try node.value("indicators").list() {
      let indicator = try indicator(item)
      guard !indicators.contains(where: { $0.id == indicator.id }) else {
        throw try item.value("id").error("the indicator “\(indicator.id)” stands here twice")
      }
      indicators.append(indicator)
    }
    return Programme(
      id: try node.value("id").string(), document: try node.value("document").string(),
      chinese: try node.value("zh").string(), english: try node.value("en").string(),
      year: try node.value("year").integer(), indicators: indicators)
  }

  /// Reads all programmes of `programme/`, in order of their file names.
  ///
  /// - Throws: `SeedError` as ``load(from:)``.
  public static func loadAll(from seeds: SeedFolder) throws(SeedError) -> [Programme] {
    var programmes: [Programme] = []
    for file in seeds.files(in: "programme") {
      programmes.append(try load(from: seeds.read(file)))
    }
    return programmes
  }

  private static func indicator(_ item: YAMLNode) throws(SeedError) -> Indicator {
    try item.allowKeys([
      "id", "zh", "en", "kind", "baseline", "target", "target_value", "unit", "section",
      "responsible", "note", "measured_by",
    ])
    func text(_ key: String) throws(SeedError) -> String {
      try item.optional(key)?.string() ?? ""
    }
    return Indicator(
      id: try item.value("id").string(), chinese: try item.value("zh").string(),
      english: try item.value("en").string(), kind: try item.value("kind").choice(),
      baseline: try text("baseline"), target: try text("target"),
      targetValue: try item.optional("target_value")?.number(), unit: try text("unit"),
      section: try item.value("section").string(), responsible: try text("responsible"),
      note: try text("note"), measure: try measure(item.optional("measured_by")))
  }

  private enum MeasureName: String, CaseIterable {
    case standardsMetShare = "standards_met_share"
    case bimLevelCount = "bim_level_count"
    case clauseMetShare = "clause_met_share"
  }

  private static func measure(_ node: YAMLNode?) throws(SeedError) -> Measure? {
    guard let node else { return nil }
    switch try node.value("measure").choice(MeasureName.self) {
    case .standardsMetShare:
      try node.allowKeys(["measure", "rule_sets", "kinds"])
      var ruleSets: [String] = []
      for item in try node.value("rule_sets").list() { ruleSets.append(try item.string()) }
      return .standardsMetShare(
        ruleSets: ruleSets, kinds: try node.value("kinds").choices(ProjectKind.self))
    case .bimLevelCount:
      try node.allowKeys(["measure", "level"])
      return .bimLevelCount(level: try node.value("level").integer())
    case .clauseMetShare:
      try node.allowKeys(["measure", "clause"])
      return .clauseMetShare(clause: try node.value("clause").string())
    }
  }
}
