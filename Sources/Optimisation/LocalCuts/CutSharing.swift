/// Gives inequalities of a core to the parts that are left of it.
struct CutSharing {
  private let cuts: [CoverCut]
  private var isTaken: [Bool]
  private var isGone: [Bool]

  /// Prepares the inequalities of a core of `columns` columns, of which those in `taken` are in.
  init(_ cuts: [CoverCut], taken: [Int], parts: [CoverCore], columns: Int) {
    self.cuts = cuts
    isTaken = [Bool](repeating: false, count: columns)
    isGone = [Bool](repeating: true, count: columns)
    for column in taken { isTaken[column] = true }
    for part in parts { for column in part.names { isGone[column] = false } }
  }

  /// What they say about `part` alone.
  func cuts(for part: CoverCore) -> [CoverCut] {
    guard !cuts.isEmpty else { return [] }
    var local = [Int](repeating: -1, count: isGone.count)
    for (index, name) in part.names.enumerated() { local[name] = index }
    return cuts.compactMap { $0.reduced(to: local, isTaken: isTaken, isGone: isGone) }
  }
}
