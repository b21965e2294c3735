public import Foundation
import TwinModel

/// Devices as a GeoPackage with one layer of points, `devices`.
///
/// Coordinates are those of the model's local frame in metres, under the reference system −1
/// (undefined Cartesian), since a model's frame need not lie on a map. The same devices give the same
/// bytes: no time of writing is kept.
///
/// Source: OGC 12-128r18 (GeoPackage 1.3.1), §1.1 and §2.1.
public enum DeviceGeoPackage {
  /// The whole file.
  ///
  /// - Throws: ``ExchangeError/database(reason:)`` when SQLite refuses.
  public static func data(of devices: [DeviceFeature]) throws(ExchangeError) -> Data {
    let file = try SQLiteMemory()
    try file.execute(frame)
    let xs = devices.map(\.position.x)
    let ys = devices.map(\.position.y)
    try file.insert(
      """
      INSERT INTO gpkg_contents VALUES
      ('devices','features','devices','','1970-01-01T00:00:00.000Z',?,?,?,?,-1)
      """,
      [xs.min(), ys.min(), xs.max(), ys.max()].map(SQLiteMemory.Value.init))
    for device in devices {
      try file.insert(
        "INSERT INTO devices VALUES (NULL,?,?,?,?,?,?,?,?,?,?)",
        [
          .blob(point(device.position)), .text(device.id.value), .text(device.kind),
          .text(device.type), .text(device.storey.value), .init(device.room?.value),
          .text(device.roomName), .init(device.height?.value), .init(device.heading?.value),
          .init(device.cost),
        ])
    }
    return try file.data()
  }

  /// A point with height as GeoPackage binary: header without envelope, then WKB.
  private static func point(_ at: Point3) -> [UInt8] {
    func bytes<T: FixedWidthInteger>(_ value: T) -> [UInt8] {
      withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }
    // "GP", version 1 as 0, flags: little-endian, no envelope; system −1.
    let header: [UInt8] = [0x47, 0x50, 0, 1] + bytes(Int32(-1))
    return header + [1] + bytes(UInt32(1001))
      + [at.x, at.y, at.z].flatMap { bytes($0.bitPattern) }
  }

  private static let frame = """
    PRAGMA application_id = 1196444487;
    PRAGMA user_version = 10301;
    CREATE TABLE gpkg_spatial_ref_sys (
      srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
      organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
    INSERT INTO gpkg_spatial_ref_sys VALUES
      ('Undefined Cartesian', -1, 'NONE', -1, 'undefined', 'local frame of a model, in metres'),
      ('Undefined geographic', 0, 'NONE', 0, 'undefined', NULL),
      ('WGS 84', 4326, 'EPSG', 4326,
       'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]',
       NULL);
    CREATE TABLE gpkg_contents (
      table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
      description TEXT DEFAULT '', last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE,
      max_x DOUBLE, max_y DOUBLE, srs_id INTEGER REFERENCES gpkg_spatial_ref_sys(srs_id));
    CREATE TABLE gpkg_geometry_columns (
      table_name TEXT NOT NULL UNIQUE REFERENCES gpkg_contents(table_name),
      column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
      srs_id INTEGER NOT NULL REFERENCES gpkg_spatial_ref_sys(srs_id), z TINYINT NOT NULL,
      m TINYINT NOT NULL, PRIMARY KEY (table_name, column_name));
    INSERT INTO gpkg_geometry_columns VALUES ('devices', 'geom', 'POINT', -1, 1, 0);
    CREATE TABLE devices (
      fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, id TEXT, kind TEXT, type TEXT,
      storey TEXT, room TEXT, room_name TEXT, height_m DOUBLE, heading_deg DOUBLE,
      cost_yuan DOUBLE);
    """
}
