/// What is left of a set cover after pre-solve, or one component of it, in its own numbering.
package struct CoverCore {
  /// Count still needed in each row; at least 1.
  package var need: [Int]
  /// Cost of each column; positive.
  package var costs: [Double]
  /// Columns of each row, ascending.
  package var columns: [[Int]]
  /// Rows of each column, ascending.
  var rows: [[Int]]
  /// The column of the whole problem behind each of these.
  var names: [Int]

  /// Whether every cost is whole, so that bounds may be rounded up.
  var isIntegral: Bool { costs.allSatisfy { $0 == $0.rounded() && $0 < 1e12 } }

  /// The parts of what `reduction` left that share no column, in order of their first row.
  package static func components(of reduction: SetCoverReduction, costs: [Double]) -> [CoverCore] {
    var parent = Array(reduction.liveRows.indices)
    func root(_ row: Int) -> Int {
      var row = row
      while parent[row] != row {
        parent[row] = parent[parent[row]]
        row = parent[row]
      }
      return row
    }
    let live = reduction.liveColumns.indices.filter { reduction.liveColumns[$0] }
    for column in live {
      let rows = reduction.rows(of: column)
      for row in rows.dropFirst() {
        let (a, b) = (root(rows[0]), root(row))
        parent[max(a, b)] = min(a, b)
      }
    }
    var members: [Int: [Int]] = [:]
    for row in reduction.liveRows.indices where reduction.liveRows[row] {
      members[root(row), default: []].append(row)
    }
    return members.keys.sorted().map { key in
      CoverCore(reduction, rows: members[key] ?? [], costs: costs)
    }
  }

  private init(_ reduction: SetCoverReduction, rows members: [Int], costs all: [Double]) {
    let local = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
    names = Set(members.flatMap { reduction.columns(of: $0) }).sorted()
    need = members.map { reduction.need[$0] }
    costs = names.map { all[$0] }
    rows = names.map { reduction.rows(of: $0).compactMap { local[$0] } }
    columns = [[Int]](repeating: [], count: members.count)
    for (column, rows) in rows.enumerated() {
      for row in rows { columns[row].append(column) }
    }
  }

  /// This core as a problem, to be reduced again without the columns for which `isKept` is false.
  ///
  /// Columns in `taken` are part of every answer that is looked for.
  func problem(keeping isKept: [Bool], taking taken: [Int]) -> SetCover? {
    var need = need
    for column in taken { for row in rows[column] { need[row] = max(0, need[row] - 1) } }
    let columns = names.indices.map { column in
      SetCover.Column(cost: costs[column], rows: isKept[column] ? rows[column] : [])
    }
    return try? SetCover(required: need, columns: columns)
  }

  /// Pairs of a row and a column that serves it.
  var entries: Int { rows.reduce(0) { $0 + $1.count } }

  /// Sum of the costs of `chosen`.
  func cost(of chosen: [Int]) -> Double { chosen.reduce(0) { $0 + costs[$1] } }

  /// Whether `chosen` serves every row often enough.
  func isServed(by chosen: [Int]) -> Bool {
    var missing = need
    for column in chosen { for row in rows[column] { missing[row] -= 1 } }
    return missing.allSatisfy { $0 <= 0 }
  }
}
