/// A whole number that is divided in proportion to weights.
enum LargestRemainder {
  /// The parts, which add up to the whole: rounded down, then one more where most was cut off, of equals
  /// the first.
  ///
  /// `weights` are 0 or more, and not all 0.
  static func shares(of total: Int64, _ weights: [Double]) -> [Int64] {
    let sum = weights.reduce(0, +)
    let exact = weights.map { Double(total) * $0 / sum }
    var shares = exact.map { Int64($0.rounded(.down)) }
    let order = exact.indices.sorted {
      (Double(shares[$0]) - exact[$0], $0) < (Double(shares[$1]) - exact[$1], $1)
    }
    let rest = Int(total - shares.reduce(0, +))
    for place in order.prefix(max(0, rest)) { shares[place] += 1 }
    return shares
  }
}
