extension CoverCore {
  /// Measured: cuts double the time of OR-Library cores up to this size, and divide that of a storey
  /// with open doors (900 columns) by more than three.
  private static let columnsWithoutCuts = 500

  /// Solves the core with CBC: a cover cheaper than `cutoff`, or nil when none was found, and a
  /// bound on all that are.
  ///
  /// - Throws: ``OptimisationError/solverFailed(_:)`` when CBC cannot be set up.
  func solveWithCbc(
    nodes limit: Int, cutoff: Double, clock: SolveClock
  ) throws(OptimisationError) -> (chosen: [Int]?, bound: Double, nodes: Int) {
    let model = try CbcModel()
    var starts: [Int32] = [0]
    for column in rows { starts.append((starts.last ?? 0) + Int32(column.count)) }
    model.load(
      starts: starts, indices: rows.flatMap { $0.map(Int32.init) },
      values: [Double](repeating: 1, count: rows.reduce(0) { $0 + $1.count }),
      lower: [Double](repeating: 0, count: costs.count),
      upper: [Double](repeating: 1, count: costs.count), costs: costs,
      isInteger: [Bool](repeating: true, count: costs.count), rowLower: need.map(Double.init),
      rowUpper: [Double](repeating: .infinity, count: need.count))
    let isIntegral = isIntegral
    // Covers as dear as the known one are let in: CBC prunes by them, and is lost without any.
    if cutoff.isFinite { model.setCutoff(isIntegral ? cutoff + 0.5 : cutoff) }
    // A cover as good as any is known by now; and cuts pay in large covers only.
    model.set("heuristics", "off")
    if costs.count <= Self.columnsWithoutCuts { model.set("cuts", "off") }
    let outcome = model.solve(nodes: limit, seconds: clock.secondsLeft)
    guard let values = outcome.values else {
      let bound = outcome.isProvenInfeasible ? cutoff : min(cutoff, max(0, outcome.bound))
      return (nil, bound, outcome.nodes)
    }
    let chosen = values.indices.filter { values[$0] > 0.5 }
    // What CBC calls a solution is checked here, with whole numbers.
    guard isServed(by: chosen) else {
      return (nil, min(cutoff, max(0, outcome.bound)), outcome.nodes)
    }
    let cost = cost(of: chosen)
    let bound =
      outcome.isProvenOptimal ? cost : Self.raised(outcome.bound, isIntegral: isIntegral)
    return (cost < cutoff ? chosen : nil, min(bound, min(cost, cutoff)), outcome.nodes)
  }
}
