package import SeedFiles
import TwinModel

/// Which rooms take heat detectors in place of smoke detectors (GB 50116-2013, 5.2.5).
public struct DetectorChoice: Hashable, Sendable {
  /// The rooms that take heat detectors.
  public var heat: [Rule]

  /// Rooms of a use, of a name, or of both.
  public struct Rule: Hashable, Sendable {
    /// The use; nil for any.
    public var use: String?
    /// Words one of which the name holds; empty for any name.
    public var names: [String]
    /// Why, with the clause.
    public var reason: String
    /// Whether the clause was read at its source.
    public var isVerified: Bool
  }

  /// Reads `equipment/detector-choice.yaml`.
  package init(_ node: YAMLNode) throws(SeedError) {
    try node.allowKeys(["format", "document", "heat"])
    heat = []
    for item in try node.value("heat").list() {
      try item.allowKeys(["use", "names", "reason", "status", "source"])
      var names: [String] = []
      for name in try item.optional("names")?.list() ?? [] { names.append(try name.string()) }
      let use = try item.optional("use")?.string()
      guard use != nil || !names.isEmpty else {
        throw item.error("expected “use” or “names”, or every room would take heat detectors")
      }
      heat.append(
        Rule(
          use: use, names: names, reason: try item.value("reason").string(),
          isVerified: try item.isVerified()))
    }
  }

  /// Why a room takes heat detectors; nil when it takes smoke detectors.
  ///
  /// - Parameters:
  ///   - use: Its use; nil when unknown.
  ///   - name: Its names as the model has them.
  /// - Returns: The rule that the room falls under.
  public func heatRule(use: String?, name: String) -> Rule? {
    heat.first { rule in
      guard !rule.names.isEmpty else { return rule.use == use }
      guard use == nil || rule.use == nil || rule.use == use else { return false }
      return rule.names.contains { Self.holds(name.lowercased(), $0.lowercased()) }
    }
  }

  /// Whether `word` is in `text`; between Latin letters, as a word of its own.
  private static func holds(_ text: String, _ word: String) -> Bool {
    text.ranges(of: word).contains { range in
      let before = text[..<range.lowerBound].last
      let after = text[range.upperBound...].first
      func joins(_ a: Character?, _ b: Character?) -> Bool {
        guard let a, let b else { return false }
        return isLatin(a) && isLatin(b)
      }
      return !joins(before, word.first) && !joins(word.last, after)
    }
  }

  private static func isLatin(_ letter: Character) -> Bool {
    letter.isLetter && (letter.unicodeScalars.first?.value ?? 0) < 0x250
  }
}
