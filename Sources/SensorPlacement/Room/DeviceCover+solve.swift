package import Optimisation
import TwinModel

extension DeviceCover {
  /// Rounds of solving and checking; each adds the points that the last plan missed.
  private static let mostRounds = 40
  /// From this round on, plans that miss points are completed, in case none comes to hold.
  private static let firstRepair = 9
  /// Rounds of adding devices to a plan that still misses points after that.
  private static let mostRepairs = 20
  /// Nodes for one area's cover; local cuts took three times as long here and proved no more.
  private static let limits = SetCoverLimits(
    ownNodes: 500, cutNodes: 0, solverNodes: 200, subgradientSteps: 300)
  /// With more points than this, covers are searched without CBC, whose linear programs would take
  /// seconds.
  private static let solverPoints = 900
  private static let roughLimits = SetCoverLimits(
    ownNodes: 100, cutNodes: 0, solverNodes: 0, subgradientSteps: 300)

  /// Solves the task by rows that are added as they are needed.
  ///
  /// A set cover on points of the floor is a relaxation: its bound is a lower bound for the
  /// candidates. Its plan is checked cell by cell; points of cells that it misses join the problem,
  /// until a plan holds: then lower and upper bound have met, unless the search ran out of nodes.
  package func solve() throws(OptimisationError) -> DevicePlan {
    var incidence = DeviceIncidence(self)
    var best: DevicePlan?
    var bound = 0.0
    var nodes = 0
    for round in 1...Self.mostRounds {
      let solution = try incidence.problem().solve(
        incidence.points.count > Self.solverPoints ? Self.roughLimits : Self.limits)
      nodes += solution.nodes
      bound = max(bound, solution.bound)
      var blind = solution.uncoverable
      var chosen = solution.chosen
      var check = self.check(chosen, of: incidence, blind)
      let holds = check.missed.isEmpty
      incidence.add(check.missed)
      guard holds || round >= Self.firstRepair else { continue }
      for _ in 1...Self.mostRepairs where !check.missed.isEmpty {
        let servers = incidence.servers
        blind = incidence.points.indices.filter { servers[$0] < times }
        incidence.serve(with: &chosen)
        check = self.check(chosen, of: incidence, blind)
        incidence.add(check.missed)
      }
      // What no repair reached counts as blind too, so that no plan claims more than it serves.
      let missed = Set(check.missed)
      blind += incidence.points.indices.filter {
        missed.contains(incidence.points[$0]) && !blind.contains($0)
      }
      let plan = plan(chosen, of: incidence, check, blind)
      if best.map({ plan.cost < $0.cost }) ?? true { best = plan }
      if holds { break }
    }
    var plan = best ?? DevicePlan()
    plan.bound = min(max(bound, leastCost), plan.cost)
    plan.witnesses = incidence.points
    plan.nodes = nodes
    return plan
  }

  /// What the least number of devices costs at least.
  private var leastCost: Double {
    let cheapest = options.map(\.cost).min() ?? 0
    return Double(max(0, minimum - present.count)) * cheapest
  }

  private func plan(
    _ chosen: [Int], of incidence: DeviceIncidence, _ check: DeviceCheck, _ blind: [Int]
  ) -> DevicePlan {
    var chosen = chosen
    // A device that serves nothing is no use.
    if incidence.servers.contains(where: { $0 > 0 }) || incidence.points.isEmpty {
      incidence.spread(&chosen, to: minimum - present.count)
    }
    var plan = DevicePlan()
    plan.views = chosen.map { incidence.views[$0] }
    plan.cost = chosen.reduce(0) { $0 + options[incidence.views[$1].type].cost }
    plan.blind = blind.map {
      BlindPoint(point: incidence.points[$0], reason: incidence.reason($0))
    }
    plan.blindArea = check.blindArea
    plan.unshownArea = check.unshownArea
    plan.isNarrow = incidence.isNarrow
    plan.candidateStep = incidence.candidateStep
    return plan
  }

  private func check(
    _ chosen: [Int], of incidence: DeviceIncidence, _ blind: [Int]
  ) -> DeviceCheck {
    DeviceCheck(
      self, views: chosen.map { incidence.views[$0] } + present,
      ignoring: blind.map { incidence.points[$0] })
  }
}

extension DeviceIncidence {
  /// Adds candidates, those that help most points for their cost first, until every point that can be
  /// is served often enough.
  func serve(with chosen: inout [Int]) {
    var missing = present.map { max(0, task.times - $0) }
    for candidate in chosen { for point in served[candidate] { missing[point] -= 1 } }
    var isIn = Set(chosen)
    while true {
      var best: (candidate: Int, value: Double)?
      for candidate in views.indices where !isIn.contains(candidate) {
        let gain = served[candidate].count { missing[$0] > 0 }
        let value = Double(gain) / max(1, task.options[views[candidate].type].cost)
        if gain > 0, value > best?.value ?? 0 { best = (candidate, value) }
      }
      guard let best else { return }
      chosen.append(best.candidate)
      isIn.insert(best.candidate)
      for point in served[best.candidate] { missing[point] -= 1 }
    }
  }

  /// Adds the cheapest candidates farthest from those chosen until there are `count`.
  func spread(_ chosen: inout [Int], to count: Int) {
    let cheapest = views.map { task.options[$0.type].cost }.min() ?? 0
    while chosen.count < count {
      let free = views.indices.filter {
        !chosen.contains($0) && task.options[views[$0].type].cost <= cheapest
      }
      func distance(_ candidate: Int) -> Int64 {
        chosen.map { squaredDistance(views[candidate].place, views[$0].place) }.min() ?? 0
      }
      guard let next = free.max(by: { (distance($0), $1) < (distance($1), $0) }) else { return }
      chosen.append(next)
    }
  }
}
