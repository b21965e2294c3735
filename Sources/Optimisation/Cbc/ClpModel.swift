import CCbc

/// Sole owner of one linear program in CLP (minimisation, columns from 0 up), to which rows are added
/// between solves; deleted with its last use, never copied.
///
/// Only the dual simplex method itself is called: CLP's `initialSolve` replaces signal handlers.
struct ClpModel: ~Copyable {
  private let pointer: UnsafeMutableRawPointer
  private let columns: Int
  private(set) var rows = 0

  /// A row Σ w x ≥ least, its columns without repetition.
  struct Row {
    var columns: [Int]
    var weights: [Double]
    var least: Double
  }

  /// Creates a program without rows over columns from 0 to `upper`.
  ///
  /// - Throws: ``OptimisationError/solverFailed(_:)`` when CLP cannot allocate it.
  init(costs: [Double], upper: Double) throws(OptimisationError) {
    guard let pointer = Clp_newModel() else { throw .solverFailed("no memory for a model") }
    self.pointer = pointer
    columns = costs.count
    Clp_setLogLevel(pointer, 0)
    Clp_loadProblem(
      pointer, Int32(columns), 0, [Int32](repeating: 0, count: columns + 1), nil, nil,
      [Double](repeating: 0, count: columns), [Double](repeating: upper, count: columns), costs,
      nil, nil)
  }

  deinit { Clp_deleteModel(pointer) }

  /// Adds rows behind those that are there.
  mutating func add(_ new: [Row]) {
    guard !new.isEmpty else { return }
    var starts: [Int32] = [0]
    for row in new { starts.append((starts.last ?? 0) + Int32(row.columns.count)) }
    Clp_addRows(
      pointer, Int32(new.count), new.map(\.least),
      [Double](repeating: .greatestFiniteMagnitude, count: new.count), starts,
      new.flatMap { $0.columns.map(Int32.init) }, new.flatMap(\.weights))
    rows += new.count
  }

  /// Solves from the last basis; false when CLP found no optimum.
  func solve() -> Bool { Clp_dual(pointer, 0) == 0 && Clp_status(pointer) == 0 }

  /// The objective with `column` held at `value`, from the last basis; nil when nothing is feasible.
  ///
  /// The model stays as it was, its basis apart.
  func objective(holding column: Int, at value: Double) -> Double? {
    let (lower, upper) = (Clp_columnLower(pointer), Clp_columnUpper(pointer))
    let known = (lower?[column] ?? 0, upper?[column] ?? 0)
    lower?[column] = value
    upper?[column] = value
    defer {
      lower?[column] = known.0
      upper?[column] = known.1
    }
    return solve() ? objective : nil
  }

  /// The objective of the last solve.
  var objective: Double { Clp_objectiveValue(pointer) }

  /// The columns of the last solve.
  var values: [Double] {
    Array(UnsafeBufferPointer(start: Clp_primalColumnSolution(pointer), count: columns))
  }

  /// The price of each row at the last solve.
  var prices: [Double] {
    Array(UnsafeBufferPointer(start: Clp_dualRowSolution(pointer), count: rows))
  }
}
