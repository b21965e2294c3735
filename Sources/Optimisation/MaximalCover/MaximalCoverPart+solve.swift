extension MaximalCoverPart {
  /// The best choice of `count` columns of a part, in its own numbering.
  struct Answer {
    var chosen: [Int]
    var value: Double
    var bound: Double
    var nodes: Int
  }

  /// Searches for the best choice of `count` columns, which serves at most `ceiling`.
  ///
  /// Own depth-first search first: what is served so far plus the largest remaining gains bounds every
  /// choice below. What it does not end goes to CBC.
  func solve(
    _ count: Int, from start: [Int], ceiling: Double, _ limits: MaximalCoverLimits
  ) throws(OptimisationError) -> Answer {
    let chosen = greedyChoice(of: count, from: start)
    var answer = Answer(
      chosen: chosen, value: covered(by: chosen), bound: min(ceiling, total), nodes: 0)
    if isClosed(answer) { return answer }
    var search = MaximalCoverSearch(self, best: answer, nodes: limits.ownNodes)
    if search.run(count) {
      answer = search.best
      answer.bound = answer.value
      return answer
    }
    answer = search.best
    guard limits.solverNodes > 0, !limits.clock.isOver else { return answer }
    let found = try program(count).solve(
      nodeLimit: limits.solverNodes, start: values(of: answer.chosen), clock: limits.clock)
    answer.nodes += found.nodes
    if !found.values.isEmpty {
      let better = rows.indices.filter { found.values[$0] > 0.5 }
      let value = covered(by: better)
      if better.count <= count, value > answer.value {
        (answer.chosen, answer.value) = (better, value)
      }
    }
    answer.bound = max(answer.value, min(answer.bound, lowered(-found.bound)))
    return answer
  }

  /// Whether nothing better is possible.
  func isClosed(_ answer: Answer) -> Bool { lowered(answer.bound) <= answer.value + 1e-9 }

  /// `bound` rounded down to the next weight that a choice can serve.
  func lowered(_ bound: Double) -> Double {
    isIntegral ? (bound + 1e-6 * max(1, abs(bound))).rounded(.down) : bound
  }

  private func values(of chosen: [Int]) -> [Double] {
    var values = [Double](repeating: 0, count: rows.count + weights.count)
    for column in chosen {
      values[column] = 1
      for row in rows[column] { values[rows.count + row] = 1 }
    }
    return values
  }

  /// The program as it stands at ``MaximalCover``, as a minimisation.
  private func program(_ count: Int) -> MixedIntegerProgram {
    var columns = [[Int]](repeating: [], count: weights.count)
    for (column, list) in rows.enumerated() { for row in list { columns[row].append(column) } }
    let first = rows.count
    return MixedIntegerProgram(
      variables: rows.map { _ in .binary(cost: 0) } + weights.map { .init(cost: -$0, upper: 1) },
      rows: columns.enumerated().map { row, list in
        .init(list.map { .init($0, 1) } + [.init(first + row, -1)], lower: 0)
      } + [.init(rows.indices.map { .init($0, 1) }, upper: Double(count))])
  }
}
