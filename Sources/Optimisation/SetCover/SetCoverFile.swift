extension SetCover {
  /// Reads an instance of the OR-Library: rows and columns, the costs, then for every row how many
  /// columns serve it and which, counted from 1.
  ///
  /// - Parameters:
  ///   - text: The whole file.
  ///   - name: What messages call it.
  /// - Throws: ``OptimisationError/malformed(file:word:reason:)`` at the first word that is wrong.
  ///
  /// Source: Beasley: OR-Library, Journal of the Operational Research Society 41 (1990).
  package init(orLibrary text: String, name: String) throws(OptimisationError) {
    let words = text.split(whereSeparator: \.isWhitespace)
    var position = 0
    func next(_ what: String, in range: ClosedRange<Int>) throws(OptimisationError) -> Int {
      guard position < words.count else {
        throw .malformed(file: name, word: position + 1, reason: "\(what) is missing")
      }
      guard let value = Int(words[position]), range.contains(value) else {
        throw .malformed(
          file: name, word: position + 1,
          reason: "\(what) is “\(words[position])”, expected \(range.lowerBound) to "
            + "\(range.upperBound)")
      }
      position += 1
      return value
    }
    let rowCount = try next("the number of rows", in: 0...10_000_000)
    let columnCount = try next("the number of columns", in: 0...10_000_000)
    var columns: [SetCover.Column] = []
    for column in 0..<columnCount {
      let cost = try next("the cost of column \(column + 1)", in: 0...1_000_000_000)
      columns.append(Column(cost: Double(cost), rows: []))
    }
    for row in 0..<rowCount {
      let count = try next("the number of columns of row \(row + 1)", in: 0...columnCount)
      for _ in 0..<count {
        let column = try next("a column of row \(row + 1)", in: 1...max(1, columnCount))
        // Rows come in ascending order, so that a column's rows stay sorted.
        if columns[column - 1].rows.last != row { columns[column - 1].rows.append(row) }
      }
    }
    guard position == words.count else {
      throw .malformed(
        file: name, word: position + 1, reason: "the file goes on after the last row")
    }
    try self.init(required: [Int](repeating: 1, count: rowCount), columns: columns)
  }
}
