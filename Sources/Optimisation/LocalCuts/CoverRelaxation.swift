/// The linear relaxation of a cover with further inequalities.
package struct CoverRelaxation: ~Copyable {
  /// What a solve says.
  package struct Point {
    /// No cover costs less; summed up from the prices, so that it does not rest on CLP's tolerances.
    package var bound: Double
    /// The reduced costs that go with it.
    package var reducedCosts: [Double]
    /// The share of each column.
    package var values: [Double]
  }

  private let core: CoverCore
  private(set) var cuts: [CoverCut] = []
  private var program: ClpModel
  private var prices: [Double] = []

  package init(_ core: CoverCore, cuts: [CoverCut]) throws(OptimisationError) {
    self.core = core
    program = try ClpModel(costs: core.costs, upper: 1)
    program.add(
      zip(core.columns, core.need).map { columns, need in
        ClpModel.Row(
          columns: columns, weights: [Double](repeating: 1, count: columns.count),
          least: Double(need))
      })
    add(cuts)
  }

  /// Adds inequalities.
  package mutating func add(_ new: [CoverCut]) {
    let scale = Double(LocalCutSearch.scale)
    program.add(
      new.map { cut in
        ClpModel.Row(
          columns: cut.columns, weights: cut.weights.map { Double($0) / scale },
          least: Double(cut.need) / scale)
      })
    cuts += new
  }

  /// Inequalities that have a say at the last point.
  var tightCuts: [CoverCut] {
    zip(cuts, prices.dropFirst(core.need.count)).filter { $0.1 > 1e-7 }.map(\.0)
  }

  /// How far the bound rises at least when `column` is taken and when it is not: the product of both.
  ///
  /// Source: Achterberg, Koch, Martin: Branching rules revisited, Operations Research Letters 33 (2005).
  func score(ofSplittingAt column: Int, from bound: Double) -> Double {
    let rises = [1.0, 0.0].map { value in
      program.objective(holding: column, at: value).map { max($0 - bound, 1e-6) }
        ?? Double(core.costs.count)
    }
    return rises[0] * rises[1]
  }

  /// The relaxation's optimum; nil when CLP finds none.
  package mutating func solve() -> Point? {
    guard program.solve() else { return nil }
    prices = program.prices.map { max(0, $0) }
    var reduced = core.costs
    var bound = 0.0
    for (row, columns) in core.columns.enumerated() where prices[row] > 0 {
      bound += prices[row] * Double(core.need[row])
      for column in columns { reduced[column] -= prices[row] }
    }
    for (cut, price) in zip(cuts, prices.dropFirst(core.need.count)) where price > 0 {
      let share = price / Double(LocalCutSearch.scale)
      bound += share * Double(cut.need)
      for (column, weight) in zip(cut.columns, cut.weights) {
        reduced[column] -= share * Double(weight)
      }
    }
    for cost in reduced where cost < 0 { bound += cost }
    return Point(bound: bound, reducedCosts: reduced, values: program.values)
  }
}
