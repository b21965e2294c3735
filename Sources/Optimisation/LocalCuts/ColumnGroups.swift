/// The columns that serve some rows, put together where they serve the same of them.
struct ColumnGroups {
  /// By group: the rows it serves, as bits in the order of the rows asked for.
  private(set) var traces: [UInt64] = []
  /// By group: what the point has of its columns.
  private(set) var values: [Double] = []
  private var members: [[Int]] = []

  /// Groups the columns of `core` that serve some of `rows`, at most 64.
  init(_ rows: [Int], of core: CoverCore, point: [Double]) {
    var trace: [Int: UInt64] = [:]
    for (bit, row) in rows.enumerated() {
      for column in core.columns[row] { trace[column, default: 0] |= 1 << UInt64(bit) }
    }
    var group: [UInt64: Int] = [:]
    for (column, bits) in trace.sorted(by: { $0.key < $1.key }) {
      if let index = group[bits] {
        values[index] += point[column]
        members[index].append(column)
      } else {
        group[bits] = traces.count
        traces.append(bits)
        values.append(point[column])
        members.append([column])
      }
    }
  }

  /// The inequality in which each column has the weight of its group.
  func cut(_ weights: [Int], need: Int) -> CoverCut {
    var cut = CoverCut(columns: [], weights: [], need: need)
    for (weight, columns) in zip(weights, members) where weight > 0 {
      cut.columns += columns
      cut.weights += [Int](repeating: weight, count: columns.count)
    }
    return cut
  }
}
