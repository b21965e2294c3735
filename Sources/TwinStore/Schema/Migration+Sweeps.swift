extension Migration {
  /// Step 3: sweeps, their variants, and which tasks answer which variant.
  static let sweeps = Migration(
    name: "sweeps",
    tables: """
      CREATE TABLE sweep_run (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,         -- SHA-256 of the plan
        scenario TEXT NOT NULL,
        title TEXT NOT NULL,
        tool_version TEXT NOT NULL,
        finished_at TEXT NOT NULL,       -- ISO 8601, UTC
        interventions TEXT NOT NULL      -- JSON: [{"action", "campus", "year"}, …]
      ) STRICT;
      CREATE INDEX sweep_run_by_scenario ON sweep_run (scenario);

      CREATE TABLE variant (
        id INTEGER PRIMARY KEY,          -- ascending in the order of the grid
        run INTEGER NOT NULL REFERENCES sweep_run (number) ON DELETE CASCADE,
        name TEXT NOT NULL,
        assumptions TEXT NOT NULL,       -- JSON, as in task
        is_baseline INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX variant_by_run ON variant (run);

      -- A task may be named before it is done, so it is named by its id.
      CREATE TABLE variant_task (
        variant INTEGER NOT NULL REFERENCES variant (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        task TEXT NOT NULL,
        PRIMARY KEY (variant, position)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX variant_task_by_task ON variant_task (task);
      """)
}
