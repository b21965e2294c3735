import Optimisation
import TwinModel

extension CeilingCover {
  /// Solves the task.
  ///
  /// A regular array of places is tried first: where it needs no more places than the floor area
  /// asks for, it is the answer. Otherwise a set cover is solved on points of the floor (a bound for
  /// the candidates), its plan is checked cell by cell, and points of cells that it misses join the
  /// problem, until a plan holds.
  func solve() throws(OptimisationError) -> CeilingPlan {
    let array = regularArray()
    if let array, array.count == minimum {
      return CeilingPlan(places: array, bound: minimum, basis: .count)
    }
    var plan = try coverPlan()
    if let array, array.count <= plan.places.count || !plan.blind.isEmpty {
      plan.places = array
      plan.blind = []
      plan.unshownArea = 0
      plan.isNarrow = false
    }
    if plan.places.count == minimum { plan.basis = .count }
    plan.places.sort()
    return plan
  }

  /// Rounds of solving and checking; each adds the points that the last plan missed.
  private static let mostRounds = 12
  /// Nodes for one area's cover: small ones end far below, large ones keep their gap.
  private static let limits = SetCoverLimits(
    ownNodes: 500, solverNodes: 200, subgradientSteps: 300)

  private func coverPlan() throws(OptimisationError) -> CeilingPlan {
    var incidence = CoverIncidence(self)
    var plan = CeilingPlan(
      places: [], bound: minimum, basis: .grid(step: incidence.candidateStep))
    for round in 1...Self.mostRounds {
      let solution = try incidence.problem().solve(Self.limits)
      plan.nodes += solution.nodes
      plan.bound = max(plan.bound, Int(solution.bound))
      var chosen = solution.chosen
      incidence.spread(&chosen, to: minimum)
      incidence.tidy(&chosen)
      plan.places = chosen.map { incidence.candidates[$0] }
      plan.isNarrow = chosen.contains { $0 >= incidence.clearCount }
      plan.blind = solution.uncoverable.map { incidence.points[$0] }
      let check = PlanCheck(self, places: plan.places, ignoring: plan.blind)
      plan.unshownArea = check.unshownArea
      if check.missed.isEmpty { break }
      if round == Self.mostRounds {
        plan.blind += check.missed
      } else {
        incidence.add(check.missed)
      }
    }
    return plan
  }

  /// Places in even rows and columns over a free rectangle, as few as reach into its corners; nil
  /// when the area is no such rectangle or too narrow for the clearance.
  private func regularArray() -> [PlanPoint]? {
    guard let box = area.freeRectangle else { return nil }
    let (width, depth) = (box.max.x - box.min.x, box.max.y - box.min.y)
    guard width >= 2 * clearance, depth >= 2 * clearance else { return nil }
    // Every place serves at most the square that fits its circle.
    let most = Int(width * depth / (2 * radius * radius)) * 2 + 400
    for count in max(1, minimum)...max(1, minimum, most) {
      var best: (reach: Int64, places: [PlanPoint])?
      for columns in 1...count where count % columns == 0 {
        let places = Self.array(columns, count / columns, in: box)
        let cell = PlanCell(
          min: box.min,
          max: PlanPoint(
            box.min.x + (width + Int64(columns) - 1) / Int64(columns) + 1,
            box.min.y + (depth + Int64(count / columns) - 1) / Int64(count / columns) + 1))
        let reach = cell.farthestSquare(from: places[0])
        let isClear =
          places[0].x - box.min.x >= clearance && places[0].y - box.min.y >= clearance
        if isClear, reach <= radius * radius, reach < best?.reach ?? .max {
          best = (reach, places)
        }
      }
      if let best { return best.places }
    }
    return nil
  }

  private static func array(
    _ columns: Int, _ rows: Int, in box: (min: PlanPoint, max: PlanPoint)
  ) -> [PlanPoint] {
    let (width, depth) = (box.max.x - box.min.x, box.max.y - box.min.y)
    func middles(_ low: Int64, _ length: Int64, _ count: Int) -> [Int64] {
      (0..<count).map { low + length * Int64(2 * $0 + 1) / Int64(2 * count) }
    }
    let ys = middles(box.min.y, depth, rows)
    return middles(box.min.x, width, columns).flatMap { x in ys.map { PlanPoint(x, $0) } }
  }
}
