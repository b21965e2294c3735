/// Looks for inequalities that every cover satisfies and a fractional point does not, in few
/// neighbouring rows at a time, for which all covers are known.
///
/// Rows S are gathered around each row with fractional columns, those first that bring in the least
/// of the point x*. Columns that serve the same rows of S are one; y*_t is what the point has of
/// them. The weights a of an inequality Σ a_t y_t ≥ 1 that cuts off most are
///
///     minimise   Σ a_t y*_t
///     subject to Σ_{t in v} a_t ≥ 1   for every cover v of S
///                0 ≤ a_t ≤ 1
///
/// with covers v found as they are needed: the cheapest one at the weights of the moment, until it
/// costs 1. Weights are then whole multiples of 2⁻²⁰, and the exact search says what they sum to in
/// the cheapest cover.
///
/// Source: Applegate, Bixby, Chvátal, Cook: TSP cuts which do not conform to the template paradigm,
/// Computational Combinatorial Optimization, LNCS 2241 (2001), there for tours.
package struct LocalCutSearch {
  /// How much is looked at together.
  package struct Size {
    /// Rows, at most 64.
    package var rows: Int
    /// What the point may have of their columns.
    package var weight: Double

    package init(rows: Int, weight: Double) {
      self.rows = rows
      self.weight = weight
    }
  }

  private let core: CoverCore
  private let point: [Double]
  private let size: Size
  /// Columns of each row that the point has.
  private let support: [[Int]]

  /// One, in weights.
  static let scale = 1 << 20
  /// An inequality that the point misses by less is not worth a row.
  private static let violation = 0.005
  /// Makes weights of columns that the point lacks as small as they can be.
  private static let pressure = 1e-5
  private static let mostCovers = 300
  private static let mostNodes = 20_000

  package init(_ core: CoverCore, point: [Double], size: Size) {
    self.core = core
    self.point = point
    self.size = size
    support = core.columns.map { $0.filter { point[$0] > 1e-7 } }
  }

  /// Inequalities that the point violates, at most one for each row it is fractional in.
  package func cuts() throws(OptimisationError) -> [CoverCut] {
    var cuts: [CoverCut] = []
    var isSeen = [Bool](repeating: false, count: core.need.count)
    var known: Set<[Int]> = []
    for row in core.need.indices where !isSeen[row] && core.need[row] == 1 {
      guard support[row].contains(where: { point[$0] < 1 - 1e-7 }) else { continue }
      let rows = neighbourhood(of: row)
      guard known.insert(rows).inserted, let found = try cut(over: rows) else { continue }
      cuts.append(found.cut)
      // Rows that gave a strong one need not be looked at from all sides.
      if found.value < 0.95 { for row in rows { isSeen[row] = true } }
    }
    return cuts
  }

  /// Rows around `seed`, ascending.
  private func neighbourhood(of seed: Int) -> [Int] {
    var isColumnIn = [Bool](repeating: false, count: core.costs.count)
    var isListed = [Bool](repeating: false, count: core.need.count)
    var added = support.map { $0.reduce(0) { $0 + point[$1] } }
    var front: [Int] = []
    var rows: [Int] = []
    var weight = 0.0
    func enter(_ row: Int) {
      rows.append(row)
      for column in support[row] where !isColumnIn[column] {
        isColumnIn[column] = true
        weight += point[column]
        for other in core.rows[column] {
          added[other] -= point[column]
          guard !isListed[other], core.need[other] == 1 else { continue }
          isListed[other] = true
          front.append(other)
        }
      }
    }
    isListed[seed] = true
    enter(seed)
    while rows.count < size.rows {
      var best = -1
      for place in front.indices {
        let (row, other) = (front[place], best < 0 ? -1 : front[best])
        if best < 0 || added[row] < added[other] - 1e-9
          || (added[row] < added[other] + 1e-9 && row < other)
        {
          best = place
        }
      }
      guard best >= 0, weight + added[front[best]] <= size.weight else { break }
      let row = front[best]
      front.swapAt(best, front.count - 1)
      front.removeLast()
      enter(row)
    }
    return rows.sorted()
  }

  /// The inequality over `rows` that the point violates most; nil when it violates none by enough.
  private func cut(over rows: [Int]) throws(OptimisationError) -> (cut: CoverCut, value: Double)? {
    let groups = ColumnGroups(rows, of: core, point: point)
    let count = groups.traces.count
    var local = LocalCover(rowCount: rows.count, traces: groups.traces)
    var program = try ClpModel(costs: groups.values.map { $0 + Self.pressure }, upper: 1)
    var weights = [Int](repeating: Self.scale, count: count)
    var limit = Int.max
    var spent = 0
    while spent < Self.mostCovers {
      let answer = local.cheapest(costs: weights, below: limit, mostNodes: Self.mostNodes)
      if answer.covers.isEmpty {
        guard answer.isExact else { return nil }
        return (groups.cut(weights, need: limit), program.objective)
      }
      spent += 1
      program.add(
        answer.covers.map { cover in
          ClpModel.Row(
            columns: cover, weights: [Double](repeating: 1, count: cover.count), least: 1)
        })
      guard program.solve(), program.objective < 1 - Self.violation else { return nil }
      weights = program.values.map { Int((min(1, max(0, $0)) * Double(Self.scale)).rounded()) }
      // What rounding may take from a cover.
      limit = Self.scale - count
    }
    return nil
  }
}
