/// How much each past year counts.
package enum RecencyWeights: Hashable, Sendable {
  /// The last years alike, at most this many, the others nothing.
  case last(Int)
  /// `(1 − alpha)^age`, with 0 < alpha < 1.
  case exponential(alpha: Double)

  /// A year index with its weight.
  package typealias Weighted = (year: Int, weight: Double)

  /// Weights of observed years through `origin`, oldest first.
  package func years(_ panel: EnrolmentPanel, origin: Int) -> [Weighted] {
    weigh((0...origin).filter { panel.isObserved[$0] }, origin: origin)
  }

  /// Weights of observed years through `origin` whose year before was observed too, oldest first.
  package func pairs(_ panel: EnrolmentPanel, origin: Int) -> [Weighted] {
    guard origin >= 1 else { return [] }
    return weigh(
      (1...origin).filter { panel.isObserved[$0] && panel.isObserved[$0 - 1] }, origin: origin)
  }

  private func weigh(_ years: [Int], origin: Int) -> [Weighted] {
    switch self {
    case .last(let count): years.suffix(count).map { ($0, 1) }
    case .exponential(let alpha):
      years.map { ($0, power(1 - alpha, origin - $0)) }
    }
  }

  private func power(_ base: Double, _ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<exponent { result *= base }
    return result
  }
}
