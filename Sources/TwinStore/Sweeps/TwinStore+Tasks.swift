import GRDB
public import TwinModel

extension TwinStore {
  /// Keeps what became of a task; see ``saveTasks(_:)``.
  public func saveTask(_ result: TaskResult) throws(StoreError) { try saveTasks([result]) }

  /// Keeps what became of tasks, all or none of them.
  ///
  /// A task that is saved again with the same result changes nothing. A result takes the place of a
  /// failure, and a failure never that of a result, so that shards may be merged in any order.
  ///
  /// - Throws: ``StoreError/taskContradicts(id:)`` for a task that was done with another result,
  ///   ``StoreError/locked(path:)`` and the cases about files.
  public func saveTasks(_ results: [TaskResult]) throws(StoreError) {
    try write { db in
      for result in results { try save(result, in: db) }
    }
  }

  /// What became of a task; nil when it was never saved.
  public func task(_ id: String) throws(StoreError) -> TaskResult? {
    try read { try task(id, in: $0) }
  }

  /// What became of tasks, in the order of `ids`; those that were never saved are left out.
  public func tasks(_ ids: [String]) throws(StoreError) -> [TaskResult] {
    try read { db in try ids.compactMap { try task($0, in: db) } }
  }

  /// Those of `ids` whose task was done and did not fail, so that it need not be done again.
  public func doneTasks(among ids: [String]) throws(StoreError) -> Set<String> {
    try read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT count(*) FROM task WHERE id = ? AND failure IS NULL")
      return try Set(ids.filter { try Int.fetchOne(statement, arguments: [$0]) == 1 })
    }
  }

  // MARK: - Rows

  private func save(_ result: TaskResult, in db: Database) throws {
    if let stored = try task(result.task.id, in: db) {
      if stored.failure == nil {
        guard result.failure != nil || Self.agree(stored, result) else {
          throw StoreError.taskContradicts(id: result.task.id)
        }
        return
      }
      try db.execute(sql: "DELETE FROM task WHERE id = ?", arguments: [result.task.id])
    }
    let task = result.task
    let insertion = try Insertion(
      db, into: "task",
      ["id", "subject_kind", "subject_id", "assumptions", "seed", "failure"])
    let key = try insertion(
      .text(task.id), .text(task.subject.kind.rawValue), .text(task.subject.id),
      .text(try JSONText.encode(task.assumptions)), .key(Int64(bitPattern: task.seed)),
      .text(result.failure))
    try insertFacts(result.facts, .task(key), in: db)
    try insertVerdicts(result.verdicts, .task(key), in: db)
    try insertFindings(result.findings, .task(key), in: db)
  }

  /// Whether two results say the same; numbers that are none count as the same.
  private static func agree(_ one: TaskResult, _ other: TaskResult) -> Bool {
    one == other || "\(one)" == "\(other)"
  }

  private func task(_ id: String, in db: Database) throws -> TaskResult? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT number, subject_kind, subject_id, assumptions, seed, failure FROM task WHERE id = ?
        """)
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
    let owner = ResultOwner.task(row[0])
    let assumptions = try JSONText.decode(Assumptions.self, row[3], path: path)
    return TaskResult(
      task: SweepTask(
        id: id, subject: Subject(try row.word(1, path: path), row[2]), assumptions: assumptions,
        seed: UInt64(bitPattern: row[4])),
      failure: row[5], facts: try facts(owner, in: db), verdicts: try verdicts(owner, in: db),
      findings: try findings(owner, in: db))
  }
}
