import Foundation
import Testing
import TwinModel
import TwinStore

@Suite("A sweep in the store")
struct SweepTests {
  let folder: TemporaryFolder
  let store: TwinStore

  init() throws {
    folder = try TemporaryFolder()
    store = try TwinStore.open(folder.city, mode: .create)
  }

  private let assumptions = Assumptions(
    birthRate: 0.9, inMigration: 1.0 / 3, classSize: .init(primary: 45, secondary: 50))

  private func result(
    _ id: String, seats: Double = 1, failure: String? = nil
  ) throws -> TaskResult {
    let subject = Subject(.district, "宝安")
    let fact = Fact(subject, "seats.balance", .number(seats), year: 2028, method: .simulation)
    let verdict = Verdict(
      ruleSet: "r", clause: "c", subject: subject, outcome: .notApplicable, requirement: "",
      isBinding: true, isVerified: true)
    return TaskResult(
      task: SweepTask(id: id, subject: subject, assumptions: assumptions, seed: .max),
      failure: failure, facts: failure == nil ? [fact] : [],
      verdicts: failure == nil ? [verdict] : [],
      findings: [Finding(.info, code: "x", message: "y")])
  }

  private func run(_ id: String, scenario: String = "base", at time: String) throws -> SweepRun {
    SweepRun(
      id: id, scenario: scenario, title: "Births", toolVersion: "0.1", finishedAt: time,
      interventions: [
        Intervention(
          campus: try CampusID("new-1"), year: 2027,
          action: .open(seats: [.init(stage: .primary, seats: 1080)])),
        Intervention(campus: try CampusID("old-1"), year: 2026, action: .renovate),
      ],
      variants: [
        .init(
          variant: Variant(name: "births 0.9", assumptions: assumptions, isBaseline: false),
          tasks: ["t2", "t1"]),
        .init(
          variant: Variant(name: "as is", assumptions: assumptions, isBaseline: true), tasks: []),
      ])
  }

  @Test("comes back as it was saved, the latest of its scenario being the last saved")
  func runs() throws {
    let first = try run("1", at: "2026-03-01T09:00:00Z")
    let second = try run("2", at: "2026-03-02T09:00:00Z")
    let other = try run("3", scenario: "other", at: "2026-03-03T09:00:00Z")
    for run in [first, second, other] { try store.saveRun(run) }
    #expect(try store.runs() == [first, second, other])
    #expect(try store.run("2") == second)
    #expect(try store.run("4") == nil)
    #expect(try store.latestRun(scenario: "base") == second)
    #expect(try store.latestRun(scenario: "none") == nil)
    let again = try run("1", at: "2026-03-04T09:00:00Z")
    try store.saveRun(again)
    #expect(try store.latestRun(scenario: "base") == again)
    #expect(try store.runs() == [second, other, again])
  }

  @Test("keeps a task once, however often the same result comes in")
  func idempotent() throws {
    let one = try result("t1")
    let two = try result("t2", seats: .infinity)
    try store.saveTasks([one, two])
    try store.saveTasks([two, one])
    try store.saveTask(one)
    #expect(try store.task("t1") == one)
    #expect(try store.tasks(["t2", "?", "t1"]) == [two, one])
    #expect(try store.task("?") == nil)
  }

  @Test("does not take a result that is no number for a contradiction")
  func notANumber() throws {
    let result = try result("t1", seats: .nan)
    try store.saveTask(result)
    try store.saveTask(result)
    #expect(try store.task("t1")?.facts.first?.value.number?.isNaN == true)
  }

  @Test("refuses another result of a task that was done, and keeps nothing of the batch")
  func contradiction() throws {
    try store.saveTask(try result("t1", seats: 1))
    #expect(throws: StoreError.taskContradicts(id: "t1")) {
      try store.saveTasks([try result("t0"), try result("t1", seats: 2)])
    }
    #expect(try store.task("t0") == nil)
    #expect(try store.task("t1") == result("t1", seats: 1))
    #expect(StoreError.taskContradicts(id: "t1").description.hasPrefix("Task t1 was done before"))
  }

  @Test("lets a result take the place of a failure, never the other way round")
  func failures() throws {
    let failed = try result("t1", failure: "out of memory")
    let done = try result("t1")
    try store.saveTasks([failed, try result("t2")])
    #expect(try store.task("t1") == failed)
    #expect(try store.doneTasks(among: ["t1", "t2", "t3"]) == ["t2"])
    try store.saveTask(done)
    try store.saveTask(failed)
    #expect(try store.task("t1") == done)
    #expect(try store.doneTasks(among: ["t1", "t2", "t3"]) == ["t1", "t2"])
  }

  @Test(
    "can be asked in SQL by variant",
    .enabled(
      if: ForeignProgram("spatialite") != nil, "spatialite (spatialite-bin) is not installed"))
  func sql() throws {
    try store.saveTasks([try result("t1", seats: -5), try result("t2", seats: 7)])
    try store.saveRun(try run("1", at: ""))
    try store.close()
    let spatialite = try #require(ForeignProgram("spatialite"))
    let answer = try spatialite.output([
      "-silent", "-noheader", folder.city,
      """
      SELECT scenario, variant, quantity, year, sum(value) FROM sweep_facts GROUP BY 1, 2, 3, 4;
      SELECT json_extract(assumptions, '$.birthRate') FROM variant LIMIT 1
      """,
    ])
    #expect(answer == "base|births 0.9|seats.balance|2028|2.0\n0.9\n")
  }
}
