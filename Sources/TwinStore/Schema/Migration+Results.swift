extension Migration {
  /// Step 2: what studies and checks found; every row belongs to exactly one owner.
  ///
  /// Facts without study and task are declarations of the campus in `campus`.
  static let results = Migration(
    name: "results",
    tables: """
      CREATE TABLE study (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        campus TEXT NOT NULL REFERENCES campus (id),
        name TEXT NOT NULL,              -- such as capacity
        source TEXT NOT NULL,            -- name/version, such as capacity/1
        inputs_hash TEXT NOT NULL,
        computed_at TEXT NOT NULL,       -- ISO 8601, UTC
        is_current INTEGER NOT NULL,     -- 1: the last saved of this name for this campus
        occupancy TEXT,                  -- JSON: {"days", "periods", "rooms": [{"pupils", "room"}]}
        UNIQUE (campus, source, inputs_hash)
      ) STRICT;

      -- One piece of work of a sweep; also the owner of what it found.
      CREATE TABLE task (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        subject_kind TEXT NOT NULL,
        subject_id TEXT NOT NULL,
        assumptions TEXT NOT NULL,       -- JSON: {"birthRate", "classSize", "inMigration", …}
        seed INTEGER NOT NULL,           -- the 64 bits of the unsigned seed
        failure TEXT                     -- why it failed; NULL when it was done
      ) STRICT;

      CREATE TABLE check_run (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        campus TEXT NOT NULL REFERENCES campus (id),
        inputs_hash TEXT NOT NULL,
        checked_at TEXT NOT NULL,        -- ISO 8601, UTC
        is_current INTEGER NOT NULL,     -- 1: the last saved for this campus
        UNIQUE (campus, inputs_hash)
      ) STRICT;

      CREATE TABLE fact (
        id INTEGER PRIMARY KEY,
        study INTEGER REFERENCES study (id) ON DELETE CASCADE,
        task INTEGER REFERENCES task (number) ON DELETE CASCADE,
        campus TEXT REFERENCES campus (id),
        subject_kind TEXT NOT NULL,
        subject_id TEXT NOT NULL,
        quantity TEXT NOT NULL,
        number REAL,                     -- of the three, the one that is not NULL is the value
        text TEXT,
        flag INTEGER,
        low REAL,                        -- 80 % interval
        high REAL,
        unit TEXT NOT NULL,
        stage TEXT,
        year INTEGER,
        method TEXT NOT NULL,
        evidence TEXT NOT NULL,          -- JSON: GlobalIds
        source TEXT NOT NULL,
        note TEXT NOT NULL,
        CHECK ((study IS NOT NULL) + (task IS NOT NULL) + (campus IS NOT NULL) = 1)
      ) STRICT;
      CREATE INDEX fact_by_study ON fact (study) WHERE study IS NOT NULL;
      CREATE INDEX fact_by_task ON fact (task) WHERE task IS NOT NULL;
      CREATE INDEX fact_by_campus ON fact (campus) WHERE campus IS NOT NULL;

      CREATE TABLE finding (
        id INTEGER PRIMARY KEY,
        version INTEGER REFERENCES import_version (id) ON DELETE CASCADE,
        study INTEGER REFERENCES study (id) ON DELETE CASCADE,
        task INTEGER REFERENCES task (number) ON DELETE CASCADE,
        severity TEXT NOT NULL,
        code TEXT NOT NULL,
        subject TEXT NOT NULL,
        message TEXT NOT NULL,
        suggestion TEXT NOT NULL,
        CHECK ((version IS NOT NULL) + (study IS NOT NULL) + (task IS NOT NULL) = 1)
      ) STRICT;
      CREATE INDEX finding_by_version ON finding (version) WHERE version IS NOT NULL;
      CREATE INDEX finding_by_study ON finding (study) WHERE study IS NOT NULL;
      CREATE INDEX finding_by_task ON finding (task) WHERE task IS NOT NULL;

      CREATE TABLE verdict (
        id INTEGER PRIMARY KEY,
        check_run INTEGER REFERENCES check_run (id) ON DELETE CASCADE,
        task INTEGER REFERENCES task (number) ON DELETE CASCADE,
        rule_set TEXT NOT NULL,
        clause TEXT NOT NULL,
        subject_kind TEXT NOT NULL,
        subject_id TEXT NOT NULL,
        outcome TEXT NOT NULL,           -- met notMet unknown notApplicable
        measured TEXT NOT NULL,
        requirement TEXT NOT NULL,
        method TEXT,
        evidence TEXT NOT NULL,          -- JSON: GlobalIds
        reason TEXT NOT NULL,
        is_binding INTEGER NOT NULL,
        is_verified INTEGER NOT NULL,
        CHECK ((check_run IS NOT NULL) + (task IS NOT NULL) = 1)
      ) STRICT;
      CREATE INDEX verdict_by_check_run ON verdict (check_run) WHERE check_run IS NOT NULL;
      CREATE INDEX verdict_by_task ON verdict (task) WHERE task IS NOT NULL;

      -- A map over a storey; cells as a blob (Sources/TwinStore/Blobs/GridBlob.swift).
      CREATE TABLE grid (
        id INTEGER PRIMARY KEY,
        study INTEGER NOT NULL REFERENCES study (id) ON DELETE CASCADE,
        storey TEXT NOT NULL,            -- GlobalId
        quantity TEXT NOT NULL,
        unit TEXT NOT NULL,
        origin_x REAL NOT NULL,          -- lower left corner, local frame
        origin_y REAL NOT NULL,
        cell REAL NOT NULL,              -- side of a cell, m
        source TEXT NOT NULL,
        cells BLOB NOT NULL
      ) STRICT;
      CREATE INDEX grid_by_study ON grid (study);
      """)
}
