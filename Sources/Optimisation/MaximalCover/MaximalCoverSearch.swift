/// Depth-first search over the choices of a small part.
struct MaximalCoverSearch {
  private let part: MaximalCoverPart
  private(set) var best: MaximalCoverPart.Answer
  private let mostNodes: Int
  private var counts: [Int]
  private var isOut: [Bool]
  private var isCutShort = false

  init(_ part: MaximalCoverPart, best: MaximalCoverPart.Answer, nodes: Int) {
    self.part = part
    self.best = best
    mostNodes = nodes
    counts = [Int](repeating: 0, count: part.weights.count)
    isOut = [Bool](repeating: false, count: part.rows.count)
  }

  /// Searches all choices of `count` columns.
  ///
  /// - Returns: Whether the search came to its end, so that ``best`` is the best there is.
  mutating func run(_ count: Int) -> Bool {
    descend(left: count, value: 0, chosen: [])
    return !isCutShort
  }

  private mutating func descend(left: Int, value: Double, chosen: [Int]) {
    if value > best.value + 1e-9 {
      best.value = value
      best.chosen = chosen.sorted()
    }
    if left == 0 || isCutShort { return }
    let gains = part.rows.indices.map { column -> Double in
      guard !isOut[column] else { return 0 }
      return part.rows[column].reduce(0) { counts[$1] == 0 ? $0 + part.weights[$1] : $0 }
    }
    let order = gains.indices.filter { gains[$0] > 0 }
      .sorted { (gains[$1], $0) < (gains[$0], $1) }
    var closed: [Int] = []
    for (place, column) in order.enumerated() {
      // The `left` largest gains that remain bound what is to come.
      let most = order[place...].prefix(left).reduce(0) { $0 + gains[$1] }
      if part.lowered(value + most) <= best.value + 1e-9 { break }
      if best.nodes >= mostNodes {
        isCutShort = true
        break
      }
      best.nodes += 1
      for row in part.rows[column] { counts[row] += 1 }
      descend(left: left - 1, value: value + gains[column], chosen: chosen + [column])
      for row in part.rows[column] { counts[row] -= 1 }
      // Choices with this column are done.
      isOut[column] = true
      closed.append(column)
    }
    for column in closed { isOut[column] = false }
  }
}
