extension Migration {
  /// Step 5: what a model means beyond its solids: surfaces of space boundaries, systems, parts of
  /// elements, what stands in a room, and the graph of rooms.
  static let meaning = Migration(
    name: "meaning",
    tables: """
      ALTER TABLE element ADD COLUMN part_of TEXT;       -- GlobalId of the element it is a part of
      ALTER TABLE element ADD COLUMN space TEXT;         -- GlobalId of the space it stands in
      ALTER TABLE element ADD COLUMN rooms_source TEXT;  -- boundaries, geometry; NULL: not known
      CREATE INDEX element_by_space ON element (space) WHERE space IS NOT NULL;

      -- The spaces that a door or window lies between.
      CREATE TABLE element_room (
        element INTEGER NOT NULL REFERENCES object (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        space TEXT NOT NULL,             -- GlobalId
        PRIMARY KEY (element, position)
      ) STRICT, WITHOUT ROWID;

      -- The walls around a space.
      CREATE TABLE space_wall (
        space INTEGER NOT NULL REFERENCES object (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        wall TEXT NOT NULL,              -- GlobalId
        area REAL NOT NULL,              -- m² towards the space
        opening_area REAL NOT NULL,      -- m² of doors, windows and holes in it
        source TEXT NOT NULL,            -- boundaries, geometry
        PRIMARY KEY (space, position)
      ) STRICT, WITHOUT ROWID;

      ALTER TABLE material_layer ADD COLUMN category TEXT NOT NULL DEFAULT '';

      -- Of elements too from now on.
      ALTER TABLE classification RENAME COLUMN space TO object;

      -- IfcRelSpaceBoundary; rows of earlier imports know only the element.
      ALTER TABLE space_boundary RENAME TO old_space_boundary;
      CREATE TABLE space_boundary (
        space INTEGER NOT NULL REFERENCES object (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        global_id TEXT NOT NULL,
        level INTEGER,                   -- 1 or 2; NULL when the file does not say
        element TEXT,                    -- GlobalId; NULL for a virtual boundary
        is_physical INTEGER,
        exposure TEXT NOT NULL,          -- internal external earth water fire unknown
        corresponding TEXT,              -- GlobalId of the boundary on the other side
        parent TEXT,                     -- GlobalId of the boundary that it lies in
        area REAL,                       -- m²; NULL, and all below, without a surface
        normal_x REAL, normal_y REAL, normal_z REAL,
        outline BLOB,                    -- WKB of a POLYGON Z or, when not flat, an empty one; local
        PRIMARY KEY (space, position)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO space_boundary (space, position, global_id, element, exposure)
        SELECT space, position, '', element, 'unknown' FROM old_space_boundary;
      DROP TABLE old_space_boundary;
      CREATE INDEX space_boundary_by_element ON space_boundary (element)
        WHERE element IS NOT NULL;

      -- Systems and other groups; zones have a table of their own.
      CREATE TABLE object_group (
        object INTEGER PRIMARY KEY REFERENCES object (id) ON DELETE CASCADE,
        source_class TEXT NOT NULL,
        purpose TEXT NOT NULL
      ) STRICT;

      CREATE TABLE group_member (
        object_group INTEGER NOT NULL REFERENCES object (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        member TEXT NOT NULL,            -- GlobalId
        PRIMARY KEY (object_group, position)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE group_service (
        object_group INTEGER NOT NULL REFERENCES object (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        served TEXT NOT NULL,            -- GlobalId of a building, storey or space
        PRIMARY KEY (object_group, position)
      ) STRICT, WITHOUT ROWID;

      CREATE VIEW space_boundaries AS
        SELECT v.campus, o.global_id AS space, o.name AS space_name, b.global_id, b.level,
          b.element, b.is_physical, b.exposure, b.corresponding, b.parent, b.area,
          b.normal_x, b.normal_y, b.normal_z, b.outline
        FROM space_boundary b
        JOIN object o ON o.id = b.space
        JOIN import_version v ON v.id = o.version AND v.is_current;

      -- One row for each room beside a door or window: the graph of rooms.
      CREATE VIEW room_links AS
        SELECT v.campus, t.name AS storey, e.kind, o.global_id AS element, o.name, r.space,
          e.rooms_source AS source
        FROM element_room r
        JOIN element e ON e.object = r.element
        JOIN object o ON o.id = r.element
        JOIN object t ON t.id = o.parent
        JOIN import_version v ON v.id = o.version AND v.is_current;

      CREATE VIEW room_walls AS
        SELECT v.campus, o.global_id AS space, o.name AS space_name, w.wall, w.area,
          w.opening_area, w.source,
          (SELECT group_concat(m.material || coalesce(' ' || m.thickness || ' m', ''), ' | ')
            FROM object x JOIN material_layer m ON m.element = x.id
            WHERE x.global_id = w.wall AND x.version = o.version) AS materials
        FROM space_wall w
        JOIN object o ON o.id = w.space
        JOIN import_version v ON v.id = o.version AND v.is_current;

      CREATE VIEW furniture_counts AS
        SELECT v.campus, e.space, count(*) AS pieces
        FROM element e
        JOIN object o ON o.id = e.object
        JOIN import_version v ON v.id = o.version AND v.is_current
        WHERE e.kind = 'furniture' AND e.space IS NOT NULL
        GROUP BY v.campus, e.space;

      CREATE VIEW object_groups AS
        SELECT v.campus, o.global_id, o.name, g.source_class, g.purpose,
          (SELECT count(*) FROM group_member m WHERE m.object_group = g.object) AS members
        FROM object_group g
        JOIN object o ON o.id = g.object
        JOIN import_version v ON v.id = o.version AND v.is_current;
      """)
}
