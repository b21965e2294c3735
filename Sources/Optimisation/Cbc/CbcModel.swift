import CCbc
import Synchronization

/// Sole owner of one CBC problem; deleted with its last use, never copied.
///
/// CBC writes to standard output unless told twice not to, and keeps process-wide state (signal
/// handlers) while it solves: this file is the only one that calls it.
struct CbcModel: ~Copyable {
  private let pointer: UnsafeMutableRawPointer

  /// CBC's solve replaces signal handlers of the process, so that one runs at a time.
  private static let turn = Mutex(())

  /// What a solve left behind.
  struct Outcome {
    var isProvenOptimal: Bool
    var isProvenInfeasible: Bool
    /// Also when only the linear relaxation is (secondary status 7).
    var isUnbounded: Bool
    /// The best solution; nil when none was found.
    var values: [Double]?
    var bound: Double
    var nodes: Int
  }

  /// Creates an empty problem (minimisation).
  ///
  /// - Throws: ``OptimisationError/solverFailed(_:)`` when CBC cannot allocate it.
  init() throws(OptimisationError) {
    guard let pointer = Cbc_newModel() else { throw .solverFailed("no memory for a model") }
    self.pointer = pointer
    Cbc_setLogLevel(pointer, 0)
    set("log", "0")
    Cbc_setObjSense(pointer, 1)
  }

  deinit { Cbc_deleteModel(pointer) }

  /// Sets a parameter of CBC's command line.
  func set(_ name: String, _ value: String) { Cbc_setParameter(pointer, name, value) }

  /// Loads columns in compressed form with bounds of columns and rows.
  func load(
    starts: [Int32], indices: [Int32], values: [Double], lower: [Double], upper: [Double],
    costs: [Double], isInteger: [Bool], rowLower: [Double], rowUpper: [Double]
  ) {
    // CBC's infinity is the largest finite number.
    func finite(_ values: [Double]) -> [Double] {
      values.map {
        max(-Double.greatestFiniteMagnitude, min(Double.greatestFiniteMagnitude, $0))
      }
    }
    Cbc_loadProblem(
      pointer, Int32(costs.count), Int32(rowLower.count), starts, indices, values,
      finite(lower), finite(upper), costs, finite(rowLower), finite(rowUpper))
    for (column, flag) in isInteger.enumerated() where flag {
      Cbc_setInteger(pointer, Int32(column))
    }
  }

  /// Gives a solution to start from, as values of all columns.
  func start(from values: [Double]) {
    Cbc_setMIPStartI(
      pointer, Int32(values.count), values.indices.map(Int32.init), values)
  }

  /// Looks for solutions below `cost` only.
  func setCutoff(_ cost: Double) { Cbc_setCutoff(pointer, cost) }

  /// Solves with at most `nodes` nodes of search, and in about `seconds` where there is such a limit.
  func solve(nodes: Int, seconds: Double? = nil) -> Outcome {
    Cbc_setMaximumNodes(pointer, Int32(clamping: nodes))
    if let seconds {
      set("timeMode", "elapsed")
      set("seconds", "\(max(0.01, seconds))")
    }
    Cbc_setAllowableGap(pointer, 0)
    Cbc_setAllowableFractionGap(pointer, 0)
    Self.turn.withLock { _ in _ = Cbc_solve(pointer) }
    let count = Int(Cbc_getNumCols(pointer))
    let best = Cbc_bestSolution(pointer)
    return Outcome(
      isProvenOptimal: Cbc_isProvenOptimal(pointer) != 0,
      isProvenInfeasible: Cbc_isProvenInfeasible(pointer) != 0,
      isUnbounded: Cbc_isContinuousUnbounded(pointer) != 0 || Cbc_secondaryStatus(pointer) == 7,
      values: best.map { Array(UnsafeBufferPointer(start: $0, count: count)) },
      bound: Cbc_getBestPossibleObjValue(pointer), nodes: Int(Cbc_getNodeCount(pointer)))
  }
}
