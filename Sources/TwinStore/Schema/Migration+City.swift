extension Migration {
  /// The city around the campuses: city models, map layers and registers of devices.
  ///
  /// Every import is kept; views show the newest one of each file.
  static let city = Migration(
    name: "city",
    tables: """
      CREATE TABLE city_file (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,              -- model, layer or devices
        file_name TEXT NOT NULL,
        name TEXT NOT NULL,              -- of a layer its name, else empty
        role TEXT NOT NULL,              -- of a layer what it is for, else empty
        sha256 TEXT NOT NULL,
        byte_count INTEGER NOT NULL,
        format TEXT NOT NULL,            -- such as CityJSON 2.0
        crs TEXT,                        -- as written
        imported_at TEXT NOT NULL,       -- ISO 8601, UTC
        counts TEXT NOT NULL,            -- JSON: [{"count": 12, "name": "Building"}, …]
        placed INTEGER NOT NULL,
        is_current INTEGER NOT NULL      -- 1: the newest import of this file
      ) STRICT;
      CREATE INDEX city_file_by_name ON city_file (kind, file_name, name, id);

      CREATE TABLE city_finding (
        id INTEGER PRIMARY KEY,
        file INTEGER NOT NULL REFERENCES city_file (id) ON DELETE CASCADE,
        severity TEXT NOT NULL,
        code TEXT NOT NULL,
        subject TEXT NOT NULL,
        message TEXT NOT NULL,
        suggestion TEXT NOT NULL
      ) STRICT;
      CREATE INDEX city_finding_by_file ON city_finding (file);

      -- Meshes of placed objects lie on the map, those of others in the frame of their file.
      CREATE TABLE city_object (
        id INTEGER PRIMARY KEY,
        file INTEGER NOT NULL REFERENCES city_file (id) ON DELETE CASCADE,
        object_id TEXT NOT NULL,         -- in its file
        parent TEXT,                     -- object_id of what it is part of
        kind TEXT NOT NULL,              -- CityJSON's class, such as Building
        lod TEXT,
        z_ground REAL,                   -- m, heights of the file
        z_eave REAL,
        z_top REAL,
        attributes TEXT NOT NULL,        -- a JSON object
        mesh INTEGER REFERENCES mesh (id),
        footprint BLOB
      ) STRICT;
      CREATE INDEX city_object_by_file ON city_object (file, parent);

      CREATE TABLE map_feature (
        id INTEGER PRIMARY KEY,
        file INTEGER NOT NULL REFERENCES city_file (id) ON DELETE CASCADE,
        feature_id TEXT NOT NULL,
        attributes TEXT NOT NULL,        -- a JSON object
        shape BLOB                       -- points, lines or areas
      ) STRICT;
      CREATE INDEX map_feature_by_file ON map_feature (file);

      CREATE TABLE registered_device (
        id INTEGER PRIMARY KEY,
        file INTEGER NOT NULL REFERENCES city_file (id) ON DELETE CASCADE,
        device_id TEXT NOT NULL,
        campus TEXT NOT NULL,            -- may be one that has no model yet
        kind TEXT NOT NULL,
        storey TEXT NOT NULL,
        status TEXT NOT NULL,
        z REAL,
        attributes TEXT NOT NULL,        -- a JSON object
        place BLOB
      ) STRICT;
      CREATE INDEX registered_device_by_file ON registered_device (file);

      CREATE VIEW city_objects AS
        SELECT o.id AS rowid, o.object_id, o.parent, o.kind, o.lod, o.z_ground, o.z_eave, o.z_top,
          o.z_top - o.z_ground AS height, o.attributes, f.file_name, o.footprint
        FROM city_object o JOIN city_file f ON f.id = o.file AND f.is_current;

      CREATE VIEW map_features AS
        SELECT m.id AS rowid, f.name AS layer, f.role, m.feature_id, m.attributes, f.file_name,
          m.shape
        FROM map_feature m JOIN city_file f ON f.id = m.file AND f.is_current;

      CREATE VIEW registered_devices AS
        SELECT d.id AS rowid, d.device_id, d.campus, d.kind, d.storey, d.status, d.z, d.attributes,
          f.file_name, d.place
        FROM registered_device d JOIN city_file f ON f.id = d.file AND f.is_current;
      """,
    geometries: [
      GeometryColumn(table: "city_object", column: "footprint", type: "MULTIPOLYGON"),
      GeometryColumn(table: "map_feature", column: "shape", type: "GEOMETRY"),
      GeometryColumn(table: "registered_device", column: "place", type: "POINT"),
    ],
    maps: [
      MapView(view: "city_objects", table: "city_object", column: "footprint"),
      MapView(view: "map_features", table: "map_feature", column: "shape"),
      MapView(view: "registered_devices", table: "registered_device", column: "place"),
    ])
}
