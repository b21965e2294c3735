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
    var plan = try coverPlan(stoppingAt: array?.count ?? .max)
    if let array, array.count <= max(plan.bound, plan.places.count) || !plan.blind.isEmpty {
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
  /// From this round on, plans that miss points are completed, in case none comes to hold.
  private static let firstRepair = 9
  /// Rounds of adding places to a plan that still misses points after that.
  private static let mostRepairs = 20
  /// Nodes for one area's cover; local cuts took three times as long here and proved no more.
  private static let limits = SetCoverLimits(
    ownNodes: 500, cutNodes: 0, solverNodes: 200, subgradientSteps: 300)
  /// With more points than this, covers are searched without CBC: its linear programs would take
  /// seconds, and the bound of the rounds before stands.
  private static let solverPoints = 600
  /// With more points than this, the first completed plan is kept.
  private static let mostPoints = 1_500
  private static let roughLimits = SetCoverLimits(
    ownNodes: 100, cutNodes: 0, solverNodes: 0, subgradientSteps: 300)

  /// At most so many of the points that one plan missed join the problem, spread over all of them.
  private static let mostNewPoints = 200

  private static func some(_ missed: [PlanPoint]) -> [PlanPoint] {
    let stride = (missed.count + mostNewPoints - 1) / mostNewPoints
    return missed.enumerated().filter { $0.offset % max(1, stride) == 0 }.map(\.element)
  }

  /// A plan by set cover; the search ends as soon as its bound reaches `known` places.
  private func coverPlan(
    stoppingAt known: Int
  ) throws(OptimisationError) -> CeilingPlan {
    var incidence = CoverIncidence(self)
    // What is taken anyway counts towards the number, and serves points that are not asked for again.
    let taken = fixed.count
    var best = CeilingPlan(
      places: [], bound: minimum, basis: .grid(step: incidence.candidateStep))
    var nodes = 0
    for round in 1...Self.mostRounds {
      let solution = try incidence.problem().solve(
        incidence.points.count > Self.solverPoints ? Self.roughLimits : Self.limits)
      nodes += solution.nodes
      best.bound = max(best.bound, taken + Int(solution.bound))
      if best.bound >= known { break }
      var chosen = solution.chosen
      incidence.spread(&chosen, to: minimum - taken)
      incidence.tidy(&chosen)
      let blind = solution.uncoverable.map { incidence.points[$0] }
      var check = self.check(chosen, of: incidence, ignoring: blind)
      let holds = check.missed.isEmpty
      if !holds { incidence.add(Self.some(check.missed)) }
      guard holds || round >= Self.firstRepair else { continue }
      // Rather some places more than floor left unserved.
      for _ in 1...Self.mostRepairs where !check.missed.isEmpty {
        incidence.add(check.missed)
        incidence.serve(check.missed, with: &chosen)
        check = self.check(chosen, of: incidence, ignoring: blind)
      }
      if best.places.isEmpty || taken + chosen.count < best.places.count {
        best.places = fixed + chosen.map { incidence.candidates[$0] }
        best.isNarrow =
          chosen.contains { !incidence.isClear[$0] }
          || fixed.contains { clearance(of: $0) < Double(clearance) - 1 }
        best.blind = blind + check.missed
        best.unshownArea = check.unshownArea
      }
      if holds || incidence.points.count > Self.mostPoints { break }
    }
    best.nodes = nodes
    return best
  }

  private func check(
    _ chosen: [Int], of incidence: CoverIncidence, ignoring blind: [PlanPoint]
  ) -> PlanCheck {
    PlanCheck(
      self, places: fixed + chosen.map { incidence.candidates[$0] }, ignoring: blind)
  }
}
