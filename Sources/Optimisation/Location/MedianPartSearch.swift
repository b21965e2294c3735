/// The curve of one part of a ``MedianProblem``, solved number by number as far as it is asked for.
struct MedianPartSearch {
  let problem: MedianProblem
  /// What is saved by number of places, from none, as far as it is solved.
  private(set) var points = [BudgetCurve.Point(covered: 0, bound: 0, chosen: [])]
  private(set) var nodes = 0
  private let none: Double
  private let greatest: Double

  /// Starts with nothing solved; all places of `problem` are of use to an event.
  init(_ problem: MedianProblem) {
    self.problem = problem
    none = problem.cost(of: [])
    greatest = none - problem.cost(of: Array(problem.costs.indices))
  }

  /// Whether the last point saves all that all places save.
  private var isComplete: Bool {
    (points.last?.covered ?? 0) >= greatest - 1e-9 * max(1, greatest)
  }

  /// Solves one number more.
  mutating func solveNext(nodeLimit: Int) throws(OptimisationError) {
    let best = points[points.count - 1]
    let found = try problem.solve(budget: Double(points.count), nodeLimit: nodeLimit)
    nodes += found.nodes
    let saved = none - problem.cost(of: found.chosen)
    let bound = found.isProven ? saved : min(greatest, none - found.bound)
    points.append(
      saved > best.covered
        ? .init(covered: saved, bound: bound, chosen: found.chosen)
        : .init(covered: best.covered, bound: max(bound, best.covered), chosen: best.chosen))
  }

  /// What `count` places save at most, by what is solved of fewer.
  private func hope(_ count: Int) -> Double {
    if points.indices.contains(count) { return points[count].bound }
    let solved = points.count - 1
    guard solved > 0 else { return greatest }
    return min(greatest, points[solved].bound * Double(count) / Double(solved))
  }

  /// Upper bounds by number of places; the choice of a point is `name` and its number.
  func hopes(upTo most: Int, named name: Int) -> BudgetCurve {
    let last = isComplete ? points.count - 1 : problem.costs.count
    return BudgetCurve(
      points: (0...min(most, last)).map {
        .init(covered: hope($0), bound: hope($0), chosen: [name + $0])
      })
  }

  /// The curve, with places called by `names`; numbers that are not solved save what fewer do, and have
  /// their bounds.
  func curve(upTo most: Int, naming names: [Int]) -> BudgetCurve {
    let last = isComplete ? points.count - 1 : problem.costs.count
    return BudgetCurve(
      points: (0...min(most, last)).map { count in
        let point = points[min(count, points.count - 1)]
        return .init(
          covered: point.covered, bound: max(point.covered, hope(count)),
          chosen: point.chosen.map { names[$0] })
      })
  }
}
