import Optimisation
import TwinModel

/// Random covers, and their optima by trying every choice.
enum RandomCover {
  static func make(rows: Int, columns: Int, seed: UInt64, highestNeed: Int) -> SetCover {
    var random = SeededRandom(seed, stream: "cover")
    let required = (0..<rows).map { _ in Int.random(in: 1...highestNeed, using: &random) }
    let list = (0..<columns).map { _ in
      SetCover.Column(
        cost: Double(Int.random(in: 1...6, using: &random)),
        rows: (0..<rows).filter { _ in random.unit() < 0.3 })
    }
    guard let problem = try? SetCover(required: required, columns: list) else {
      preconditionFailure("the numbers above are in range")
    }
    return problem
  }

  /// The least cost of all choices that serve each row as often as it can be.
  static func optimum(_ problem: SetCover) -> Double {
    var most = [Int](repeating: 0, count: problem.required.count)
    for column in problem.columns { for row in column.rows { most[row] += 1 } }
    let need = zip(problem.required, most).map { min($0, $1) }
    var best = Double.infinity
    for choice in 0..<(1 << problem.columns.count) {
      var left = need
      var cost = 0.0
      for (index, column) in problem.columns.enumerated() where choice >> index & 1 == 1 {
        cost += column.cost
        for row in column.rows { left[row] -= 1 }
      }
      if cost < best, left.allSatisfy({ $0 <= 0 }) { best = cost }
    }
    return best
  }
}
