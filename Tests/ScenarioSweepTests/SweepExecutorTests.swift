import ScenarioSweep
import Testing
import TwinModel

@Suite("A sweep executor")
struct SweepExecutorTests {
  /// Counts its campus' name and, for a district, the pupils its campuses counted.
  private struct Counting: TaskRunner {
    var failing: String?

    func run(_ task: SweepTask, after earlier: [TaskResult]) async throws -> TaskResult {
      if task.subject.id == failing {
        throw StudyError(study: "counting", reason: "\(task.subject.id) cannot be counted")
      }
      if task.subject.kind == .campus {
        try await Task.sleep(for: .microseconds(Int.random(in: 0...500)))
      }
      let sum = earlier.flatMap(\.facts).compactMap(\.value.number).reduce(0, +)
      return TaskResult(
        task: task,
        facts: [
          Fact(task.subject, "campus.seats", .number(sum + 1), method: .simulation)
        ])
    }
  }

  private func plan(campuses: Int) throws -> SweepPlan {
    SweepPlan(
      scenario: try ScenarioFileTests.scenario(),
      campuses: try (0..<campuses).map { .init(id: try CampusID("C\($0)"), hash: "\($0)") },
      districtHash: "d")
  }

  @Test("gives the same results in the same order on one thread and on four")
  func order() async throws {
    let plan = try plan(campuses: 20)
    let one = try await SweepExecutor(runner: Counting(), jobs: 1).run(plan) { _ in }
    let four = try await SweepExecutor(runner: Counting(), jobs: 4).run(plan) { _ in }
    #expect(one == four)
    #expect(one.map(\.task) == plan.campusTasks + plan.districtTasks)
    #expect(one.last?.facts.first?.value == .number(21))
  }

  @Test("does not repeat what is known")
  func known() async throws {
    let plan = try plan(campuses: 3)
    let first = try await SweepExecutor(runner: Counting(), jobs: 2).run(plan) { _ in }
    let known = Dictionary(uniqueKeysWithValues: first.map { ($0.task.id, $0) })
    let again = try await SweepExecutor(runner: Counting(failing: "C1"), jobs: 2).run(
      plan, known: known
    ) { result in Issue.record("ran \(result.task.subject.id) again") }
    #expect(again == first)
  }

  @Test("keeps a failure as a result, and says so to what builds on it")
  func failure() async throws {
    let plan = try plan(campuses: 3)
    let results = try await SweepExecutor(runner: Counting(failing: "C1"), jobs: 2).run(plan) { _ in
    }
    #expect(results.count { $0.failure == "counting: C1 cannot be counted" } == 2)
    #expect(results.count { $0.failure == "these tasks failed before: C1" } == 4)
    #expect(results.count { $0.failure == nil } == 4)
  }
}
