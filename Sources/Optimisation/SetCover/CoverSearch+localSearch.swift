extension CoverSearch {
  /// A core with more entries than this is searched in its most promising columns only.
  private static let searchedEntries = 150_000
  /// Columns of each row that take part in any case.
  private static let columnsPerRow = 6

  /// A cheaper cover than `best` by local search; nil when none was found.
  func searched(_ core: CoverCore, _ dual: CoverDual, from best: [Int], effort: Int = 1) -> [Int]? {
    let columns = promising(core, dual, with: best)
    let entries = columns.reduce(0) { $0 + core.rows[$1].count }
    let work = min(
      limits.localSearchWork, entries.multipliedReportingOverflow(by: 2_000 * effort).partialValue)
    var search = CoverLocalSearch(core, columns: columns, seed: UInt64(effort))
    return search.improve(
      best, costing: core.cost(of: best), mostWork: work,
      floor: CoverCore.raised(dual.bound, isIntegral: core.isIntegral), clock: limits.clock)
  }

  /// The columns of `best`, some of each row, and others in the order of their reduced costs.
  private func promising(_ core: CoverCore, _ dual: CoverDual, with best: [Int]) -> [Int] {
    guard core.entries > Self.searchedEntries else { return Array(core.costs.indices) }
    var isIn = [Bool](repeating: false, count: core.costs.count)
    for column in best { isIn[column] = true }
    let price = dual.reducedCosts
    for columns in core.columns {
      for column in columns.sorted(by: { (price[$0], $0) < (price[$1], $1) })
        .prefix(Self.columnsPerRow)
      {
        isIn[column] = true
      }
    }
    var entries = 0
    for column in isIn.indices where isIn[column] { entries += core.rows[column].count }
    for column in core.costs.indices.sorted(by: { (price[$0], $0) < (price[$1], $1) })
    where !isIn[column] && entries < Self.searchedEntries {
      isIn[column] = true
      entries += core.rows[column].count
    }
    return isIn.indices.filter { isIn[$0] }
  }
}
