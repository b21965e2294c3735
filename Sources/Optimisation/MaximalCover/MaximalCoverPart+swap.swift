extension MaximalCoverPart {
  /// A good choice of `count` columns: the column that adds most, again and again, then exchanges of one
  /// chosen column for another as long as one helps.
  ///
  /// Source: Teitz, Bart: Heuristic methods for estimating the generalized vertex median of a weighted
  /// graph, Operations Research 16 (1968).
  func greedyChoice(of count: Int, from start: [Int] = []) -> [Int] {
    var state = Choice(part: self)
    for column in start.prefix(count) { state.enter(column) }
    while state.chosen.count < count, let best = state.bestEntry() { state.enter(best) }
    for _ in 0..<200 {
      var hasImproved = false
      for column in state.chosen.sorted() {
        let before = state.value
        state.leave(column)
        guard let best = state.bestEntry() else {
          state.enter(column)
          continue
        }
        state.enter(best)
        if state.value > before + 1e-9 {
          hasImproved = true
        } else {
          state.leave(best)
          state.enter(column)
        }
      }
      if !hasImproved { break }
    }
    return state.chosen.sorted()
  }

  /// A choice with how often each row is served.
  private struct Choice {
    let part: MaximalCoverPart
    var chosen: [Int] = []
    var value = 0.0
    private var counts: [Int]

    init(part: MaximalCoverPart) {
      self.part = part
      counts = [Int](repeating: 0, count: part.weights.count)
    }

    mutating func enter(_ column: Int) {
      chosen.append(column)
      for row in part.rows[column] {
        if counts[row] == 0 { value += part.weights[row] }
        counts[row] += 1
      }
    }

    mutating func leave(_ column: Int) {
      chosen.removeAll { $0 == column }
      for row in part.rows[column] {
        counts[row] -= 1
        if counts[row] == 0 { value -= part.weights[row] }
      }
    }

    /// The column that adds most, the first of equals; nil when none adds anything.
    func bestEntry() -> Int? {
      var best: Int?
      var most = 0.0
      for column in part.rows.indices {
        var gain = 0.0
        for row in part.rows[column] where counts[row] == 0 { gain += part.weights[row] }
        if gain > most {
          most = gain
          best = column
        }
      }
      return best
    }
  }
}
