/// A range of grades as `1-6`, `G01-G12` or `1年级-6年级`: numbers that count up, with the same text around.
struct GradeRange {
  /// The grades, first to last.
  let names: [String]

  /// Reads a range; nil for a text that is none, which is the name of one grade.
  init?(_ text: String) {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let first = End(ends[0]), let last = End(ends[1]),
      first.before == last.before, first.after == last.after, first.number <= last.number,
      last.number < 100
    else { return nil }
    let isPadded = first.digits.count > 1 && first.digits.hasPrefix("0")
    guard !isPadded || first.digits.count == last.digits.count else { return nil }
    names = (first.number...last.number).map { number in
      let digits = "\(number)"
      let zeros = isPadded ? max(0, first.digits.count - digits.count) : 0
      return first.before + String(repeating: "0", count: zeros) + digits + first.after
    }
  }

  /// One end: a number with text before and after it.
  private struct End {
    let before: String
    let digits: String
    let after: String
    let number: Int

    init?(_ text: Substring) {
      func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
      let head = text.prefix { !isDigit($0) }
      let tail = text.dropFirst(head.count)
      let digits = tail.prefix(while: isDigit)
      let rest = tail.dropFirst(digits.count)
      // A second number would leave open which of the two counts.
      guard let number = Int(digits), !rest.contains(where: isDigit) else { return nil }
      (before, self.digits, after) = (String(head), String(digits), String(rest))
      self.number = number
    }
  }
}
