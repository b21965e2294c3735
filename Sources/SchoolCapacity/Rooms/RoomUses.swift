public import SeedFiles
public import TwinModel

/// The room uses of `seeds/rooms/uses.yaml`, with the words by which a space is recognised.
///
/// The rules of matching stand at the top of that file.
public struct RoomUses: Sendable {
  /// All uses, in order of the file.
  public let all: [RoomUse]
  /// The use of a space that nothing was recognised in.
  public let unassigned: RoomUse
  /// Every synonym with its use, as text; part of the parameters that a cached result is kept under.
  package let fingerprint: UInt64
  private let words: WordMatcher
  private let hints: WordMatcher

  /// The use of a name; nil for a name that the file does not have.
  public func use(_ id: String) -> RoomUse? { all.first { $0.id == id } }

  /// Finds the use and stage of a space by its long name, name, object type and classifications.
  public func classify(_ space: Space) -> RoomClassification {
    let texts =
      [space.longName, space.name, space.objectType]
      + space.classifications.map { String($0[($0.firstIndex(of: ":") ?? $0.startIndex)...]) }
    let folded = texts.map(FoldedText.init)
    let stage = stage(in: folded)
    var decided: (use: Int, synonym: String)?
    var rivals: [String] = []
    for text in folded {
      let (matches, read) = read(text)
      guard let head = matches.last else { continue }
      if decided == nil {
        if let other = Self.alternative(to: head, among: matches, in: read) {
          return RoomClassification(
            use: unassigned, stage: stage, synonym: "",
            rivals: [other, head].map { all[$0.meaning].id }, isAmbiguous: true)
        }
        decided = (head.meaning, head.spelling)
      } else if let decided, head.meaning != decided.use {
        rivals.append(all[head.meaning].id)
      }
    }
    return RoomClassification(
      use: decided.map { all[$0.use] } ?? unassigned, stage: stage,
      synonym: decided?.synonym ?? "", rivals: rivals, isAmbiguous: false)
  }

  /// The words of a text, and the text as it was read: without brackets where that says something.
  private func read(_ text: FoldedText) -> ([WordMatcher.Match], FoldedText) {
    let outside = text.outsideBrackets
    let matches = words.matches(in: outside)
    if !matches.isEmpty { return (matches, outside) }
    return (words.matches(in: text.withoutBracketSigns), text.withoutBracketSigns)
  }

  /// The match before the head when a sign says that both are meant; nil when the head stands alone.
  private static func alternative(
    to head: WordMatcher.Match, among matches: [WordMatcher.Match], in text: FoldedText
  ) -> WordMatcher.Match? {
    guard let other = matches.last(where: { $0.meaning != head.meaning }) else { return nil }
    let between = text.scalars[other.range.upperBound..<head.range.lowerBound]
    return between.contains(where: { alternativeSigns.contains($0) }) ? other : nil
  }

  private static let alternativeSigns = Array("/、+&兼或,;，；".unicodeScalars)

  private func stage(in texts: [FoldedText]) -> Stage? {
    var found: Set<Int> = []
    for text in texts {
      for match in hints.matches(in: text.withoutBracketSigns) { found.insert(match.meaning) }
    }
    return found.count == 1 ? found.first.map { Stage.allCases[$0] } : nil
  }
}

// MARK: - Loading

extension RoomUses {
  /// Reads the file.
  ///
  /// - Throws: `SeedError` for an unknown key or value, a synonym that stands for two uses, or a
  ///   file without the use `unassigned`.
  public static func load(from node: YAMLNode) throws(SeedError) -> RoomUses {
    try node.allowKeys(["format", "note", "uses", "stage_hints"])
    try node.expectFormat("room-uses/1")
    var uses: [RoomUse] = []
    var entries: [WordMatcher.Entry] = []
    for item in try node.value("uses").list() {
      let use = try use(item)
      guard !uses.contains(where: { $0.id == use.id }) else {
        throw item.error("the use “\(use.id)” stands here twice")
      }
      for word in try item.value("synonyms").list() {
        entries.append(try entry(word, meaning: uses.count, after: entries))
      }
      uses.append(use)
    }
    guard let unassigned = uses.first(where: { $0.id == "unassigned" }) else {
      throw try node.value("uses").error("the use “unassigned” is missing")
    }
    var hints: [WordMatcher.Entry] = []
    for item in try node.value("stage_hints").list() {
      try item.allowKeys(["stage", "words"])
      let stage = try item.value("stage").choice(Stage.self)
      let meaning = Stage.allCases.firstIndex(of: stage) ?? 0
      for word in try item.value("words").list() {
        hints.append(try entry(word, meaning: meaning, after: hints))
      }
    }
    let lines =
      uses.map { "\($0)" } + entries.map { "\($0.spelling)=\(uses[$0.meaning].id)" }
      + hints.map { "\($0.spelling)=\($0.meaning)" }
    return RoomUses(
      all: uses, unassigned: unassigned, fingerprint: fnv1a(lines.joined(separator: "\n")),
      words: WordMatcher(entries), hints: WordMatcher(hints))
  }

  private static func use(_ item: YAMLNode) throws(SeedError) -> RoomUse {
    try item.allowKeys(["id", "zh", "en", "teaching", "role", "classes", "indoor", "synonyms"])
    return RoomUse(
      id: try item.value("id").string(), chinese: try item.value("zh").string(),
      english: try item.value("en").string(), isTeaching: try item.value("teaching").flag(),
      role: try item.value("role").choice(RoomUse.Role.self),
      classesAtOnce: try item.optional("classes")?.count(),
      isIndoor: try item.optional("indoor")?.flag() ?? true)
  }

  private static func entry(
    _ word: YAMLNode, meaning: Int, after entries: [WordMatcher.Entry]
  ) throws(SeedError) -> WordMatcher.Entry {
    let spelling = try word.string()
    let folded = FoldedText(spelling)
    guard !folded.scalars.isEmpty else { throw word.error("an empty word matches nothing") }
    if let other = entries.first(where: { $0.word == folded }) {
      throw word.error("“\(spelling)” stands here already, as “\(other.spelling)”")
    }
    return WordMatcher.Entry(word: folded, spelling: spelling, meaning: meaning)
  }
}
