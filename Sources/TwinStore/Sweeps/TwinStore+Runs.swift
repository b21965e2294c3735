import GRDB
public import TwinModel

extension TwinStore {
  /// Keeps a sweep; one with the same id takes its place and counts as the latest.
  ///
  /// Its tasks are saved apart, by ``saveTasks(_:)``, before or after.
  ///
  /// - Throws: ``StoreError/locked(path:)`` and the cases about files.
  public func saveRun(_ run: SweepRun) throws(StoreError) {
    try write { db in
      try db.execute(sql: "DELETE FROM sweep_run WHERE id = ?", arguments: [run.id])
      let runInsertion = try Insertion(
        db, into: "sweep_run",
        ["id", "scenario", "title", "tool_version", "finished_at", "interventions"])
      let key = try runInsertion(
        .text(run.id), .text(run.scenario), .text(run.title), .text(run.toolVersion),
        .text(run.finishedAt), .text(try JSONText.encode(run.interventions)))
      let variantInsertion = try Insertion(
        db, into: "variant", ["run", "name", "assumptions", "is_baseline"])
      let taskInsertion = try Insertion(
        db, into: "variant_task", ["variant", "position", "task"])
      for part in run.variants {
        let variant = try variantInsertion(
          .key(key), .text(part.variant.name), .text(try JSONText.encode(part.variant.assumptions)),
          .flag(part.variant.isBaseline))
        for (position, task) in part.tasks.enumerated() {
          try taskInsertion(.key(variant), .integer(position), .text(task))
        }
      }
    }
  }

  /// All sweeps, the latest last.
  public func runs() throws(StoreError) -> [SweepRun] {
    try read { try runs(in: $0, "ORDER BY number", []) }
  }

  /// The sweep with the id; nil when there is none.
  public func run(_ id: String) throws(StoreError) -> SweepRun? {
    try read { try runs(in: $0, "WHERE id = ?", [id]).first }
  }

  /// The sweep of the scenario that was saved last; nil when there is none.
  public func latestRun(scenario: String) throws(StoreError) -> SweepRun? {
    try read {
      try runs(in: $0, "WHERE scenario = ? ORDER BY number DESC LIMIT 1", [scenario]).first
    }
  }

  private func runs(
    in db: Database, _ condition: String, _ arguments: StatementArguments
  ) throws -> [SweepRun] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT number, id, scenario, title, tool_version, finished_at, interventions
        FROM sweep_run \(condition)
        """, arguments: arguments)
    return try rows.map { row in
      SweepRun(
        id: row[1], scenario: row[2], title: row[3], toolVersion: row[4], finishedAt: row[5],
        interventions: try JSONText.decode([Intervention].self, row[6], path: path),
        variants: try variants(ofRun: row[0], in: db))
    }
  }

  private func variants(
    ofRun run: Int64, in db: Database
  ) throws -> [SweepRun.VariantTasks] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT id, name, assumptions, is_baseline FROM variant WHERE run = ? ORDER BY id",
      arguments: [run])
    return try rows.map { row in
      let tasks = try String.fetchAll(
        db, sql: "SELECT task FROM variant_task WHERE variant = ? ORDER BY position",
        arguments: [row[0] as Int64])
      return SweepRun.VariantTasks(
        variant: Variant(
          name: row[1], assumptions: try JSONText.decode(Assumptions.self, row[2], path: path),
          isBaseline: row[3]), tasks: tasks)
    }
  }
}
