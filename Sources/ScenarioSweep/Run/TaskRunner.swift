public import TwinModel

/// What does the work of a task; the program wires the studies into it.
public protocol TaskRunner: Sendable {
  /// Does one task.
  ///
  /// Must be a pure function of its arguments, so that any number of threads gives the same result.
  ///
  /// - Parameters:
  ///   - task: The task.
  ///   - earlier: For a district task the results of the variant's campus tasks, by campus; empty
  ///     for a campus task.
  /// - Returns: The facts, verdicts and findings of the task.
  /// - Throws: Anything; the error's words become the task's failure.
  func run(_ task: SweepTask, after earlier: [TaskResult]) async throws -> TaskResult
}
