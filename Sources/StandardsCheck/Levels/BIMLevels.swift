public import SeedFiles
public import TwinModel

/// BIM/CIM 管理等级: the ladder of `seeds/standards/bim-levels.yaml`, from a footprint to parts.
public struct BIMLevels: Hashable, Sendable {
  /// One rung.
  public struct Level: Hashable, Sendable {
    /// 1 to 7.
    public let number: Int
    /// Its name in Chinese.
    public let chinese: String
    /// Its name in English.
    public let english: String
    /// What a model must contain, beside all that lower levels ask for.
    public let needs: [Need]
  }

  /// What a level asks for.
  public struct Need: Hashable, Sendable {
    /// The content.
    public let content: ModelContent
    /// Its name in Chinese.
    public let chinese: String
    /// Its name in English.
    public let english: String
    /// Least share of the objects that must have it, 0 to 1; at least one must.
    public let share: Double

    /// Whether a campus has it.
    func isMet(by campus: Campus) -> Bool {
      let (having, of) = content.count(in: campus)
      return having > 0 && Double(having) >= share * Double(of) - 1e-9
    }

    func missing(in campus: Campus) -> String {
      let (having, of) = content.count(in: campus)
      return of > 1 ? "\(english) (\(having) of \(of))" : english
    }
  }

  /// The document that the levels are taken from.
  public let document: String
  /// How sure it is that it says so.
  public let status: Clause.Status
  /// The levels, lowest first.
  public let levels: [Level]
  /// The least level that counts as managed by BIM/CIM.
  public let countsFrom: Int

  /// The format of the file.
  static let format = "bim-levels/1"

  /// The level of a campus' model, with what is missing for the next one as the note.
  ///
  /// A campus has the highest level of which it and all lower ones have everything they ask for; 0
  /// when it has not even the first.
  public func fact(of campus: Campus) -> Fact {
    let missed = levels.first { level in level.needs.contains { !$0.isMet(by: campus) } }
    let reached = missed.map { $0.number - 1 } ?? levels.last?.number ?? 0
    let missing = missed?.needs.filter { !$0.isMet(by: campus) }.map { $0.missing(in: campus) }
    let note =
      missed.map { level in
        "for level \(level.number) (\(level.english), \(level.chinese)) is missing: "
          + (missing ?? []).joined(separator: ", ")
      } ?? "the highest level"
    let place = campus.georeference == nil ? "; the campus is not placed on the map" : ""
    return Fact(
      .campus(campus.id), "campus.bim_level", .number(Double(reached)), method: .model,
      source: "bim-levels/1", note: note + place)
  }

  /// Reads the file.
  ///
  /// - Throws: `SeedError` for an unknown key or content, a share outside 0 to 1, or levels that do
  ///   not run from 1 upwards.
  public static func load(from node: YAMLNode) throws(SeedError) -> BIMLevels {
    try node.allowKeys(["format", "document", "status", "source", "note", "counts_from", "levels"])
    try node.expectFormat(format)
    let status = try node.value("status").choice(Clause.Status.self)
    var levels: [Level] = []
    for item in try node.value("levels").list() {
      try item.allowKeys(["level", "zh", "en", "needs"])
      let number = try item.value("level").integer()
      guard number == levels.count + 1 else {
        throw try item.value("level").error("expected level \(levels.count + 1), found \(number)")
      }
      var needs: [Need] = []
      for need in try item.value("needs").list() {
        try need.allowKeys(["content", "zh", "en", "share"])
        let share = try need.value("share").number()
        guard (0...1).contains(share) else {
          throw try need.value("share").error("expected a share from 0 to 1, found \(share)")
        }
        needs.append(
          Need(
            content: try need.value("content").choice(),
            chinese: try need.value("zh").string(), english: try need.value("en").string(),
            share: share))
      }
      levels.append(
        Level(
          number: number, chinese: try item.value("zh").string(),
          english: try item.value("en").string(), needs: needs))
    }
    let countsFrom = try node.value("counts_from").integer()
    guard countsFrom >= 1, countsFrom <= levels.count else {
      throw try node.value("counts_from").error(
        "expected a level of the list, 1 to \(levels.count)")
    }
    return BIMLevels(
      document: try node.value("document").string(), status: status, levels: levels,
      countsFrom: countsFrom)
  }
}
