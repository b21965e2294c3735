import Optimisation
public import TwinModel

/// Coverage against money for all areas together, from one solve.
public struct BudgetCurve: Sendable {
  /// One step for every budget that buys more.
  public var steps: [Step]
  /// Floor that must be served, summed over kinds.
  public var demand: SquareMetres

  /// The most floor for a budget.
  public struct Step: Hashable, Sendable {
    /// What is spent.
    public var cost: Yuan
    /// Floor served, summed over kinds.
    public var covered: SquareMetres
    /// No choice among the candidates serves more for that cost.
    public var bound: SquareMetres
    /// Devices bought.
    public var devices: Int
  }
}

extension DevicePlacement {
  /// The budget curve of all areas that are covered.
  ///
  /// Areas share nothing but the money, so that their curves f_a(b) are put together by the
  /// multiple-choice knapsack
  ///
  ///     F(B) = max Σ_a f_a(b_a)   subject to   Σ_a b_a ≤ B,
  ///
  /// area by area by dynamic programming in steps of the greatest common divisor of all costs.
  ///
  /// Source: Kellerer, Pferschy, Pisinger: Knapsack Problems, Springer 2004, chapter 11.
  ///
  /// - Returns: The curve from nothing to full coverage.
  /// - Throws: ``StudyError`` when the solver cannot be used.
  public func budgetCurve() throws(StudyError) -> BudgetCurve {
    var curves: [DeviceCover: CoverageCurve] = [:]
    var list: [CoverageCurve] = []
    for area in areas {
      guard let solved = area.solved else { continue }
      if let known = curves[solved.task] {
        list.append(known)
        continue
      }
      do {
        let curve = try solved.task.curve(upTo: solved.plan)
        curves[solved.task] = curve
        list.append(curve)
      } catch {
        throw StudyError(study: "placement", reason: "\(error)")
      }
    }
    return BudgetCurve(list)
  }
}

extension BudgetCurve {
  init(_ curves: [CoverageCurve]) {
    demand = SquareMetres(curves.reduce(0) { $0 + $1.demand })
    let unit = curves.flatMap(\.steps).reduce(0) { Self.divisor($0, $1.cost) }
    let most = curves.reduce(0) { $0 + ($1.steps.last?.cost ?? 0) }
    let size = unit > 0 ? most / unit : 0
    var best = [Step](
      repeating: Step(cost: 0, covered: 0, bound: 0, devices: 0), count: size + 1)
    for curve in curves {
      let before = best
      for budget in 0...size {
        var chosen: Step?
        var bound = SquareMetres.zero
        for step in curve.steps where step.cost <= budget * max(1, unit) {
          let rest = before[budget - (unit > 0 ? step.cost / unit : 0)]
          let covered = rest.covered + SquareMetres(step.covered)
          bound = max(bound, rest.bound + SquareMetres(step.bound))
          if covered > chosen?.covered ?? SquareMetres(-1) {
            chosen = Step(
              cost: rest.cost + Yuan(Double(step.cost)), covered: covered, bound: bound,
              devices: rest.devices + step.views.count)
          }
        }
        if var chosen {
          chosen.bound = bound
          best[budget] = chosen
        }
      }
    }
    steps = []
    for step in best where step.covered.value > (steps.last?.covered.value ?? -1) + 1e-9 {
      steps.append(step)
    }
  }

  private static func divisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : divisor(b, a % b) }
}
