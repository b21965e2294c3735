/// A part of a maximal cover after pre-solve, in its own numbering: rows with equal columns are one
/// row, and no column serves only what another serves too.
///
/// A row that is served whenever another one is may not be dropped here, since it has a weight of its
/// own; only equal rows merge.
struct MaximalCoverPart {
  let weights: [Double]
  let rows: [[Int]]
  /// The column of the whole problem behind each of these.
  let names: [Int]

  /// The parts of `problem` that share no column, in order of their first row.
  static func parts(of problem: MaximalCover) -> [MaximalCoverPart] {
    var byRow = [[Int]](repeating: [], count: problem.weights.count)
    for (column, rows) in problem.columns.enumerated() {
      for row in rows { byRow[row].append(column) }
    }
    // Equal rows, merged at the first of them.
    var firsts: [[Int]: Int] = [:]
    var weights: [Double] = []
    var lists: [[Int]] = []
    for (row, columns) in byRow.enumerated() where !columns.isEmpty && problem.weights[row] > 0 {
      if let first = firsts[columns] {
        weights[first] += problem.weights[row]
      } else {
        firsts[columns] = lists.count
        lists.append(columns)
        weights.append(problem.weights[row])
      }
    }
    var rows = [[Int]](repeating: [], count: problem.columns.count)
    for (row, columns) in lists.enumerated() { for column in columns { rows[column].append(row) } }
    return split(weights, rows.indices.filter { !isDominated($0, rows, lists) }, rows)
  }

  private static func isDominated(_ column: Int, _ rows: [[Int]], _ columns: [[Int]]) -> Bool {
    let own = rows[column]
    guard let rarest = own.min(by: { columns[$0].count < columns[$1].count }) else { return true }
    return columns[rarest].contains { other in
      guard other != column, rows[other].count >= own.count else { return false }
      if rows[other].count == own.count, other > column { return false }
      return isSubset(own, of: rows[other])
    }
  }

  private static func isSubset(_ a: [Int], of b: [Int]) -> Bool {
    var place = 0
    for item in a {
      while place < b.count, b[place] < item { place += 1 }
      if place == b.count || b[place] != item { return false }
    }
    return true
  }

  private static func split(
    _ weights: [Double], _ live: [Int], _ rows: [[Int]]
  ) -> [MaximalCoverPart] {
    var parent = Array(weights.indices)
    func root(_ row: Int) -> Int {
      var row = row
      while parent[row] != row {
        parent[row] = parent[parent[row]]
        row = parent[row]
      }
      return row
    }
    for column in live {
      for row in rows[column].dropFirst() {
        let (a, b) = (root(rows[column][0]), root(row))
        parent[max(a, b)] = min(a, b)
      }
    }
    var members: [Int: [Int]] = [:]
    for column in live { members[root(rows[column][0]), default: []].append(column) }
    return members.keys.sorted().map { key in
      let names = members[key] ?? []
      let all = Set(names.flatMap { rows[$0] }).sorted()
      let local = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
      return MaximalCoverPart(
        weights: all.map { weights[$0] }, rows: names.map { rows[$0].compactMap { local[$0] } },
        names: names)
    }
  }

  /// All that can be served.
  var total: Double { weights.reduce(0, +) }
  /// Whether all weights are whole, so that bounds may be rounded down.
  var isIntegral: Bool { weights.allSatisfy { $0 == $0.rounded() && $0 < 1e12 } }

  /// The weight that `chosen` serves.
  func covered(by chosen: [Int]) -> Double {
    var isServed = [Bool](repeating: false, count: weights.count)
    for column in chosen { for row in rows[column] { isServed[row] = true } }
    return weights.indices.reduce(0) { isServed[$1] ? $0 + weights[$1] : $0 }
  }
}
