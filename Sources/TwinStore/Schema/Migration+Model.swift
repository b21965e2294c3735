extension Migration {
  /// Step 1: campuses, imports, and the model of each import.
  ///
  /// Tables have singular names and hold every version. `outline` columns are WKB in the local
  /// frame, exactly as saved; `footprint` and `place` are the same on the map, NULL where the campus
  /// is not placed. Heights (`z_low`, `z_high`) are metres above the local zero.
  static let model = Migration(
    name: "model",
    tables: """
      CREATE TABLE campus (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        stages TEXT NOT NULL,            -- youngest first, separated by commas
        placed INTEGER NOT NULL,         -- 1: the newest import of each file lies on the map
        footprint BLOB                   -- union of the current buildings' footprints
      ) STRICT;

      CREATE TABLE import_version (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        campus TEXT NOT NULL REFERENCES campus (id),
        file_name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        byte_count INTEGER NOT NULL,
        schema TEXT NOT NULL,
        authoring_tool TEXT NOT NULL,
        imported_at TEXT NOT NULL,       -- ISO 8601, UTC
        counts TEXT NOT NULL,            -- JSON: [{"count": 12, "name": "IfcWall"}, …]
        is_current INTEGER NOT NULL,     -- 1: the newest import of this file for this campus
        campus_name TEXT NOT NULL,
        campus_kind TEXT NOT NULL,
        campus_stages TEXT NOT NULL,
        placed INTEGER NOT NULL,
        epsg INTEGER,                    -- NULL, and all below, without a georeference
        eastings REAL,
        northings REAL,
        height REAL,
        abscissa REAL,
        ordinate REAL,
        scale REAL,
        georeference_source TEXT
      ) STRICT;
      CREATE INDEX import_version_by_file ON import_version (campus, file_name, id);

      -- Anything with a GlobalId; made by an import or proposed by a study.
      CREATE TABLE object (
        id INTEGER PRIMARY KEY,
        version INTEGER REFERENCES import_version (id) ON DELETE CASCADE,
        study INTEGER REFERENCES study (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,              -- building storey space element opening device zone
        parent INTEGER REFERENCES object (id) ON DELETE CASCADE,
        global_id TEXT NOT NULL,
        name TEXT NOT NULL,
        CHECK ((version IS NULL) <> (study IS NULL))
      ) STRICT;
      CREATE INDEX object_by_version ON object (version, kind) WHERE version IS NOT NULL;
      CREATE INDEX object_by_study ON object (study) WHERE study IS NOT NULL;
      CREATE INDEX object_by_parent ON object (parent) WHERE parent IS NOT NULL;
      CREATE INDEX object_by_global_id ON object (global_id);

      CREATE TABLE building (
        object INTEGER PRIMARY KEY REFERENCES object (id) ON DELETE CASCADE,
        outline BLOB NOT NULL,
        z_low REAL,
        z_high REAL,
        footprint BLOB
      ) STRICT;

      CREATE TABLE storey (
        object INTEGER PRIMARY KEY REFERENCES object (id) ON DELETE CASCADE,
        elevation REAL NOT NULL,
        height REAL
      ) STRICT;

      CREATE TABLE space (
        object INTEGER PRIMARY KEY REFERENCES object (id) ON DELETE CASCADE,
        long_name TEXT NOT NULL,
        object_type TEXT NOT NULL,
        floor_elevation REAL NOT NULL,
        floor_area REAL,                 -- m², from the geometry
        height REAL,                     -- m, clear, from the geometry
        volume REAL,                     -- m³, from the geometry
        outline BLOB NOT NULL,
        z_low REAL,
        z_high REAL,
        footprint BLOB
      ) STRICT;

      -- Triangles as a blob (Sources/TwinStore/Blobs/MeshBlob.swift); identical ones once.
      CREATE TABLE mesh (
        id INTEGER PRIMARY KEY,
        digest INTEGER NOT NULL,
        triangles BLOB NOT NULL
      ) STRICT;
      CREATE INDEX mesh_by_digest ON mesh (digest);

      CREATE TABLE element (
        object INTEGER PRIMARY KEY REFERENCES object (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        source_class TEXT NOT NULL,
        is_external INTEGER,
        overall_width REAL,
        overall_height REAL,
        mesh INTEGER REFERENCES mesh (id),
        z_low REAL,
        z_high REAL
      ) STRICT;

      CREATE TABLE opening (
        object INTEGER PRIMARY KEY REFERENCES object (id) ON DELETE CASCADE,
        filled_by TEXT,                  -- GlobalId of the door or window
        x_low REAL, y_low REAL, z_low REAL,
        x_high REAL, y_high REAL, z_high REAL
      ) STRICT;

      CREATE TABLE device (
        object INTEGER PRIMARY KEY REFERENCES object (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        origin TEXT NOT NULL,            -- model or proposed
        space TEXT,                      -- GlobalId of the space it stands in
        x REAL, y REAL, z REAL,          -- local frame
        place BLOB
      ) STRICT;

      CREATE TABLE zone_space (
        zone INTEGER NOT NULL REFERENCES object (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        space TEXT NOT NULL,             -- GlobalId
        PRIMARY KEY (zone, position)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE property_name (
        id INTEGER PRIMARY KEY,
        set_name TEXT NOT NULL,
        name TEXT NOT NULL,
        unit TEXT NOT NULL,
        UNIQUE (set_name, name, unit)
      ) STRICT;

      -- REAL: a number, TEXT: a text, INTEGER: yes (1) or no (0), NULL: not a number.
      CREATE TABLE property (
        object INTEGER NOT NULL REFERENCES object (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        name INTEGER NOT NULL REFERENCES property_name (id),
        value ANY,
        PRIMARY KEY (object, position)
      ) STRICT, WITHOUT ROWID;

      -- What the file declares, such as NetFloorArea, in SI units; values as in property.
      CREATE TABLE quantity (
        object INTEGER NOT NULL REFERENCES object (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        name INTEGER NOT NULL REFERENCES property_name (id),
        value ANY,
        PRIMARY KEY (object, position)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE material_layer (
        element INTEGER NOT NULL REFERENCES object (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        material TEXT NOT NULL,
        thickness REAL,
        PRIMARY KEY (element, position)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE classification (
        space INTEGER NOT NULL REFERENCES object (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        reference TEXT NOT NULL,         -- system:code
        PRIMARY KEY (space, position)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE space_boundary (
        space INTEGER NOT NULL REFERENCES object (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        element TEXT NOT NULL,           -- GlobalId
        PRIMARY KEY (space, position)
      ) STRICT, WITHOUT ROWID;
      """,
    geometries: [
      GeometryColumn(table: "campus", column: "footprint", type: "MULTIPOLYGON"),
      GeometryColumn(table: "building", column: "footprint", type: "MULTIPOLYGON"),
      GeometryColumn(table: "space", column: "footprint", type: "MULTIPOLYGON"),
      GeometryColumn(table: "device", column: "place", type: "POINT"),
    ])
}
