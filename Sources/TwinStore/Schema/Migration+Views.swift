extension Migration {
  /// Step 4: what a planner opens in QGIS or asks in SQL.
  ///
  /// Views have plural names and show the newest import of each file and the last saved results.
  static let views = Migration(
    name: "views",
    tables: """
      CREATE VIEW campuses AS
        SELECT c.number AS rowid, c.id AS campus, c.name, c.kind, c.stages, c.placed,
          (SELECT count(*) FROM import_version v WHERE v.campus = c.id AND v.is_current) AS files,
          (SELECT sum(s.floor_area) FROM space s
            JOIN object o ON o.id = s.object JOIN import_version v ON v.id = o.version
            WHERE v.campus = c.id AND v.is_current) AS floor_area,
          c.footprint
        FROM campus c;

      CREATE VIEW buildings AS
        SELECT b.object AS rowid, v.campus, c.name AS campus_name, c.kind AS campus_kind,
          o.global_id, o.name,
          (SELECT count(*) FROM object s WHERE s.parent = o.id AND s.kind = 'storey') AS storeys,
          b.z_low, b.z_high, v.file_name, b.footprint
        FROM building b
        JOIN object o ON o.id = b.object
        JOIN import_version v ON v.id = o.version AND v.is_current
        JOIN campus c ON c.id = v.campus;

      CREATE VIEW storeys AS
        SELECT s.object AS rowid, v.campus, b.name AS building, o.global_id, o.name, s.elevation,
          s.height, v.file_name
        FROM storey s
        JOIN object o ON o.id = s.object
        JOIN object b ON b.id = o.parent
        JOIN import_version v ON v.id = o.version AND v.is_current;

      CREATE VIEW spaces AS
        SELECT s.object AS rowid, v.campus, c.name AS campus_name, b.name AS building,
          t.name AS storey, y.elevation AS storey_elevation, o.global_id, o.name, s.long_name,
          s.object_type, s.floor_area, s.height, s.volume, s.z_low, s.z_high, v.file_name,
          s.footprint
        FROM space s
        JOIN object o ON o.id = s.object
        JOIN object t ON t.id = o.parent
        JOIN storey y ON y.object = t.id
        JOIN object b ON b.id = t.parent
        JOIN import_version v ON v.id = o.version AND v.is_current
        JOIN campus c ON c.id = v.campus;

      CREATE VIEW elements AS
        SELECT e.object AS rowid, v.campus, b.name AS building, t.name AS storey, o.global_id,
          o.name, e.kind, e.source_class, e.is_external, e.z_low, e.z_high, v.file_name
        FROM element e
        JOIN object o ON o.id = e.object
        JOIN object t ON t.id = o.parent
        JOIN object b ON b.id = t.parent
        JOIN import_version v ON v.id = o.version AND v.is_current;

      CREATE VIEW devices AS
        SELECT d.object AS rowid, coalesce(v.campus, s.campus) AS campus, s.source AS study,
          t.name AS storey, o.global_id, o.name, d.kind, d.origin, d.space, d.x, d.y, d.z, d.place
        FROM device d
        JOIN object o ON o.id = d.object
        LEFT JOIN object t ON t.id = o.parent
        LEFT JOIN import_version v ON v.id = o.version
        LEFT JOIN study s ON s.id = o.study
        WHERE v.is_current OR s.is_current;

      CREATE VIEW properties AS
        SELECT v.campus, o.kind AS object_kind, o.global_id, n.set_name, n.name, p.value, n.unit
        FROM property p
        JOIN property_name n ON n.id = p.name
        JOIN object o ON o.id = p.object
        JOIN import_version v ON v.id = o.version AND v.is_current;

      CREATE VIEW quantities AS
        SELECT v.campus, o.kind AS object_kind, o.global_id, n.set_name, n.name, q.value, n.unit
        FROM quantity q
        JOIN property_name n ON n.id = q.name
        JOIN object o ON o.id = q.object
        JOIN import_version v ON v.id = o.version AND v.is_current;

      CREATE VIEW facts AS
        SELECT coalesce(s.campus, f.campus) AS campus, f.subject_kind, f.subject_id, f.quantity,
          coalesce(f.number, f.text, f.flag) AS value, f.low, f.high, f.unit, f.stage, f.year,
          f.method, f.source, f.note, s.computed_at
        FROM fact f LEFT JOIN study s ON s.id = f.study
        WHERE f.campus IS NOT NULL OR s.is_current;

      CREATE VIEW verdicts AS
        SELECT k.campus, c.kind AS campus_kind, v.rule_set, v.clause, v.subject_kind, v.subject_id,
          v.outcome, v.measured, v.requirement, v.method, v.reason, v.is_binding, v.is_verified,
          k.checked_at
        FROM verdict v
        JOIN check_run k ON k.id = v.check_run AND k.is_current
        JOIN campus c ON c.id = k.campus;

      CREATE VIEW sweep_facts AS
        SELECT r.scenario, r.id AS run, n.name AS variant, n.is_baseline, t.subject_kind AS task_kind,
          t.subject_id AS task_subject, f.subject_kind, f.subject_id, f.quantity,
          coalesce(f.number, f.text, f.flag) AS value, f.low, f.high, f.unit, f.stage, f.year, f.note
        FROM sweep_run r
        JOIN variant n ON n.run = r.number
        JOIN variant_task m ON m.variant = n.id
        JOIN task t ON t.id = m.task
        JOIN fact f ON f.task = t.number;
      """,
    maps: [
      MapView(view: "campuses", table: "campus", column: "footprint"),
      MapView(view: "buildings", table: "building", column: "footprint"),
      MapView(view: "spaces", table: "space", column: "footprint"),
      MapView(view: "devices", table: "device", column: "place"),
    ])
}
