/// Arrays of whole numbers within arrays, as CityJSON keeps boundaries and semantics: one flat list of
/// numbers and brackets, so that depth is free and costs no recursion.
struct NestedIndices {
  /// Stands for `[`.
  static let opening = Int.min
  /// Stands for `]`.
  static let closing = Int.min + 1
  /// Stands for `null`.
  static let null = Int.min + 2
  /// Stands for anything that is neither a whole number nor null.
  static let other = Int.min + 3

  private(set) var tokens: [Int] = []

  /// Reads the value at the cursor.
  init(_ cursor: inout JSONCursor) throws(JSONSyntaxError) {
    var depth = 0
    repeat {
      guard let byte = cursor.peek() else {
        throw cursor.failure("expected a value, but the file ends")
      }
      if byte == UInt8(ascii: "[") {
        cursor.position += 1
        tokens.append(Self.opening)
        depth += 1
        guard depth <= JSONCursor.deepest else {
          throw cursor.failure("more than \(JSONCursor.deepest) arrays lie within one another")
        }
        if cursor.peek() != UInt8(ascii: "]") { continue }
      } else if byte == UInt8(ascii: "-") || byte &- 48 < 10 {
        let number = try cursor.number()
        tokens.append(Int(exactly: number).flatMap { $0 > Self.other ? $0 : nil } ?? Self.other)
      } else {
        try cursor.skip()
        tokens.append(byte == UInt8(ascii: "n") ? Self.null : Self.other)
      }
      while depth > 0, !cursor.take(UInt8(ascii: ",")) {
        try cursor.expect(UInt8(ascii: "]"), "“,” or “]”")
        tokens.append(Self.closing)
        depth -= 1
      }
    } while depth > 0
  }

  /// The items of the array that opens at `token`, as the places where each begins; nil when no array
  /// opens there.
  func items(at token: Int) -> [Int]? {
    guard tokens.indices.contains(token), tokens[token] == Self.opening else { return nil }
    var items: [Int] = []
    var depth = 0
    var at = token + 1
    while at < tokens.count {
      let value = tokens[at]
      if value == Self.closing {
        if depth == 0 { return items }
        depth -= 1
      } else {
        if depth == 0 { items.append(at) }
        if value == Self.opening { depth += 1 }
      }
      at += 1
    }
    return items
  }

  /// The number at `token`; nil for brackets, null and anything else.
  func number(at token: Int) -> Int? {
    guard tokens.indices.contains(token), tokens[token] > Self.other else { return nil }
    return tokens[token]
  }
}
