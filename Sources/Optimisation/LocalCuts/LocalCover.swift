/// The cheapest cover of at most 64 rows, each served once.
///
/// It is small enough to be found thousands of times, with other costs each time. Costs are whole
/// numbers, so that the answer is exact.
package struct LocalCover {
  /// What a search found.
  package struct Answer {
    /// Covers below the limit, each cheaper than the one before.
    package var covers: [[Int]]
    /// Whether no cover is cheaper than the last of them, or than the limit where there is none.
    package var isExact: Bool
  }

  /// Rows that each column serves, as bits.
  let traces: [UInt64]
  private let rowCount: Int
  private var costs: [Int] = []
  /// Columns of each row that no other column replaces at the costs of the moment.
  private var columns: [[Int]] = []
  /// What is left of the costs, one copy for each level of the search.
  private var left: [Int] = []
  private var chosen: [Int] = []
  private var limit = 0
  private var covers: [[Int]] = []
  private var nodes = 0

  /// Prepares searches over `traces`, in which each of `rowCount` ≤ 64 rows occurs.
  package init(rowCount: Int, traces: [UInt64]) {
    self.rowCount = rowCount
    self.traces = traces
  }

  /// Looks for covers below `limit`, within `mostNodes` nodes.
  package mutating func cheapest(costs: [Int], below limit: Int, mostNodes: Int) -> Answer {
    self.costs = costs
    self.limit = limit
    covers = []
    chosen = []
    nodes = mostNodes
    columns = [[Int]](repeating: [], count: rowCount)
    for column in undominated() {
      var bits = traces[column]
      while bits != 0 {
        columns[bits.trailingZeroBitCount].append(column)
        bits &= bits - 1
      }
    }
    left = [Int](repeating: 0, count: costs.count)
    search(UInt64.max >> UInt64(64 - rowCount), cost: 0)
    return Answer(covers: covers, isExact: nodes > 0)
  }

  /// Columns that no other serves all rows of at no more cost.
  private func undominated() -> [Int] {
    costs.indices.filter { column in
      let (trace, cost) = (traces[column], costs[column])
      for other in costs.indices where trace & ~traces[other] == 0 && other != column {
        if costs[other] < cost { return false }
        if costs[other] == cost, traces[other] != trace || other < column { return false }
      }
      return true
    }
  }

  private mutating func search(_ open: UInt64, cost: Int) {
    guard open != 0 else {
      limit = cost
      covers.append(chosen)
      return
    }
    guard nodes > 0 else { return }
    nodes -= 1
    let (bound, row) = bound(open, room: limit - cost)
    if cost + bound >= limit { return }
    let order = ordered(columns[row], for: open)
    for (place, column) in order.enumerated() {
      let trace = traces[column] & open
      let isReplaced = order[..<place].contains {
        trace & ~traces[$0] == 0 && costs[$0] <= costs[column]
      }
      if isReplaced || cost + costs[column] >= limit { continue }
      chosen.append(column)
      search(open & ~trace, cost: cost + costs[column])
      chosen.removeLast()
    }
  }

  /// Columns by what they cost for each open row.
  private func ordered(_ columns: [Int], for open: UInt64) -> [Int] {
    let worth = columns.map { Double(costs[$0]) / Double((traces[$0] & open).nonzeroBitCount) }
    return columns.indices.sorted { (worth[$0], $0) < (worth[$1], $1) }.map { columns[$0] }
  }

  /// A bound by giving each open row what its columns have left to pay, until `room` is used up; and
  /// the open row with the fewest columns.
  private mutating func bound(_ open: UInt64, room: Int) -> (bound: Int, row: Int) {
    var (sum, row, fewest) = (0, open.trailingZeroBitCount, Int.max)
    left.withUnsafeMutableBufferPointer { left in
      for column in left.indices { left[column] = costs[column] }
      var bits = open
      while bits != 0 {
        let index = bits.trailingZeroBitCount
        bits &= bits - 1
        let columns = columns[index]
        if columns.count < fewest { (fewest, row) = (columns.count, index) }
        var least = Int.max
        for column in columns { least = min(least, left[column]) }
        if least > 0 {
          for column in columns { left[column] -= least }
          sum += least
          if sum >= room { return }
        }
      }
    }
    return (sum, row)
  }
}
