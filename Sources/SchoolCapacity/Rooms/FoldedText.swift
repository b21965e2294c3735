import Foundation

/// A text as synonyms are compared with it: half-width, small letters, no accents, no punctuation
/// that drawings use as a blank.
package struct FoldedText: Hashable, Sendable {
  /// The folded scalars.
  package let scalars: [Unicode.Scalar]
  /// Whether every scalar is ASCII, so that the text is words with boundaries.
  package let isLatin: Bool

  /// Folds a text.
  package init(_ text: String) {
    self.init(
      scalars: text.decomposedStringWithCanonicalMapping.unicodeScalars.flatMap { scalar in
        Self.folded(scalar)
      })
  }

  private static func folded(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    let half =
      switch scalar.value {
      case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
      default: scalar
      }
    if half.properties.generalCategory == .nonspacingMark { return [] }
    if half == "_" || half == "-" || half.properties.isWhitespace { return [" "] }
    return Array(half.properties.lowercaseMapping.unicodeScalars)
  }

  private init(scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    isLatin = scalars.allSatisfy(\.isASCII)
  }

  /// The text without what stands in brackets.
  package var outsideBrackets: FoldedText {
    var depth = 0
    return FoldedText(
      scalars: scalars.filter { scalar in
        if Self.opening.contains(scalar) { depth += 1 }
        defer { if Self.closing.contains(scalar) { depth = max(0, depth - 1) } }
        return depth == 0 && !Self.closing.contains(scalar)
      })
  }

  /// The text with the brackets taken off and what stands in them kept.
  package var withoutBracketSigns: FoldedText {
    FoldedText(
      scalars: scalars.filter { !Self.opening.contains($0) && !Self.closing.contains($0) })
  }

  private static let opening: [Unicode.Scalar] = ["(", "[", "{", "【", "〔", "「", "《"]
  private static let closing: [Unicode.Scalar] = [")", "]", "}", "】", "〕", "」", "》"]

  /// Whether `word` stands in the text from `start` on.
  ///
  /// A Latin word must stand alone: no letter before it, behind it at most a plural “s”, and no
  /// digit next to its own digits.
  package func has(_ word: FoldedText, at start: Int) -> Bool {
    let range = start..<start + word.scalars.count
    guard start >= 0, range.upperBound <= scalars.count, !range.isEmpty else { return false }
    return scalars[range].elementsEqual(word.scalars) && (!word.isLatin || standsAlone(range))
  }

  private func standsAlone(_ range: Range<Int>) -> Bool {
    let first = scalars[range.lowerBound]
    if range.lowerBound > 0 {
      let before = scalars[range.lowerBound - 1]
      if isLetter(before) || isDigit(first) && isDigit(before) { return false }
    }
    guard range.upperBound < scalars.count else { return true }
    let last = scalars[range.upperBound - 1]
    let after = scalars[range.upperBound]
    if isDigit(last) && isDigit(after) { return false }
    guard isLetter(after) else { return true }
    let next = range.upperBound + 1
    return after == "s" && isLetter(last) && (next == scalars.count || !isLetter(scalars[next]))
  }

  private func isLetter(_ scalar: Unicode.Scalar) -> Bool { ("a"..."z").contains(scalar) }
  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
