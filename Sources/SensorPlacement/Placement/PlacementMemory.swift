import Optimisation
import Synchronization

/// Answers to tasks, so that rooms of one shape are solved once, in however many models they stand.
///
/// Several threads may share one: an answer depends on its task alone, so that it does not matter who
/// finds it.
public final class PlacementMemory: Sendable {
  private let known = Mutex<[DeviceCover: DevicePlan]>([:])

  /// Starts without any.
  public init() {}

  /// How many different tasks have been answered.
  package var count: Int { known.withLock { $0.count } }

  func answer(to task: DeviceCover) throws(OptimisationError) -> DevicePlan {
    if let plan = known.withLock({ $0[task] }) { return plan }
    let plan = try task.solve()
    known.withLock { $0[task] = plan }
    return plan
  }
}
