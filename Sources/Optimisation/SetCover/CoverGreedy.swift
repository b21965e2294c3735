extension CoverCore {
  /// A cover by the greedy rule: again and again the column that costs least for each row it still
  /// helps, measured in `prices`; then columns that turned out superfluous leave, dearest first.
  ///
  /// - Parameters:
  ///   - prices: What the rule takes a column to cost, such as its reduced cost; nil for its cost.
  ///   - start: Columns that are in from the beginning.
  /// - Returns: The chosen columns, ascending; nil when some row cannot be served.
  ///
  /// Source: Chvátal: A greedy heuristic for the set-covering problem, Mathematics of Operations
  /// Research 4 (1979).
  func greedyCover(prices: [Double]? = nil, start: [Int] = []) -> [Int]? {
    let prices = prices ?? costs
    var missing = need
    var gain = rows.map(\.count)
    var isIn = [Bool](repeating: false, count: costs.count)
    var chosen: [Int] = []
    var left = need.count
    func take(_ column: Int) {
      isIn[column] = true
      chosen.append(column)
      for row in rows[column] where missing[row] > 0 {
        missing[row] -= 1
        guard missing[row] == 0 else { continue }
        left -= 1
        for other in columns[row] { gain[other] -= 1 }
      }
    }
    for column in start where !isIn[column] { take(column) }
    while left > 0 {
      var best = -1
      var score = Double.infinity
      for column in costs.indices where !isIn[column] && gain[column] > 0 {
        // Prices may fall below zero; such a column is the better the more rows it helps.
        let price = prices[column]
        let value = price > 0 ? price / Double(gain[column]) : price * Double(gain[column])
        if value < score {
          score = value
          best = column
        }
      }
      guard best >= 0 else { return nil }
      take(best)
    }
    return withoutSuperfluous(chosen)
  }

  /// `chosen` without the columns that every one of their rows can miss, dearest out first.
  func withoutSuperfluous(_ chosen: [Int]) -> [Int] {
    var surplus = need.map { -$0 }
    for column in chosen { for row in rows[column] { surplus[row] += 1 } }
    var kept: [Int] = []
    for column in chosen.sorted(by: { (costs[$0], $0) > (costs[$1], $1) }) {
      if rows[column].allSatisfy({ surplus[$0] > 0 }) {
        for row in rows[column] { surplus[row] -= 1 }
      } else {
        kept.append(column)
      }
    }
    return kept.sorted()
  }
}
