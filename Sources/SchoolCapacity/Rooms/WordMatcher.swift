/// Finds which of many words stand in a text: the longest of those that overlap.
struct WordMatcher: Sendable {
  /// A word and what it stands for.
  struct Entry: Sendable {
    let word: FoldedText
    let spelling: String
    let meaning: Int
  }

  /// A word found in a text.
  struct Match: Hashable, Sendable {
    let range: Range<Int>
    let spelling: String
    let meaning: Int
  }

  /// The words by their first sign, so that a text is read once and not once for every word.
  private let entries: [Unicode.Scalar: [Entry]]

  init(_ entries: [Entry]) {
    self.entries = Dictionary(grouping: entries.filter { !$0.word.scalars.isEmpty }) {
      $0.word.scalars[0]
    }
  }

  /// The matches that do not overlap, in order of the text.
  ///
  /// Longer words take their place first, of words of equal length the earlier.
  func matches(in text: FoldedText) -> [Match] {
    var found: [Match] = []
    for start in text.scalars.indices {
      for entry in entries[text.scalars[start]] ?? [] where text.has(entry.word, at: start) {
        found.append(
          Match(
            range: start..<start + entry.word.scalars.count, spelling: entry.spelling,
            meaning: entry.meaning))
      }
    }
    found.sort { ($1.range.count, $0.range.lowerBound) < ($0.range.count, $1.range.lowerBound) }
    var taken: [Match] = []
    for match in found where !taken.contains(where: { $0.range.overlaps(match.range) }) {
      taken.append(match)
    }
    return taken.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
