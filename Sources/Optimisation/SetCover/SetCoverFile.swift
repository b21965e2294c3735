import TwinModel

extension SetCover {
  /// Reads an instance of the OR-Library in either of its layouts, told apart by their numbers.
  ///
  /// - By rows (`scp…`): rows and columns, the costs, then for every row how many columns serve it and
  ///   which, counted from 1.
  /// - By columns (`rail…`): rows and columns, then for every column its cost, how many rows it serves
  ///   and which, counted from 1.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - name: What messages call it.
  /// - Throws: ``OptimisationError/malformed(file:line:reason:)`` at the first word that is wrong in
  ///   the layout that fits further.
  ///
  /// Source: Beasley: OR-Library, Journal of the Operational Research Society 41 (1990).
  package init(orLibrary bytes: [UInt8], name: String) throws(OptimisationError) {
    var byRows = SetCoverFile(bytes, name: name)
    do {
      self = try byRows.problemByRows()
    } catch let first {
      var byColumns = SetCoverFile(bytes, name: name)
      do { self = try byColumns.problemByColumns() } catch let second {
        throw byColumns.wordCount > byRows.wordCount ? second : first
      }
    }
  }
}

/// One pass over an instance file.
private struct SetCoverFile {
  let name: String
  var words: WordReader
  /// Words that were read and in order.
  var wordCount = 0

  init(_ bytes: [UInt8], name: String) {
    self.name = name
    words = WordReader(bytes)
  }

  mutating func problemByRows() throws(OptimisationError) -> SetCover {
    let (rowCount, columnCount) = try size()
    var columns: [SetCover.Column] = []
    for column in 0..<columnCount {
      columns.append(.init(cost: try cost(of: column), rows: []))
    }
    for row in 0..<rowCount {
      let count = try index("the number of columns of row \(row + 1)", in: 0...columnCount)
      for _ in 0..<count {
        let column = try index("a column of row \(row + 1)", in: 1...max(1, columnCount))
        // Rows come in ascending order, so that a column's rows stay sorted.
        if columns[column - 1].rows.last != row { columns[column - 1].rows.append(row) }
      }
    }
    return try problem(rows: rowCount, columns)
  }

  mutating func problemByColumns() throws(OptimisationError) -> SetCover {
    let (rowCount, columnCount) = try size()
    var columns: [SetCover.Column] = []
    for column in 0..<columnCount {
      let cost = try cost(of: column)
      let count = try index("the number of rows of column \(column + 1)", in: 0...rowCount)
      var rows: [Int] = []
      for _ in 0..<count {
        rows.append(try index("a row of column \(column + 1)", in: 1...max(1, rowCount)) - 1)
      }
      columns.append(.init(cost: cost, rows: rows))
    }
    return try problem(rows: rowCount, columns)
  }

  private mutating func size() throws(OptimisationError) -> (rows: Int, columns: Int) {
    let rows = try index("the number of rows", in: 0...10_000_000)
    return (rows, try index("the number of columns", in: 0...10_000_000))
  }

  private func problem(
    rows: Int, _ columns: [SetCover.Column]
  ) throws(OptimisationError) -> SetCover {
    var rest = words
    if !words.isAtEnd {
      _ = rest.next()
      throw .malformed(
        file: name, line: rest.line, reason: "the file goes on after its last row or column")
    }
    return try SetCover(required: [Int](repeating: 1, count: rows), columns: columns)
  }

  private mutating func index(
    _ what: String, in range: ClosedRange<Int>
  ) throws(OptimisationError) -> Int {
    let word = try word(what)
    guard let value = Int(word), range.contains(value) else {
      throw .malformed(
        file: name, line: words.line,
        reason: "\(what) is “\(word.prefix(40))”, expected \(range.lowerBound) to "
          + "\(range.upperBound)")
    }
    wordCount += 1
    return value
  }

  private mutating func cost(of column: Int) throws(OptimisationError) -> Double {
    let word = try word("the cost of column \(column + 1)")
    guard let value = Double(word), value >= 0, value <= 1e9 else {
      throw .malformed(
        file: name, line: words.line,
        reason: "the cost of column \(column + 1) is “\(word.prefix(40))”, "
          + "expected a number from 0 to 1000000000")
    }
    wordCount += 1
    return value
  }

  private mutating func word(_ what: String) throws(OptimisationError) -> String {
    guard let word = words.next() else {
      throw .malformed(file: name, line: words.line, reason: "\(what) is missing")
    }
    return word
  }
}
