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

  /// Longest first, so that a longer word takes its place before a shorter one can.
  private let entries: [Entry]

  init(_ entries: [Entry]) {
    self.entries = entries.sorted {
      ($1.word.scalars.count, $0.spelling) < ($0.word.scalars.count, $1.spelling)
    }
  }

  /// The matches that do not overlap, in order of the text.
  func matches(in text: FoldedText) -> [Match] {
    var taken: [Match] = []
    for entry in entries {
      for range in text.occurrences(of: entry.word)
      where !taken.contains(where: { $0.range.overlaps(range) }) {
        taken.append(Match(range: range, spelling: entry.spelling, meaning: entry.meaning))
      }
    }
    return taken.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
