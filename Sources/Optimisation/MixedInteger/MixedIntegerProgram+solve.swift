extension MixedIntegerProgram {
  /// Solves the program with CBC, silently, within a number of nodes.
  ///
  /// - Parameters:
  ///   - nodeLimit: Nodes of search; the same limit gives the same answer everywhere.
  ///   - start: Values of all variables to start from; nil for none.
  ///   - clock: A limit of time; with one, the answer depends on the machine.
  /// - Returns: The best solution found, with what is proven about it.
  /// - Throws: ``OptimisationError`` for a program that is not sound.
  public func solve(
    nodeLimit: Int = 100_000, start: [Double]? = nil, clock: SolveClock = .unlimited
  ) throws(OptimisationError) -> MixedIntegerSolution {
    if let fault = firstFault() { throw fault }
    if variables.isEmpty { return withoutVariables() }
    let model = try CbcModel()
    load(into: model)
    if let start, start.count == variables.count { model.start(from: start) }
    return solution(from: model.solve(nodes: nodeLimit, seconds: clock.secondsLeft))
  }

  private func load(into model: borrowing CbcModel) {
    var columns = [[Int: Double]](repeating: [:], count: variables.count)
    for (row, entry) in rows.enumerated() {
      for term in entry.terms { columns[term.variable][row, default: 0] += term.weight }
    }
    var starts: [Int32] = [0]
    var indices: [Int32] = []
    var values: [Double] = []
    for column in columns {
      for (row, weight) in column.sorted(by: { $0.key < $1.key }) {
        indices.append(Int32(row))
        values.append(weight)
      }
      starts.append(Int32(indices.count))
    }
    // CBC calls an unbounded program infeasible when nothing in it is whole, so something is.
    var variables = variables
    if !variables.contains(where: \.isInteger) {
      variables.append(Variable(cost: 0, lower: 0, upper: 0, isInteger: true))
      starts.append(Int32(indices.count))
    }
    model.load(
      starts: starts, indices: indices, values: values, lower: variables.map(\.lower),
      upper: variables.map(\.upper), costs: variables.map(\.cost),
      isInteger: variables.map(\.isInteger), rowLower: rows.map(\.lower),
      rowUpper: rows.map(\.upper))
  }

  private func solution(from outcome: CbcModel.Outcome) -> MixedIntegerSolution {
    if outcome.isUnbounded {
      return MixedIntegerSolution(
        status: .unbounded, values: [], objective: .infinity, bound: -.infinity,
        nodes: outcome.nodes)
    }
    guard let found = outcome.values else {
      return MixedIntegerSolution(
        status: outcome.isProvenInfeasible ? .infeasible : .unknown, values: [],
        objective: .infinity, bound: outcome.isProvenInfeasible ? .infinity : outcome.bound,
        nodes: outcome.nodes)
    }
    // CBC leaves whole values off by its tolerance.
    let values = zip(found, variables).map { $1.isInteger ? $0.rounded() : $0 }
    let objective = zip(values, variables).reduce(0) { $0 + $1.0 * $1.1.cost }
    let hasWholeCost = variables.allSatisfy {
      $0.cost == 0 || $0.isInteger && $0.cost == $0.cost.rounded()
    }
    var bound = outcome.isProvenOptimal ? objective : outcome.bound
    if hasWholeCost, bound.isFinite { bound = (bound - 1e-6 * max(1, abs(bound))).rounded(.up) }
    bound = min(bound, objective)
    return MixedIntegerSolution(
      status: outcome.isProvenOptimal || bound >= objective ? .optimal : .feasible,
      values: values, objective: objective, bound: bound, nodes: outcome.nodes)
  }

  private func withoutVariables() -> MixedIntegerSolution {
    let isFeasible = rows.allSatisfy { $0.lower <= 0 && $0.upper >= 0 }
    return MixedIntegerSolution(
      status: isFeasible ? .optimal : .infeasible, values: [],
      objective: isFeasible ? 0 : .infinity, bound: isFeasible ? 0 : .infinity, nodes: 0)
  }
}
