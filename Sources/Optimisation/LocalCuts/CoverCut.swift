/// An inequality Σ w_j x_j ≥ need that every cover satisfies, in whole numbers, so that it is exact.
package struct CoverCut: Hashable {
  package var columns: [Int]
  package var weights: [Int]
  package var need: Int

  package init(columns: [Int], weights: [Int], need: Int) {
    self.columns = columns
    self.weights = weights
    self.need = need
  }

  /// The same for a core in which only some columns are left and others are taken.
  ///
  /// - Parameters:
  ///   - local: By column, its index in that core; -1 for one that is not in it.
  ///   - isTaken: By column, whether it is part of every answer that is looked for.
  ///   - isGone: By column, whether it is in no part of what is left.
  /// - Returns: Nil when nothing is left to ask for, or when columns of other cores have a say.
  package func reduced(to local: [Int], isTaken: [Bool], isGone: [Bool]) -> CoverCut? {
    var result = CoverCut(columns: [], weights: [], need: need)
    for (column, weight) in zip(columns, weights) {
      if isTaken[column] {
        result.need -= weight
      } else if local[column] >= 0 {
        result.columns.append(local[column])
        result.weights.append(weight)
      } else if !isGone[column] {
        return nil
      }
    }
    return result.need > 0 ? result : nil
  }
}
