public import TwinModel

/// Runs the tasks of a plan, a bounded number at a time, and gives the results back in plan order.
public struct SweepExecutor: Sendable {
  private let runner: any TaskRunner
  private let jobs: Int

  /// Creates an executor; `jobs` tasks run at a time, at least one.
  public init(runner: any TaskRunner, jobs: Int) {
    self.runner = runner
    self.jobs = max(1, jobs)
  }

  /// Runs what is not yet known: the campus tasks, then the district tasks that build on them.
  ///
  /// A failed task is a result with its failure, not the end of the sweep. When the surrounding
  /// task is cancelled, no further task starts and what was done is returned.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - known: Results of earlier runs by task id; those tasks are not run again.
  ///   - report: Called with each new result as it comes, in no fixed order, one at a time.
  /// - Returns: All results, known ones included, in plan order.
  /// - Throws: What `report` throws; nothing of the tasks themselves.
  public func run(
    _ plan: SweepPlan, known: [String: TaskResult] = [:],
    report: @Sendable (TaskResult) async throws -> Void
  ) async throws -> [TaskResult] {
    var results = known
    try await runPhase(plan.campusTasks, into: &results, report: report) { _, _ in [] }
    let tasksOf = Dictionary(
      plan.variants.flatMap { variant in variant.tasks.map { ($0, variant.tasks) } },
      uniquingKeysWith: { first, _ in first })
    try await runPhase(plan.districtTasks, into: &results, report: report) { task, results in
      (tasksOf[task.id] ?? []).compactMap { results[$0] }
        .filter { $0.task.subject.kind == .campus }
        .sorted { $0.task.subject < $1.task.subject }
    }
    return (plan.campusTasks + plan.districtTasks).compactMap { results[$0.id] }
  }

  private func runPhase(
    _ tasks: [SweepTask], into results: inout [String: TaskResult],
    report: @Sendable (TaskResult) async throws -> Void,
    earlier: (SweepTask, [String: TaskResult]) -> [TaskResult]
  ) async throws {
    var started: Set<String> = []
    var waiting = tasks.filter { results[$0.id] == nil && started.insert($0.id).inserted }
      .map { ($0, earlier($0, results)) }[...]
    try await withThrowingTaskGroup(of: TaskResult.self) { group in
      for _ in 0..<jobs {
        guard let (task, before) = waiting.popFirst() else { break }
        group.addTask { await result(of: task, after: before) }
      }
      while let result = try await group.next() {
        results[result.task.id] = result
        try await report(result)
        if !Task.isCancelled, let (task, before) = waiting.popFirst() {
          group.addTask { await self.result(of: task, after: before) }
        }
      }
    }
  }

  private func result(of task: SweepTask, after earlier: [TaskResult]) async -> TaskResult {
    do {
      let failed = earlier.filter { $0.failure != nil }
      guard failed.isEmpty else {
        let names = failed.map(\.task.subject.id).joined(separator: ", ")
        return TaskResult(task: task, failure: "these tasks failed before: \(names)")
      }
      return try await runner.run(task, after: earlier)
    } catch {
      return TaskResult(task: task, failure: "\(error)")
    }
  }
}
